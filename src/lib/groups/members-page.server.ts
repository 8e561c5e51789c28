import { communityKey, unsealFor } from '#lib/accounts/keys.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { guestsAmong } from '#lib/accounts/guest-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayAgo, sayDay, type Here } from '#lib/ui/dates.ts';
import { standingIn } from './group-for.server.ts';
import { groupRoles, type GroupRole } from './groups.ts';
import { membersOf, type NamedMember } from './member-queries.server.ts';
import { placesLeft, standingStates } from './membership.ts';
import { postsOn } from './post-queries.server.ts';
import { groupById } from './queries.server.ts';
import { mayGive, mayLead, mayRemove } from './rights.ts';
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
	wishes: { id: string; name: string; answer: string | null; when: string }[];
	invited: { id: string; name: string; when: string }[];
	members: MemberLine[];
	left: number | null;
	roles: { value: GroupRole; label: string; hint: string }[];
}

/**
 * Wishes, invitations and members of a group that the reader leads.
 * @throws AppError `not_found`, also for everybody else
 */
export async function membersPage(
	scope: Scope,
	actor: Actor,
	groupId: string,
	here: Here
): Promise<MembersPage> {
	const group = await groupById(scope, groupId);
	const standing = await standingIn(scope, groupId, actor, here);
	if (!group || !mayLead(actor, standing)) throw new AppError('not_found');
	const today = dayOf(here.now, here.zone);
	const posts = Map.groupBy(await postsOn(scope, groupId, today), ({ personId }) => personId);
	const rows = Map.groupBy(await membersOf(scope, groupId, standingStates), ({ status }) => status);
	const members = rows.get('member') ?? [];
	const homes = await homesOf(scope, [...members, ...(rows.get('asked') ?? [])]);
	const given = groupRoles.filter((role) => mayGive(actor, standing, role));
	return {
		group: { id: groupId, name: groupName(group), question: group.question },
		wishes: await wishesOf(scope, rows.get('asked') ?? [], homes, here),
		invited: (rows.get('invited') ?? []).map(({ id, name, since }) => ({
			id,
			name,
			when: sayAgo(since, here)
		})),
		members: members.map(({ id, name, personId, since, shown }) => {
			const held = posts.get(personId) ?? [];
			const has = held.map(({ role }) => role);
			return {
				id,
				name,
				text: joined(
					m.groups_member_since({ day: sayDay(dayOf(since, here.zone), today) }),
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
		}),
		left: placesLeft({ members: members.length, places: group.places }),
		roles: given.map((value) => ({ value, label: roleName(value), hint: roleDuty(value) }))
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
