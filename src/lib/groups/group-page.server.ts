import { actsFor } from '#lib/accounts/act-for.server.ts';
import { guestsAmong } from '#lib/accounts/guest-queries.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { unitById } from '#lib/partners/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayAgo, type Here } from '#lib/ui/dates.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { JoinMode } from './groups.ts';
import { groupLooks } from './looks.ts';
import { membersOf } from './member-list-queries.server.ts';
import { countStanding, standingOf } from './member-queries.server.ts';
import { placesLeft, type standingStates } from './membership.ts';
import { messagesOf } from './message-queries.server.ts';
import { postsOn } from './post-queries.server.ts';
import { groupById, rightsIn, venueOf, type GroupRow } from './queries.server.ts';
import { leadsAlone, mayLead, mayPlan, mayTell, type Standing } from './rights.ts';
import { heldCounts } from './story-queries.server.ts';
import { latestStories, type StoryView } from './story-page.server.ts';
import { groupName, inWords, joinName, kindName, roleName, themeName } from './words.ts';

/** Somebody for whom the reader may join and leave: himself, and those whose proxy he is. */
export interface Comer {
	id: string;
	name: string;
	self: boolean;
	/** How he stands with the group; null where he does not. */
	status: (typeof standingStates)[number] | null;
	/** From a neighbouring community: joins from home. */
	guest: boolean;
	/** Nobody leads the group when he leaves. */
	leadsAlone: boolean;
}

/** A group as its page shows it. */
export interface GroupPage {
	id: string;
	name: string;
	kind: string;
	theme: string;
	icon: IconName;
	tone: Tone;
	pictureId: string | null;
	words: string;
	meets: string;
	where: { name: string; address: string } | null;
	/** The name of the partner unit it belongs to. */
	unit: string | null;
	join: JoinMode;
	joinName: string;
	question: string | null;
	/** Members there are, and how many more fit; null where everybody does. */
	members: number;
	left: number | null;
	/** Who answers for what: the leader, and of the others those who agreed to be seen, for those known here. */
	roles: { id: string; name: string; role: string }[];
	archived: boolean;
	comers: Comer[];
	/** Wishes that wait for an answer; for who leads. */
	wishes: number;
	/** Stories that wait to be looked at; for who leads. */
	held: number;
	/** Names of the members who agreed to be seen, for the other members; null for everybody else. */
	names: string[] | null;
	/** So many more agreed. */
	moreNames: number;
	/** What was written to all, for members; newest first. */
	messages: { id: string; words: string; author: string; when: string }[];
	/** What was let through, for those known here. */
	stories: StoryView[];
	may: { lead: boolean; plan: boolean; tell: boolean };
}

const latestMessages = 3;
/** So many names are told; a crowd is not read through. */
const mostNames = 100;
const stranger: Standing = { member: false, roles: [], archived: false };

/**
 * A group for whoever opens it.
 * @throws AppError `not_found`
 */
export async function groupPage(
	scope: Scope,
	actor: Actor | null,
	id: string,
	here: Here
): Promise<GroupPage> {
	const row = await groupById(scope, id);
	if (!row) throw new AppError('not_found');
	const day = dayOf(here.now, here.zone);
	const standing = actor ? (await rightsIn(scope, id, actor.personId, day))! : stranger;
	const lead = actor !== null && mayLead(actor, standing);
	const inside = lead || standing.member;
	const { member: members, asked: wishes, shown: agreed } = await countStanding(scope, id);
	const venue = await venueOf(scope, row);
	const unit = row.partnerId ? await unitById(scope, row.partnerId) : undefined;
	const posts = await postsOn(scope, id, day);
	const shown = await shownAmong(scope, id, posts);
	const names = inside ? await namesOf(scope, id) : null;
	const seen = ({ role, personId }: (typeof posts)[number]) =>
		role === 'leader' || lead || (actor !== null && shown.has(personId));
	return {
		...saidOf(row),
		where: venue ? { name: groupName(venue), address: inWords(venue.address, venue.addressEn) } : null,
		unit: unit ? named(unit) : null,
		members,
		left: placesLeft({ members, places: row.places }),
		roles: posts.filter(seen).map(({ id, name, role }) => ({ id, name, role: roleName(role) })),
		comers: actor ? await comersOf(scope, actor, id, posts) : [],
		wishes: lead ? wishes : 0,
		held: lead ? ((await heldCounts(scope)).get(id) ?? 0) : 0,
		names,
		moreNames: names ? agreed - names.length : 0,
		messages: inside ? await messages(scope, id, here) : [],
		stories: actor ? await latestStories(scope, id, here) : [],
		may: { lead, plan: actor !== null && mayPlan(actor, standing), tell: mayTell(standing) }
	};
}

function saidOf(row: GroupRow) {
	return {
		id: row.id,
		name: groupName(row),
		kind: kindName(row.kind),
		theme: themeName(row.theme),
		...groupLooks[row.kind],
		pictureId: row.pictureId,
		words: inWords(row.words, row.wordsEn),
		meets: inWords(row.meets, row.meetsEn),
		join: row.join,
		joinName: joinName(row.join),
		question: row.question,
		archived: row.archivedAt !== null
	};
}

async function comersOf(
	scope: Scope,
	actor: Actor,
	groupId: string,
	posts: Parameters<typeof leadsAlone>[0]
): Promise<Comer[]> {
	const people = [{ id: actor.personId, name: actor.name }, ...(await actsFor(scope, actor, 'book'))];
	const ids = people.map(({ id }) => id);
	const standing = await standingOf(scope, groupId, ids);
	const guests = new Set((await guestsAmong(scope, ids)).map(({ personId }) => personId));
	const statusOf = new Map(standing.map(({ personId, status }) => [personId, status as Comer['status']]));
	return people.map(({ id, name }) => ({
		id,
		name,
		self: id === actor.personId,
		status: statusOf.get(id) ?? null,
		guest: guests.has(id),
		leadsAlone: leadsAlone(posts, id)
	}));
}

async function namesOf(scope: Scope, groupId: string): Promise<string[]> {
	const rows = await membersOf(scope, groupId, { status: 'member', shown: true }, { limit: mostNames });
	return rows.map(({ name }) => name);
}

/** Which of those who answer for something agreed that other members see them. */
async function shownAmong(
	scope: Scope,
	groupId: string,
	posts: readonly { personId: string }[]
): Promise<Set<string>> {
	const personIds = posts.map(({ personId }) => personId);
	const rows = await standingOf(scope, groupId, personIds);
	const shown = rows.filter((one) => one.status === 'member' && one.shown);
	return new Set(shown.map(({ personId }) => personId));
}

async function messages(scope: Scope, groupId: string, here: Here): Promise<GroupPage['messages']> {
	const rows = await messagesOf(scope, groupId, latestMessages);
	return rows.map(({ id, words, author, sentAt }) => ({ id, words, author, when: sayAgo(sentAt, here) }));
}
