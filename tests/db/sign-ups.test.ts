import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { cancelDate } from '#lib/activities/change-date.server.ts';
import { readPasted, signUpPasted } from '#lib/activities/chain.server.ts';
import { markAttendance } from '#lib/activities/check-in.server.ts';
import { enter, findForList } from '#lib/activities/enter.server.ts';
import { activityById } from '#lib/activities/queries.server.ts';
import { listSignUps, signUpById } from '#lib/activities/sign-up-queries.server.ts';
import { signUp, type SignUpWish } from '#lib/activities/sign-up.server.ts';
import { lapseSeat, takeSeat, withdraw } from '#lib/activities/withdraw.server.ts';
import { groupMembers, groupPosts, groups } from '#lib/groups/tables.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { hour } from '#lib/shared/time.ts';
import { at, here, stage, type Stage } from '../support/activity-cast.ts';
import { openApp } from '../support/open-app.ts';

openApp();

let town: Stage;
let people: [Actor, Actor, Actor];
beforeEach(async () => {
	town = await stage();
	people = [
		await town.world.person('张三'),
		await town.world.person('李四'),
		await town.world.person('王五')
	];
});

const run: Stage['world']['run'] = (work) => town.world.run(work);
const sign = (who: Actor, activityId: string, wish: Partial<SignUpWish> = {}, by = who) =>
	run((scope) =>
		signUp(
			scope,
			by,
			{ activityId, occurrenceId: null, personId: who.personId, companions: 0, wait: true, ...wish },
			here
		)
	);
const told = async (who: Actor) =>
	(await run((scope) => noticesOf(scope, who.personId))).map(({ template }) => template);
const taken = async (activityId: string) => (await town.dates(activityId)).map((one) => one.taken);

/** A choir with its leader, one member, and whoever else; what it does is led by her. */
async function choir(): Promise<{ leader: Actor; member: Actor; groupId: string }> {
	const leader = await town.world.person('团长');
	const member = await town.world.person('团员');
	const groupId = newId();
	const { communityId } = town.world;
	await run(async ({ tx }) => {
		await tx.insert(groups).values({
			...{ communityId, id: groupId, kind: 'arts', theme: 'culture', name: '合唱团', nameEn: 'Choir' },
			...{ words: '', wordsEn: '', meets: '', meetsEn: '', join: 'open', search: [], createdAt: here.now }
		});
		for (const { personId } of [leader, member]) {
			const row = { communityId, id: newId(), groupId, personId, since: here.now };
			await tx.insert(groupMembers).values({ ...row, status: 'member' });
		}
		const post = { communityId, id: newId(), groupId, personId: leader.personId };
		await tx.insert(groupPosts).values({ ...post, role: 'leader', since: '2026-01-01' });
	});
	return { leader, member, groupId };
}

describe('what is asked of fitness', () => {
	it('is stated piece by piece by who signs up, and only that it was is kept', async () => {
		const id = await town.publish({ fitness: ['heart', '会游泳'] });
		const [a, b] = people;
		await expect(sign(a, id, { fit: ['heart'] })).rejects.toMatchObject({ code: 'invalid', detail: 'fit' });
		const { id: signUpId } = await sign(a, id, { fit: ['heart', '会游泳'] });
		const row = await run((scope) => signUpById(scope, signUpId));
		expect(row!.fitStatedAt).toEqual(here.now);
		expect(JSON.stringify(row)).not.toContain('heart');
		const entry = { activityId: id, personId: b.personId, occurrenceId: null, companions: 0 };
		const put = (asked: boolean) => run((scope) => enter(scope, town.staff, { ...entry, asked }, here));
		await expect(put(false)).rejects.toMatchObject({ detail: 'asked' });
		expect(await put(true)).toBe('signed');
		const pasted = { activityId: id, occurrenceId: null, text: '1. 王五' };
		const paste = (asked: boolean) =>
			run((scope) => signUpPasted(scope, town.staff, { ...pasted, asked }, new Map(), here));
		await expect(paste(false)).rejects.toMatchObject({ detail: 'asked' });
		expect(await paste(true)).toMatchObject([{ done: 'waiting' }]);
	});
});

