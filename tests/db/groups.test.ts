import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerProxy } from '#lib/accounts/proxy.server.ts';
import { askProxy } from '#lib/accounts/ask-proxy.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { encodePicture } from '#lib/files/pictures.server.ts';
import { fileById } from '#lib/files/queries.server.ts';
import { enterMember } from '#lib/groups/enter.server.ts';
import {
	archiveGroup,
	changeGroup,
	changeWords,
	foundGroup,
	type SaidGroup
} from '#lib/groups/found.server.ts';
import { groupPage } from '#lib/groups/group-page.server.ts';
import type { MemberState } from '#lib/groups/groups.ts';
import { answerInvitation, joinGroup, leaveGroup } from '#lib/groups/join.server.ts';
import { groupsPage } from '#lib/groups/list-page.server.ts';
import { memberById, standingOf } from '#lib/groups/member-queries.server.ts';
import { answerWish, invite, removeMember } from '#lib/groups/members.server.ts';
import { membersPage } from '#lib/groups/members-page.server.ts';
import { writeToMembers } from '#lib/groups/message.server.ts';
import { countLeaderless } from '#lib/groups/post-queries.server.ts';
import { groupPicture } from '#lib/groups/picture.server.ts';
import { rightsIn } from '#lib/groups/queries.server.ts';
import { endRole, giveRole } from '#lib/groups/roles.server.ts';
import { decideStory, handInStory, reportStory } from '#lib/groups/group-stories.server.ts';
import { deleteStory } from '#lib/groups/stories.server.ts';
import { storiesPage } from '#lib/groups/story-page.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { againOnce } from '#lib/db/again.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { here, later, morning } from '../support/desk-cast.ts';
import { addCrowd } from '../support/group-crowd.ts';
import { openApp } from '../support/open-app.ts';
import { smallWorld, zone, type SmallWorld } from '../support/small-world.ts';

openApp();

const today = '2026-11-23';
let world: SmallWorld;
let other: SmallWorld;
let staff: Actor;
let leader: Actor;
let singer: Actor;
let child: Actor;
let stranger: Actor;
let groupId: string;

const said: SaidGroup = {
	...{ kind: 'arts', theme: 'culture', name: '秦腔班', nameEn: 'Opera Circle' },
	...{ venueId: null, partnerId: null },
	...{ words: '周末唱几段', wordsEn: '', meets: '周六 9:00', meetsEn: '', join: 'approval' },
	...{ question: '您唱什么？', places: 3 }
};

const run = <T>(work: (scope: Scope) => Promise<T>) => world.run(work);
const join = (actor: Actor, person: Actor = actor, answer: string | null = '花旦', shown = true) =>
	run((scope) => joinGroup(scope, actor, { groupId, personId: person.personId, answer, shown }, here));
const member = async (person: Actor) =>
	(await run((scope) => standingOf(scope, groupId, [person.personId])))[0]!;
const status = async (person: Actor): Promise<MemberState | undefined> => (await member(person))?.status;
const letIn = async (actor: Actor, person: Actor) => {
	const { id } = await member(person);
	return run((scope) => answerWish(scope, actor, id, { yes: true }, here));
};
const told = async (person: Actor) =>
	(await run((scope) => noticesOf(scope, person.personId))).map(({ template }) => template);
/** What a notice holds, as the database and not the driver reads it. */
const heldIn = (person: Actor) =>
	run((scope) =>
		scope.tx.execute(sql`select params ->> 'words' as words from notices where person_id = ${person.personId}
			and template = 'group_message'`)
	);
const page = (actor: Actor | null) => run((scope) => groupPage(scope, actor, groupId, here));

beforeAll(async () => {
	world = await smallWorld(morning);
	other = await smallWorld(morning);
	staff = await world.person('李敏', { roles: ['staff'] });
	stranger = await other.person('别处的人');
});
let turn = 0;
beforeEach(async () => {
	const nth = String(++turn).padStart(2, '0');
	leader = await world.person(`郭队长${nth}`, { phone: `1390001${nth}11` });
	singer = await world.person(`苏小唱${nth}`, { phone: `1390001${nth}12` });
	child = await world.person(`苏小妹${nth}`, { phone: `1390001${nth}13` });
	groupId = await run((scope) => foundGroup(scope, staff, { ...said, name: `秦腔班${nth}` }, morning));
	await run((scope) =>
		enterMember(scope, staff, { groupId, personId: leader.personId, role: 'leader' }, here)
	);
});

