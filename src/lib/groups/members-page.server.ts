import { communityKey, unsealFor } from '#lib/accounts/keys.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { guestsAmong } from '#lib/accounts/guest-queries.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayAgo, sayDay, type Here } from '#lib/ui/dates.ts';
import { standingIn } from './group-for.server.ts';
import { groupRoles, type GroupRole } from './groups.ts';
import { countMembers, membersOf, namedMember, type NamedMember } from './member-list-queries.server.ts';
import { countStanding } from './member-queries.server.ts';
import { placesLeft } from './membership.ts';
import { postsOn, type NamedPost } from './post-queries.server.ts';
import { groupById, type GroupRow } from './queries.server.ts';
import { mayGive, mayLead, mayRemove, type Standing } from './rights.ts';
import { groupName, inWords, roleDuty, roleName } from './words.ts';

/** A member with what he answers for. */
export interface MemberLine {
	id: string;
	name: string;
	/** Since when, and whether other members see the name. */
	text: string;
	roles: { postId: string; name: string; since: string; mayEnd: boolean }[];
	/** What the reader may give him. */
	toGive: GroupRole[];
	mayRemove: boolean;
}

/** The list of a group as those who lead see it. */
export interface MembersPage {
	group: { id: string; name: string; question: string | null };
	/** Those who wait longest, and how many more do. */
	wishes: { id: string; name: string; answer: string | null; when: string }[];
	moreWishes: number;
	invited: { id: string; name: string; when: string }[];
	moreInvited: number;
	/** A page of those who were asked for. */
	members: MemberLine[];
	q: string;
	page: number;
	pages: number;
	/** How many there are, and how many more fit; null where everybody does. */
	total: number;
	left: number | null;
}

/** A member, and what may be given him in words. */
export interface MemberPage {
	group: { id: string; name: string };
	member: MemberLine;
	roles: { value: GroupRole; label: string; hint: string }[];
}

const perPage = 50;

/**
 * Wishes, invitations and members of a group that the reader leads: of many, a page.
 * @param params the address: `q` looks for a name, `page` turns the pages
 * @throws AppError `not_found`, also for everybody else
 */
export async function membersPage(
	scope: Scope,
	actor: Actor,
	groupId: string,
	here: Here,
	params = new URLSearchParams()
): Promise<MembersPage> {
	const led = await ledFor(scope, actor, groupId, here);
	const counts = await countStanding(scope, groupId);
	const q = (params.get('q') ?? '').trim().slice(0, 40);
	const filter = { status: 'member', tokens: queryTokens(q) } as const;
	const found = q ? await countMembers(scope, groupId, filter) : counts.member;
	const pages = Math.max(1, Math.ceil(found / perPage));
	const page = Math.min(pages, Math.max(1, Math.floor(Number(params.get('page'))) || 1));
	const first = { limit: perPage };
	const members = await membersOf(scope, groupId, filter, { ...first, offset: (page - 1) * perPage });
	const asked = await membersOf(scope, groupId, { status: 'asked' }, first);
	const invited = await membersOf(scope, groupId, { status: 'invited' }, first);
	const homes = await homesOf(scope, [...members, ...asked]);
	const { group } = led;
	return {
		group: { id: groupId, name: groupName(group), question: group.question },
		wishes: await wishesOf(scope, asked, homes, here),
		moreWishes: counts.asked - asked.length,
		invited: invited.map(({ id, name, since }) => ({ id, name, when: sayAgo(since, here) })),
		moreInvited: counts.invited - invited.length,
		members: members.map((one) => lineOf(one, led, homes, here)),
		q,
		page,
		pages,
		total: counts.member,
		left: placesLeft({ members: counts.member, places: group.places })
	};
}

/**
 * A member of a group that the reader leads.
 * @throws AppError `not_found`, also for everybody else
 */
export async function memberPage(
	scope: Scope,
	actor: Actor,
	{ groupId, memberId }: { groupId: string; memberId: string },
	here: Here
): Promise<MemberPage> {
	const led = await ledFor(scope, actor, groupId, here);
	const member = await namedMember(scope, groupId, memberId);
	if (!member) throw new AppError('not_found');
	return {
		group: { id: groupId, name: groupName(led.group) },
		member: lineOf(member, led, await homesOf(scope, [member]), here),
		roles: led.given.map((value) => ({ value, label: roleName(value), hint: roleDuty(value) }))
	};
}

/** A group that the reader leads, with who answers for what in it and what he may give. */
interface Led {
	actor: Actor;
	group: GroupRow;
	standing: Standing;
	posts: Map<string, NamedPost[]>;
	given: GroupRole[];
}

async function ledFor(scope: Scope, actor: Actor, groupId: string, here: Here): Promise<Led> {
	const group = await groupById(scope, groupId);
	const standing = await standingIn(scope, groupId, actor, here);
	if (!group || !mayLead(actor, standing)) throw new AppError('not_found');
	const posts = await postsOn(scope, groupId, dayOf(here.now, here.zone));
	const given = groupRoles.filter((role) => mayGive(actor, standing, role));
	return { actor, group, standing, posts: Map.groupBy(posts, ({ personId }) => personId), given };
}

function lineOf(
	{ id, name, personId, since, shown }: NamedMember,
	{ actor, standing, posts, given }: Led,
	homes: ReadonlyMap<string, string>,
	{ now, zone }: Here
): MemberLine {
	const today = dayOf(now, zone);
	const held = posts.get(personId) ?? [];
	const has = held.map(({ role }) => role);
	return {
		id,
		name,
		text: joined(
			m.groups_member_since({ day: sayDay(dayOf(since, zone), today) }),
			homes.get(personId),
			!shown && m.groups_not_shown()
		),
		roles: held.map((post) => ({
			postId: post.id,
			name: roleName(post.role),
			since: sayDay(post.since, today),
			mayEnd: personId === actor.personId || given.includes(post.role)
		})),
		toGive: given.filter((role) => !has.includes(role)),
		mayRemove: personId !== actor.personId && mayRemove(actor, standing, { roles: has })
	};
}

function joined(...words: (string | false | undefined)[]): string {
	return words.filter(Boolean).join(' · ');
}

/** Where those come from who are guests here, in words. */
async function homesOf(scope: Scope, rows: readonly NamedMember[]): Promise<Map<string, string>> {
	const ids = rows.map(({ personId }) => personId);
	return new Map(
		(await guestsAmong(scope, ids)).map(({ personId, home, homeEn }) => [
			personId,
			m.groups_member_from({ community: inWords(home, homeEn) })
		])
	);
}

async function wishesOf(
	scope: Scope,
	rows: readonly NamedMember[],
	homes: ReadonlyMap<string, string>,
	here: Here
): Promise<MembersPage['wishes']> {
	const parent = await communityKey(scope);
	return rows.map(({ id, personId, name, wrappedKey, answerSealed, since }) => ({
		id,
		name,
		answer:
			answerSealed &&
			unsealFor(parent, { id: personId, wrappedKey }, answerSealed, `group_members.answer:${id}`),
		when: joined(sayAgo(since, here), homes.get(personId))
	}));
}
