import { groupTokens } from '#lib/groups/found.server.ts';
import type { GroupRole, MemberState } from '#lib/groups/groups.ts';
import { ageOn } from '#lib/shared/time.ts';
import { castMember, randomOf, tell, type Draft } from './draft.ts';
import { groupPlans, type GroupPlan } from './group-plans.ts';
import { drawTogether } from './drawing.ts';
import type { Random } from './random.ts';
import type { PersonRow } from './rows.ts';

/** A group in the making. */
interface Making {
	draft: Draft;
	random: Random;
	plan: GroupPlan;
	id: string;
	/** The leader first. */
	members: PersonRow[];
	/** Some of the right age who do not belong. */
	others: PersonRow[];
}

/** Days before the anchor on which the first members joined. */
const founded = -340;

/** Lets the residents gather in their groups (文体队伍, seed 002). */
export function gather(draft: Draft): void {
	const random = randomOf(draft, 'groups');
	for (const plan of groupPlans[draft.plan.slug]) {
		const [members, others] = choose(draft, random, plan);
		const making = { draft, random, plan, id: draft.id('group'), members, others };
		found(making);
		for (const [at, person] of members.entries()) join(making, person, at);
		answerFor(making);
		for (const [at, answer] of (plan.wishes ?? []).entries()) wish(making, others[at]!, answer, at);
		for (const [at, words] of (plan.stories ?? []).entries()) story(making, words, -4 - 9 * at, 'shown');
		if (plan.held) story(making, plan.held, -1, 'held');
		if (plan.message) message(making, plan.message);
	}
}

function choose(draft: Draft, random: Random, plan: GroupPlan): [PersonRow[], PersonRow[]] {
	const cast = (plan.cast ?? []).map((name) => castMember(draft, name));
	const [youngest, oldest] = plan.ages;
	const fitting = draft.rows.people.filter(({ kind, name, bornOn, verifiedAt }) => {
		if (kind !== 'resident' || !verifiedAt || !bornOn || draft.cast.has(name)) return false;
		const age = ageOn(bornOn, draft.calendar.anchor);
		return age >= youngest && age <= oldest;
	});
	const residents = random.shuffled(fitting);
	// a child is led by somebody grown
	const grown = draft.rows.people.find(({ id }) => id === draft.staff.at(-1)!.id)!;
	const leader = plan.led ? [] : [oldest < 18 ? grown : residents.pop()!];
	const rest = plan.members - cast.length - leader.length;
	const own = residents.slice(0, rest);
	// whoever of the cast does not lead answers for nothing either
	const members = plan.led ? [...cast, ...own] : [...leader, ...own, ...cast];
	return [members, residents.slice(rest, rest + 4)];
}

function found({ draft, random, plan, id, members }: Making): void {
	const { name, nameEn, kind, theme, words, wordsEn, meets, meetsEn, join } = plan;
	draft.rows.groups.push({
		...{ id, kind, theme, name, nameEn, words, wordsEn, meets, meetsEn, join },
		venueId: draft.rows.venues.find((one) => one.name === plan.venue)?.id ?? null,
		partnerId: draft.rows.partnerUnits.find((one) => one.name === plan.unit)?.id ?? null,
		pictureId: plan.drawn ? picture(draft, random, members[0]!, plan.drawn, founded) : null,
		question: plan.question ?? null,
		places: plan.places ?? null,
		search: groupTokens(plan),
		createdAt: draft.calendar.at(founded - 1, 10 * 60),
		archivedAt: null,
		version: 1
	});
}

/** A picture of so many people, taken on that day. @returns its id */
function picture(draft: Draft, random: Random, by: PersonRow, people: number, offset: number): string {
	const id = draft.id('picture');
	const createdAt = draft.calendar.at(offset, 12 * 60);
	draft.rows.pictures.push({ id, createdBy: by.id, createdAt, svg: drawTogether(random, people) });
	return id;
}

function join(making: Making, person: PersonRow, at: number): void {
	const { draft, random } = making;
	// the first ones founded it; the others came over the year
	const offset = at < 4 ? founded : random.int(founded, -12);
	const since = draft.calendar.at(offset, random.int(9 * 60, 19 * 60));
	stand(making, person, { status: 'member', since, answer: null, shown: at < 4 || random.chance(0.7) });
}

function stand(
	{ draft, id }: Making,
	{ id: personId }: PersonRow,
	said: { status: MemberState; since: Date; answer: string | null; shown: boolean }
): void {
	const row = { id: draft.id('group_member'), groupId: id, personId, ...said };
	draft.rows.groupMembers.push({ ...row, endedAt: null, decidedBy: null, reason: null });
}

/** The first members answer for the group. */
function answerFor({ draft, plan, id, members }: Making): void {
	const roles: GroupRole[] = ['leader', ...(members.length > 14 ? (['deputy', 'room_keeper'] as const) : [])];
	if (plan.kind === 'arts' && members.length > 20) roles.push('treasurer');
	for (const [at, role] of roles.entries()) {
		const since = draft.calendar.day(founded + 7 * at);
		const post = { id: draft.id('group_post'), groupId: id, personId: members[at]!.id, role, since };
		draft.rows.groupPosts.push({ ...post, until: null });
	}
}

function wish(making: Making, person: PersonRow, answer: string, at: number): void {
	const { draft, plan, id, members } = making;
	const since = draft.calendar.at(-1 - at, 16 * 60 + 10);
	stand(making, person, { status: 'asked', since, answer: plan.question ? answer : null, shown: true });
	const news = { template: 'group_wish', path: `/groups/${id}/members`, about: person.id } as const;
	tell(draft, members[0]!.id, { ...news, params: { ...named(plan), name: person.name }, at: since });
}

function named({ name, nameEn }: GroupPlan) {
	return { group: name, groupEn: nameEn };
}

function story(making: Making, words: string, offset: number, status: 'held' | 'shown'): void {
	const { draft, random, plan, id, members } = making;
	const author = members.at(-2 - random.int(0, 3))!;
	const createdAt = draft.calendar.at(offset, 11 * 60 + random.int(0, 240));
	const storyId = draft.id('group_story');
	const decided = status === 'shown' ? { decidedBy: members[0]!.id, decidedAt: createdAt } : null;
	const row = { id: storyId, groupId: id, occurrenceId: null, authorId: author.id, words, status, createdAt };
	draft.rows.groupStories.push({ ...row, decidedBy: null, decidedAt: null, ...decided });
	for (let position = 0; position < (plan.photos ?? 0); position++) {
		const fileId = picture(draft, random, author, 3 + 2 * position, offset);
		draft.rows.groupStoryPictures.push({ fileId, storyId, position });
	}
	if (status === 'shown') return;
	const news = { template: 'group_story_held', path: `/groups/${id}/stories`, about: storyId } as const;
	tell(draft, members[0]!.id, { ...news, params: named(plan), at: createdAt });
}

function message({ draft, plan, id, members }: Making, words: string): void {
	const sentAt = draft.calendar.at(-5, 18 * 60 - 20);
	const messageId = draft.id('group_message');
	draft.rows.groupMessages.push({ id: messageId, groupId: id, authorId: members[0]!.id, words, sentAt });
	const news = { template: 'group_message', path: `/groups/${id}`, about: messageId, at: sentAt } as const;
	for (const { id: personId } of members.slice(1))
		tell(draft, personId, { ...news, params: { ...named(plan), words } });
}