describe('a group', () => {
	it('is founded by staff, once under a name, at a place there is', async () => {
		const found = (actor: Actor, change: Partial<SaidGroup> = {}) =>
			run((scope) => foundGroup(scope, actor, { ...said, name: `秦腔班0${turn}`, ...change }, morning));
		await expect(found(singer)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(found(staff)).rejects.toMatchObject({ detail: 'group_name' });
		await expect(found(staff, { name: '新的', venueId: newId() })).rejects.toMatchObject({ detail: 'venue' });
	});
	it('has a name of its own, also where two take the same at one moment', async () => {
		const found = (name: string) => run((scope) => foundGroup(scope, staff, { ...said, name }, morning));
		const ids = [await found(`甲${turn}`), await found(`乙${turn}`)];
		const name = `丙${turn}`;
		const rename = (scope: Scope, id: string) =>
			changeGroup(scope, staff, { id, version: 1 }, { ...said, name }, here);
		const [renamed, seen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		const first = run(async (scope) => {
			await rename(scope, ids[0]!);
			renamed.resolve();
			await seen.promise;
		});
		await renamed.promise;
		const second = againOnce(() => run((scope) => rename(scope, ids[1]!)));
		// so long that the other has looked, and waits for the first
		setTimeout(seen.resolve, 300);
		await expect(second).rejects.toMatchObject({ code: 'already_taken', detail: 'group_name' });
		await first;
	});
	it('is found by words and by the initials of its name', async () => {
		const found = async (q: string) =>
			(await run((scope) => groupsPage(scope, null, new URLSearchParams({ q }), here))).found
				.flatMap(({ groups }) => groups)
				.map(({ id }) => id);
		for (const q of ['秦腔', 'qqb', 'opera', '几段']) expect(await found(q), q).toContain(groupId);
		expect(await found('太极')).toEqual([]);
	});
	it('is changed by its leader as far as he saw it, and keeps room for those who are there', async () => {
		const change = (actor: Actor, version: number, places: number | null) =>
			run((scope) =>
				changeWords(scope, actor, { id: groupId, version }, { ...said, words: '改', places }, here)
			);
		await expect(change(singer, 1, 3)).rejects.toMatchObject({ code: 'not_allowed' });
		await join(staff, singer);
		await expect(change(leader, 1, 1)).rejects.toMatchObject({ detail: 'most' });
		await change(leader, 1, null);
		await expect(change(leader, 1, null)).rejects.toMatchObject({ code: 'changed_meanwhile' });
		expect((await page(null)).words).toBe('改');
	});
	it('that is archived takes nobody and nothing any more, and is brought back as it was', async () => {
		const archive = (actor: Actor, version: number, archived: boolean) =>
			run((scope) => archiveGroup(scope, actor, { id: groupId, version }, archived, morning));
		await expect(archive(leader, 1, true)).rejects.toMatchObject({ code: 'not_allowed' });
		await archive(staff, 1, true);
		expect(await told(leader)).toContain('group_archived');
		for (const work of [
			() => join(singer),
			() => run((scope) => writeToMembers(scope, leader, { groupId, words: '来' }, here)),
			() => run((scope) => leaveGroup(scope, leader, { groupId, personId: leader.personId }, here))
		])
			await expect(work()).rejects.toMatchObject({ code: 'lapsed', detail: 'group' });
		await archive(staff, 2, false);
		expect(await join(singer)).toBe('asked');
	});
	it('is not there for another community', async () => {
		await expect(other.run((scope) => groupPage(scope, stranger, groupId, here))).rejects.toMatchObject({
			code: 'not_found'
		});
		const wish = { groupId, personId: stranger.personId, answer: '好', shown: true };
		await expect(other.run((scope) => joinGroup(scope, stranger, wish, here))).rejects.toMatchObject({
			code: 'not_found'
		});
		await expect(join(singer, stranger)).rejects.toMatchObject({ detail: 'group_proxy' });
	});
});

describe('a group of many', () => {
	it('shows its list by pages and finds who is looked for, counts all, names some, and tells everybody', async () => {
		const wide = { ...said, name: '千人班', places: null };
		await run((scope) => changeGroup(scope, staff, { id: groupId, version: 1 }, wide, here));
		await addCrowd(world, groupId, 500, morning);
		const list = (address = '') =>
			run((scope) => membersPage(scope, leader, groupId, here, new URLSearchParams(address)));
		const [first, last, found] = [await list(), await list('page=99'), await list('q=居民123')];
		expect([first.page, first.pages, first.total, first.members.length]).toEqual([1, 10, 496, 50]);
		expect([last.page, last.members.length, last.members.at(-1)!.name]).toEqual([10, 46, leader.name]);
		expect([found.pages, found.members.map(({ name }) => name)]).toEqual([1, ['居民123']]);
		expect([first.wishes.length, first.moreWishes]).toEqual([5, 0]);
		const ofLeader = await page(leader);
		expect([ofLeader.members, ofLeader.wishes, ofLeader.names!.length, ofLeader.moreNames]).toEqual([
			...[496, 5, 100, 150]
		]);
		const words = { groupId, words: '周六合练' };
		expect(await run((scope) => writeToMembers(scope, leader, words, here))).toBe(495);
		const { id } = found.members[0]!;
		const { personId } = (await run((scope) => memberById(scope, id)))!;
		expect(await told({ ...singer, personId })).toEqual(['group_message']);
	});
});

describe('a wish to join', () => {
	it('answers the question, is read by the leader alone, and answered once', async () => {
		await expect(join(singer, singer, null)).rejects.toMatchObject({ detail: 'answer' });
		expect(await join(singer)).toBe('asked');
		await expect(join(singer)).rejects.toMatchObject({ detail: 'group_asked' });
		expect(await told(leader)).toContain('group_wish');
		const list = (actor: Actor) => run((scope) => membersPage(scope, actor, groupId, here));
		expect((await list(leader)).wishes).toMatchObject([{ name: singer.name, answer: '花旦' }]);
		await expect(list(singer)).rejects.toMatchObject({ code: 'not_found' });
		await expect(letIn(child, singer)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(letIn(singer, singer)).rejects.toMatchObject({ code: 'not_allowed' });
		await letIn(leader, singer);
		await expect(letIn(leader, singer)).rejects.toMatchObject({ code: 'already_answered' });
		expect(await told(singer)).toEqual(['group_let_in']);
		expect((await member(singer)).answerSealed).toBeNull();
	});
	it('may be refused, and be made again', async () => {
		await join(singer);
		const { id } = await member(singer);
		await run((scope) => answerWish(scope, leader, id, { yes: false, reason: 'time' }, here));
		expect([await told(singer), await status(singer)]).toEqual([['group_refused'], undefined]);
		expect(await join(singer)).toBe('asked');
	});
	it('is one of two for the last place: one gets it, the other is told that it is full', async () => {
		await join(staff, await world.person('第二位'));
		await join(singer);
		await join(child);
		const both = await Promise.allSettled([letIn(leader, singer), letIn(staff, child)]);
		expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
		const lost = both.find((one) => one.status === 'rejected');
		expect(lost?.reason).toMatchObject({ detail: 'group_full', params: { places: 3 } });
		expect([await status(singer), await status(child)].sort()).toEqual(['asked', 'member']);
		await expect(join(await world.person('来晚了'))).rejects.toMatchObject({ detail: 'group_full' });
	});
	it('is made by a proxy, and by nobody else', async () => {
		await expect(join(child, singer)).rejects.toMatchObject({ detail: 'group_proxy' });
		const question = { as: 'proxy', name: singer.name, allowed: ['book'] } as const;
		const nth = String(turn).padStart(2, '0');
		const phone = `1390001${nth}12`;
		const id = await run((scope) => askProxy(scope, child, { ...question, phone }, morning));
		await run((scope) => answerProxy(scope, singer, { id, yes: true }, morning));
		expect(await join(child, singer)).toBe('asked');
		expect((await page(child)).comers.map(({ name, status }) => [name, status])).toEqual([
			[child.name, null],
			[singer.name, 'asked']
		]);
	});
});

describe('an invitation', () => {
	const ask = (actor: Actor, name = singer.name) => {
		const phone = `1390001${String(turn).padStart(2, '0')}12`;
		return run((scope) => invite(scope, actor, { groupId, name, phone }, here));
	};
	const answer = (yes: boolean) =>
		run((scope) =>
			answerInvitation(scope, singer, { groupId, personId: singer.personId, shown: false, yes }, here)
		);
	it('goes to whom the leader knows by name and number, and is accepted without a question', async () => {
		await expect(ask(child)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(ask(leader, '猜的名')).rejects.toMatchObject({ detail: 'name' });
		expect(await ask(leader)).toBe('invited');
		await expect(ask(leader)).rejects.toMatchObject({ detail: 'group_invited' });
		await answer(true);
		await expect(answer(true)).rejects.toMatchObject({ detail: 'group_invitation' });
		expect([await status(singer), await told(leader)]).toEqual([
			'member',
			expect.arrayContaining(['group_invitation_accepted'])
		]);
	});
	it('lets in who has asked already, and ends when it is declined or taken back', async () => {
		await ask(leader);
		await answer(false);
		await ask(leader);
		const { id } = await member(singer);
		await run((scope) => removeMember(scope, leader, id, 'other', here));
		expect(await status(singer)).toBeUndefined();
		await join(singer);
		expect(await ask(leader)).toBe('member');
	});
});

describe('the members', () => {
	const rights = (person: Actor) => run((scope) => rightsIn(scope, groupId, person.personId, today));
	const give = async (actor: Actor, person: Actor, role: 'leader' | 'deputy' | 'room_keeper') => {
		const { id } = await member(person);
		await run((scope) => giveRole(scope, actor, { memberId: id, role }, here));
	};
	it('get roles from the leader, and leadership from staff; both end at once', async () => {
		await join(staff, singer);
		await expect(give(singer, singer, 'deputy')).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(give(leader, singer, 'leader')).rejects.toMatchObject({ code: 'not_allowed' });
		await give(leader, singer, 'deputy');
		await give(leader, singer, 'deputy');
		expect(await rights(singer)).toEqual({ member: true, roles: ['deputy'], archived: false });
		const list = await run((scope) => membersPage(scope, singer, groupId, here));
		const { postId } = list.members.find(({ name }) => name === singer.name)!.roles[0]!;
		await run((scope) => endRole(scope, leader, postId, here));
		expect((await rights(singer))?.roles).toEqual([]);
	});
	it('leave, or are taken off the list with a reason, and their roles with them; not the leader', async () => {
		await join(staff, singer);
		await give(leader, singer, 'deputy');
		const { id } = await member(leader);
		const remove = (actor: Actor, memberId: string) =>
			run((scope) => removeMember(scope, actor, memberId, 'rules', here));
		await expect(remove(singer, id)).rejects.toMatchObject({ detail: 'group_leader' });
		await remove(leader, (await member(singer)).id);
		expect(await rights(singer)).toEqual({ member: false, roles: [], archived: false });
		expect(await told(singer)).toContain('group_removed');
		const leaderless = () => run((scope) => countLeaderless(scope, '2026-11-23'));
		const before = await leaderless();
		const leave = (sure?: true) => {
			const leaving = { groupId, personId: leader.personId, ...(sure && { sure }) };
			return run((scope) => leaveGroup(scope, leader, leaving, here));
		};
		expect((await page(leader)).comers[0]!.leadsAlone).toBe(true);
		await expect(leave()).rejects.toMatchObject({ detail: 'group_leads_alone' });
		await leave(true);
		expect(await leaderless()).toBe(before + 1);
		expect(await rights(leader)).toEqual({ member: false, roles: [], archived: false });
	});
	it('see the names of those who agreed; everybody else sees how many there are', async () => {
		await join(staff, child, null, false);
		await join(singer);
		await letIn(leader, singer);
		expect((await page(child)).names).toEqual([singer.name]);
		await give(leader, singer, 'deputy');
		await give(leader, child, 'room_keeper');
		const named = async (person: Actor | null) => (await page(person)).roles.map(({ name }) => name);
		expect(await named(leader)).toEqual([leader.name, singer.name, child.name]);
		expect(await named(stranger)).toEqual([leader.name, singer.name]);
		expect(await named(null)).toEqual([leader.name]);
		expect(await page(stranger)).toMatchObject({ names: null, members: 3, left: 0, wishes: 0, messages: [] });
	});
	it('are written to once each, and not too often', async () => {
		await join(staff, singer);
		const write = (actor: Actor, minutes = 0) =>
			run((scope) =>
				writeToMembers(scope, actor, { groupId, words: '周六见' }, { now: later(minutes), zone })
			);
		await expect(write(singer)).rejects.toMatchObject({ code: 'not_allowed' });
		expect([await write(leader), await write(leader, 1), await write(leader, 2)]).toEqual([1, 1, 1]);
		await expect(write(leader, 3)).rejects.toMatchObject({ detail: 'group_messages' });
		expect((await told(singer)).filter((one) => one === 'group_message')).toHaveLength(3);
		expect((await heldIn(singer))[0]).toEqual({ words: '周六见' });
		await write(leader, 7 * 24 * 60 + 1);
	});
});

describe('a story', () => {
	const stories = async (actor: Actor) =>
		(await run((scope) => storiesPage(scope, actor, groupId, here))).stories;
	const tellIt = async (actor: Actor, agreed = true) => {
		const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
			.withExif({ IFD0: { Copyright: '某人' }, IFD3: { GPSLatitude: '33/1' } })
			.jpeg()
			.toBuffer();
		const pictures = [await encodePicture(bytes)];
		return run((scope) => handInStory(scope, actor, { groupId, words: '唱得好', pictures, agreed }, here));
	};
	const decide = (actor: Actor, storyId: string, yes = true) =>
		run((scope) => decideStory(scope, actor, { storyId, yes }, here));
	const report = (actor: Actor, storyId: string, now = morning) =>
		run((scope) => reportStory(scope, actor, { storyId, reason: 'not_asked' }, { now, zone }));
	const picture = (actor: Actor | null, fileId: string) =>
		run((scope) => groupPicture(scope, actor, { groupId, fileId }, here));

	it('is told by members, held until who leads has looked, and seen by nobody before', async () => {
		await expect(tellIt(child)).rejects.toMatchObject({ code: 'not_allowed' });
		await join(staff, singer);
		await expect(tellIt(singer, false)).rejects.toMatchObject({ detail: 'agreed' });
		const id = await tellIt(singer);
		expect(await told(leader)).toContain('group_story_held');
		const [held] = await stories(singer);
		expect([(await stories(child)).length, (await page(child)).stories.length]).toEqual([0, 0]);
		await expect(picture(child, held!.pictures[0]!)).rejects.toMatchObject({ code: 'not_found' });
		await expect(decide(singer, id)).rejects.toMatchObject({ code: 'not_allowed' });
		await decide(leader, id);
		await expect(decide(leader, id)).rejects.toMatchObject({ code: 'already_answered' });
		expect((await page(child)).stories).toMatchObject([{ words: '唱得好' }]);
		const { bytes } = await picture(child, held!.pictures[0]!);
		expect((await sharp(bytes).metadata()).exif).toBeUndefined();
		await expect(picture(null, held!.pictures[0]!)).rejects.toMatchObject({ code: 'not_found' });
	});
	it('that is reported is held again, and let through by somebody other than its author; one report counts once', async () => {
		const id = await tellIt(leader);
		await expect(report(child, id)).rejects.toMatchObject({ code: 'not_found' });
		await decide(leader, id);
		await report(child, id);
		expect(await stories(child)).toEqual([]);
		await expect(decide(leader, id)).rejects.toMatchObject({ detail: 'own_story' });
		await decide(staff, id);
		await report(child, id);
		expect(await stories(child)).toHaveLength(1);
	});
	it('is reported by verified residents and members, five a day each, also where two come at one moment', async () => {
		const ids: string[] = [];
		for (let count = 0; count < 7; count++) ids.push(await tellIt(leader));
		for (const id of ids) await decide(leader, id);
		const unseen = await world.person('没核实的', { verified: false });
		await expect(report(unseen, ids[0]!)).rejects.toMatchObject({ detail: 'story_report' });
		expect((await stories(unseen)).some(({ mayReport }) => mayReport)).toBe(false);
		await join(staff, unseen);
		await report(unseen, ids[0]!);
		for (const id of ids.slice(1, 5)) await report(child, id);
		const last = await Promise.allSettled([report(child, ids[5]!), report(child, ids[6]!)]);
		const refused = last.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
		expect(refused).toMatchObject([{ code: 'too_many', detail: 'story_reports' }]);
		// found wrong and held only where it counted
		expect((await stories(child)).map(({ status }) => status)).toEqual(['shown']);
		const left = ids.find((_, at) => at > 4 && last[at - 5]!.status === 'rejected')!;
		await report(child, left, later(24 * 60));
	});
	it('is taken away by its author with its pictures, and by nobody else', async () => {
		const id = await tellIt(leader);
		const [story] = await stories(leader);
		const remove = (actor: Actor) => run((scope) => deleteStory(scope, actor, id, morning));
		await expect(remove(staff)).rejects.toMatchObject({ code: 'not_found' });
		await remove(leader);
		expect(await stories(leader)).toEqual([]);
		expect(await run((scope) => fileById(scope, story!.pictures[0]!))).toBeUndefined();
	});
});