describe('who goes on from single dates to the series', () => {
	it('keeps the seats that he has, in one step, and gives back what he has no use for', async () => {
		const id = await town.publish({ seats: 2, rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3' });
		const [first, second] = await town.dates(id);
		const [a, b] = people;
		await sign(a, id, { occurrenceId: first!.id, companions: 1 });
		await sign(a, id, { occurrenceId: second!.id });
		const waits = await sign(b, id, { occurrenceId: first!.id });
		expect([await taken(id), waits.status]).toEqual([[2, 1, 0], 'waiting']);
		const series = await sign(a, id);
		expect(series.status).toBe('signed');
		// the companion's seat went to who waited
		expect([await taken(id), await town.state(waits.id)]).toEqual([[2, 1, 1], 'offered']);
		await run((scope) => withdraw(scope, a, series.id, here));
		expect(await taken(id)).toEqual([1, 0, 0]);
	});
	it('waits for the series where a date is full, with his seat kept, and loses nothing when the offer lapses', async () => {
		const id = await town.publish({ seats: 1, rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3' });
		const [first, second] = await town.dates(id);
		const [a, b] = people;
		const single = await sign(a, id, { occurrenceId: first!.id });
		const other = await sign(b, id, { occurrenceId: second!.id });
		const series = await sign(a, id);
		expect([series.status, await taken(id)]).toEqual(['waiting', [1, 1, 0]]);
		await run((scope) => withdraw(scope, b, other.id, here));
		expect([await town.state(series.id), await taken(id)]).toEqual(['offered', [1, 1, 1]]);
		const later = new Date(+here.now + 3 * hour);
		await run((scope) => lapseSeat(scope, { signUpId: series.id }, later));
		expect([await town.state(single.id), await taken(id)]).toEqual(['signed', [1, 0, 0]]);
		const again = await sign(b, id, { occurrenceId: second!.id });
		const waiting = await sign(a, id);
		await run((scope) => withdraw(scope, b, again.id, here));
		// he leaves the date while the series is kept for him: the seat stays his
		await Promise.all([
			run((scope) => withdraw(scope, a, single.id, here)),
			run((scope) => takeSeat(scope, a, waiting.id, here)).catch(() => undefined)
		]);
		expect([await town.state(waiting.id), await taken(id)]).toEqual(['signed', [1, 1, 1]]);
		await run((scope) => withdraw(scope, a, waiting.id, here));
		expect(await taken(id)).toEqual([0, 0, 0]);
	});
});

describe('who leads', () => {
	it('puts those on the list whom she knows from here, staff everybody; they are told and may withdraw', async () => {
		const { leader, member, groupId } = await choir();
		const [a, b, c] = people;
		const id = await town.publish({ groupId, seats: 2, companions: 1 });
		const [date] = await town.dates(id);
		const put = (by: Actor, who: Actor, companions = 0) =>
			run((scope) =>
				enter(
					scope,
					by,
					{ activityId: id, personId: who.personId, occurrenceId: null, companions, asked: false },
					here
				)
			);
		await expect(put(member, leader)).rejects.toMatchObject({ code: 'not_found' });
		await expect(put(leader, a)).rejects.toMatchObject({ detail: 'activities_proxy' });
		expect([await put(leader, member), await put(town.staff, a), await put(town.staff, b)]).toEqual([
			'signed',
			'signed',
			'waiting'
		]);
		expect([await told(member), await told(b)]).toEqual([['activity_signed_up'], ['activity_put_waiting']]);
		const find = (by: Actor, said: string) =>
			run(async (scope) => {
				const activity = (await activityById(scope, id))!;
				return (await findForList(scope, by, activity, said)).map(({ name }) => name);
			});
		expect([await find(leader, '王五'), await find(leader, '团员'), await find(leader, '张三')]).toEqual([
			[],
			['团员'],
			['张三']
		]);
		expect(await find(town.staff, '王五')).toEqual(['王五']);
		const rows = await run((scope) => listSignUps(scope, id));
		const own = rows.find(({ personId }) => personId === member.personId)!;
		await run((scope) => withdraw(scope, member, own.id, here));
		expect(await told(b)).toContain('activity_seat_offered');

		// who came before is known, and nobody else
		const next = await town.publish({ groupId, firstDay: '2026-12-01', rule: null });
		const [on] = await town.dates(next);
		const paste = (text: string, by = leader) =>
			run((scope) =>
				readPasted(scope, by, { activityId: next, occurrenceId: on!.id, text }, at('18:00', '2026-11-24'))
			);
		const kinds = async (text: string, by = leader) =>
			(await paste(text, by)).entries.map(({ kind }) => kind);
		expect(await kinds('1. 团员\n2. 张三\n3. 王五')).toEqual(['sure', 'asked', 'asked']);
		expect((await paste('1. 张三')).entries[0]).toMatchObject({ doubts: ['not_found'], people: [] });
		const mark = { occurrenceId: date!.id, personId: a.personId, status: 'came', at: null } as const;
		await run((scope) => markAttendance(scope, leader, mark, at('15:00', '2026-11-24')));
		expect(await kinds('1. 张三\n2. 王五')).toEqual(['sure', 'asked']);
		expect(await kinds('1. 张三\n2. 王五', town.staff)).toEqual(['sure', 'sure']);
		expect(c.name).toBe('王五');
	});
	it('pastes names for a date of this activity that is still to come, and for no other', async () => {
		const id = await town.publish();
		const [date] = await town.dates(id);
		const [elsewhere] = await town.dates(await town.publish({ rule: null }));
		const read = (occurrenceId: string, when = here) =>
			run((scope) => readPasted(scope, town.staff, { activityId: id, occurrenceId, text: '1. 张三' }, when));
		const refused = { detail: 'chain_date' };
		await expect(read(elsewhere!.id)).rejects.toMatchObject(refused);
		await expect(read(newId())).rejects.toMatchObject(refused);
		await expect(read(date!.id, at('14:30', '2026-11-24'))).rejects.toMatchObject(refused);
		expect((await read(date!.id)).entries).toHaveLength(1);
		const off = { occurrenceId: date!.id, sequence: 0, reason: '停电' };
		await run((scope) => cancelDate(scope, town.staff, off, here));
		await expect(read(date!.id)).rejects.toMatchObject(refused);
	});
});
