import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { readListAddress } from '#lib/activities/list-address.ts';
import { listPage } from '#lib/activities/list-page.server.ts';
import { announceCleanup, beginCleanup, cancelCleanup } from '#lib/cleanups/announce.server.ts';
import { addArea } from '#lib/cleanups/areas.server.ts';
import { boardPage } from '#lib/cleanups/board.server.ts';
import { checkIn, checkOut, codesOf, correctPresence, markPresence } from '#lib/cleanups/check-in.server.ts';
import { askColleagues, confirmLeft } from '#lib/cleanups/confirm-left.server.ts';
import { cleanupTimeline } from '#lib/cleanups/timeline.server.ts';
import { unitCleanups } from '#lib/cleanups/unit-cleanups.server.ts';
import { closePage } from '#lib/cleanups/close-page.server.ts';
import { closeCleanup, reopenCleanup, undoClose } from '#lib/cleanups/close.server.ts';
import { addPictures, decidePicture, pictureFor } from '#lib/cleanups/pictures.server.ts';
import { changeCleanup, planCleanup } from '#lib/cleanups/plan.server.ts';
import { cleanupById, listCleanups } from '#lib/cleanups/queries.server.ts';
import { cleanupDates } from '#lib/cleanups/other-dates.server.ts';
import { cleanupReport } from '#lib/cleanups/report.server.ts';
import { residentPage } from '#lib/cleanups/resident-page.server.ts';
import { rollPage } from '#lib/cleanups/roll-page.server.ts';
import type { SaidArea, SaidCleanup } from '#lib/cleanups/said.ts';
import { signUp, withdraw } from '#lib/cleanups/sign-up.server.ts';
import { assignTeam, countTeam } from '#lib/cleanups/teams.server.ts';
import { picturesOf } from '#lib/cleanups/picture-queries.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { partnerUnits } from '#lib/partners/tables.server.ts';
import { recordsOf } from '#lib/records/queries.server.ts';
import { undoSeconds } from '#lib/matching/offers.ts';
import { newId } from '#lib/shared/ids.ts';
import { at } from '../support/activity-cast.ts';
import { openApp } from '../support/open-app.ts';
import { smallWorld, type SmallWorld } from '../support/small-world.ts';

openApp();

/** Monday; the day is Saturday, from 8:30 to 11. */
const before = at('08:00');
const saturday = '2026-11-28';
const on = (clock: string) => at(clock, saturday);
const said: SaidCleanup = {
	...{ theme: 'cleanliness', name: '周六大清扫', nameEn: 'Clean Saturday', words: '带手套', wordsEn: '' },
	...{ risk: null, riskEn: '', localDay: saturday, fromMinute: 510, toMinute: 660 }
};

let world: SmallWorld;
let staff: Actor;
let leader: Actor;
let neighbour: Actor;
beforeAll(async () => {
	world = await smallWorld(before.now);
	staff = await world.person('李干事', { roles: ['staff'] });
	[leader, neighbour] = [await world.person('片长'), await world.person('邻居')];
});

const area = (change: Partial<SaidArea> = {}): SaidArea => ({
	...{ name: '东片', nameEn: '', work: '扫楼道', workEn: '', meetAt: '东门', meetAtEn: '' },
	...{ needed: 5, places: null },
	buildingIds: world.buildingIds.slice(0, 2),
	...change
});
const plan = async (): Promise<string> => {
	const id = newId();
	await world.run((scope) => planCleanup(scope, staff, { id, ...said }, before));
	return id;
};
const draw = async (cleanupId: string, change: Partial<SaidArea> = {}): Promise<string> => {
	const id = newId();
	const row = { id, cleanupId, ...area(change) };
	await world.run((scope) => addArea(scope, staff, row, before.now));
	return id;
};
const seen = async (id: string) => ({
	id,
	version: (await world.run((scope) => cleanupById(scope, id)))!.version
});
const announce = async (id: string) => {
	const day = await seen(id);
	await world.run((scope) => announceCleanup(scope, staff, day, before));
};
/** A day that is announced, with one area. */
const ready = async (change: Partial<SaidArea> = {}) => {
	const id = await plan();
	const areaId = await draw(id, change);
	await announce(id);
	return { id, areaId };
};
const join = (who: Actor, areaId: string, now = before) =>
	world.run((scope) => signUp(scope, who, { areaId, teamId: null, personId: who.personId }, now));
const arrive = (who: Actor, areaId: string, clock: string) => {
	const now = on(clock);
	const own = { areaId, personId: who.personId, code: codesOf(areaId, now.now)[0]!.code, at: null };
	return world.run((scope) => checkIn(scope, who, own, now));
};
const close = async (id: string, who = staff, clock = '11:30') => {
	const day = await seen(id);
	return world.run((scope) => closeCleanup(scope, who, day, on(clock)));
};
const told = async ({ personId }: Actor) =>
	(await world.run((scope) => noticesOf(scope, personId))).map(({ template }) => template);

afterEach(() => overwriteGetLocale(() => 'zh-CN'));

describe('a campaign day', () => {
	it('is told in the English that staff wrote, area by area, and in their Chinese where there is none', async () => {
		const id = newId();
		const risk = { risk: '楼顶不要一个人去', riskEn: 'Never go to a roof alone' };
		await world.run((scope) => planCleanup(scope, staff, { id, ...said, ...risk }, before));
		const english = { nameEn: 'East side', workEn: 'Sweep the stairs', meetAtEn: 'At the east gate' };
		const areaId = await draw(id, english);
		await draw(id, {
			name: '西片',
			work: '捡垃圾',
			meetAt: '西门',
			buildingIds: world.buildingIds.slice(2, 3)
		});
		await announce(id);
		const seenIn = async (locale: 'zh-CN' | 'en') => {
			overwriteGetLocale(() => locale);
			const page = await world.run((scope) => residentPage(scope, neighbour, id, before));
			const roll = await world.run((scope) => rollPage(scope, staff, { cleanupId: id, areaId }, '', before));
			const events = await world.run((scope) => cleanupTimeline(scope, id));
			return {
				risk: page.day.risk,
				areas: page.areas.map(({ name, work, meetAt }) => `${name} ${work} ${meetAt}`).sort(),
				choices: page.targets.map(({ label }) => label).sort(),
				roll: `${roll.area.name} ${roll.area.meetAt}`,
				drawn: events.some(({ text }) => text.includes(locale === 'en' ? 'East side' : '东片'))
			};
		};
		expect(await seenIn('en')).toEqual({
			risk: 'Never go to a roof alone',
			areas: ['East side Sweep the stairs At the east gate', '西片 捡垃圾 西门'],
			choices: ['East side', '西片'],
			roll: 'East side At the east gate',
			drawn: true
		});
		expect(await seenIn('zh-CN')).toEqual({
			risk: '楼顶不要一个人去',
			areas: ['东片 扫楼道 东门', '西片 捡垃圾 西门'],
			choices: ['东片', '西片'],
			roll: '东片 东门',
			drawn: true
		});
	});
	it('is planned, announced and closed by staff alone', async () => {
		const { id, areaId } = await ready();
		const refused = { code: 'not_allowed' };
		const day = await seen(id);
		const tries = [
			() => world.run((scope) => planCleanup(scope, neighbour, { id: newId(), ...said }, before)),
			() => world.run((scope) => changeCleanup(scope, neighbour, { ...day, ...said }, before)),
			() =>
				world.run((scope) =>
					addArea(scope, neighbour, { id: newId(), cleanupId: id, ...area() }, before.now)
				),
			() => world.run((scope) => announceCleanup(scope, neighbour, day, before)),
			() => world.run((scope) => cancelCleanup(scope, neighbour, { ...day, reason: '雨' }, before)),
			() => close(id, neighbour)
		];
		for (const one of tries) await expect(one()).rejects.toMatchObject(refused);
		await expect(
			world.run((scope) => rollPage(scope, neighbour, { cleanupId: id, areaId }, '', on('09:00')))
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('is announced only when every area has a building, each in one area', async () => {
		const id = await plan();
		await expect(announce(id)).rejects.toMatchObject({ detail: 'cleanups_missing' });
		await draw(id, { buildingIds: [] });
		await expect(announce(id)).rejects.toMatchObject({ detail: 'cleanups_missing' });
		await draw(id, { name: '西片' });
		await expect(draw(id, { name: '南片' })).rejects.toMatchObject({ detail: 'cleanups_building' });
		const late = await seen(id);
		const tooLate = world.run((scope) => announceCleanup(scope, staff, late, at('08:00', '2026-11-29')));
		await expect(tooLate).rejects.toMatchObject({ params: { what: expect.stringContaining('过') } });
	});

	it('is seen by residents from then on, by nobody of another community, and begins by itself', async () => {
		const id = await plan();
		await draw(id);
		const look = () => world.run((scope) => residentPage(scope, neighbour, id, before));
		await expect(look()).rejects.toMatchObject({ code: 'not_found' });
		await announce(id);
		expect((await look()).areas.map(({ mine, name }) => [name, mine])).toEqual([['东片', true]]);
		const other = await smallWorld(before.now);
		expect(await other.run((scope) => listCleanups(scope, ['announced', 'draft']))).toEqual([]);
		await expect(other.run((scope) => boardPage(scope, id, before))).rejects.toMatchObject({
			code: 'not_found'
		});
		await world.run((scope) => beginCleanup(scope, { cleanupId: id }, on('08:00').now));
		expect((await world.run((scope) => cleanupById(scope, id)))!.status).toBe('announced');
		await world.run((scope) => beginCleanup(scope, { cleanupId: id }, on('08:30').now));
		expect((await world.run((scope) => cleanupById(scope, id)))!.status).toBe('running');
	});

	it('stands among the activities of its month, by kind and theme, also for who is signed out', async () => {
		const { id } = await ready();
		const draft = await plan();
		const lists = (query = '') =>
			world.run(async (scope) => {
				const address = readListAddress(new URLSearchParams(query));
				const others = await cleanupDates(scope, address, before);
				const { days, month } = await listPage(scope, null, address, before, others);
				const counted = month.weeks.flat().find((cell) => cell?.day === saturday)!.count;
				return { ids: days.flatMap(({ dates }) => dates.map((one) => one.id)), counted };
			});
		const all = await lists();
		expect(all.ids).toContain(id);
		expect(all.ids).not.toContain(draft);
		expect(all.counted).toBeGreaterThan(0);
		expect((await lists('kind=cleanup&theme=cleanliness')).ids).toContain(id);
		expect((await lists(`day=${saturday}`)).ids).toContain(id);
		for (const query of ['kind=talk', 'theme=culture', 'day=2026-11-27'])
			expect((await lists(query)).ids).not.toContain(id);
	});

	it('tells those on its list when it is moved or cancelled', async () => {
		const { id, areaId } = await ready();
		const who = await world.person('报了名的');
		await join(who, areaId);
		const day = await seen(id);
		const moved = { ...day, ...said, fromMinute: 540 };
		await world.run((scope) => changeCleanup(scope, staff, moved, before));
		const again = await seen(id);
		await world.run((scope) => cancelCleanup(scope, staff, { ...again, reason: '下雨' }, before));
		expect((await told(who)).sort()).toEqual(['cleanup_cancelled', 'cleanup_moved']);
		await expect(join(neighbour, areaId)).rejects.toMatchObject({ detail: 'cleanups_over' });
	});
});

describe('an area', () => {
	it('gives its last place to one of many who want it at the same moment', async () => {
		const { areaId } = await ready({ places: 2 });
		const crowd = await Promise.all(['甲', '乙', '丙', '丁', '戊', '己'].map((name) => world.person(name)));
		const tried = await Promise.allSettled(crowd.map((who) => join(who, areaId)));
		expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
		const lost = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
		expect(lost.map(({ detail }) => detail)).toEqual(Array(4).fill('cleanups_full'));
	});

	it('has nobody twice, and gives the place of who withdraws to the next', async () => {
		const { id, areaId } = await ready({ places: 1 });
		const other = await draw(id, { name: '西片', buildingIds: [world.buildingIds[3]!] });
		const [first, second] = [await world.person('先来'), await world.person('后来')];
		const signUpId = await join(first, areaId);
		await expect(join(first, other)).rejects.toMatchObject({ detail: 'cleanups_on_list' });
		await expect(world.run((scope) => withdraw(scope, second, signUpId, before))).rejects.toMatchObject({
			detail: 'cleanups_proxy'
		});
		await world.run((scope) => withdraw(scope, first, signUpId, before));
		await join(second, areaId);
	});
});

describe('on the day', () => {
	it('who guesses at the code is sent away for some minutes, even with the right one; others are not', async () => {
		const { areaId } = await ready();
		const [guesser, other] = [await world.person('猜码的'), await world.person('别人')];
		const wrong = { areaId, personId: guesser.personId, code: '000000', at: null };
		const guess = () => world.run((scope) => checkIn(scope, guesser, wrong, on('09:00')));
		for (let one = 0; one < 10; one++) await expect(guess()).rejects.toMatchObject({ detail: 'code' });
		await expect(guess()).rejects.toMatchObject({ code: 'too_many', detail: 'wrong_codes' });
		await expect(arrive(guesser, areaId, '09:05')).rejects.toMatchObject({ params: { minutes: 10 } });
		await arrive(other, areaId, '09:05');
	});
	it('the code of an area checks in once, and a wrong one not at all', async () => {
		const { areaId, id } = await ready();
		const who = await world.person('来的');
		await expect(arrive(who, areaId, '07:00')).rejects.toMatchObject({ detail: 'cleanups_not_now' });
		await arrive(who, areaId, '09:00');
		await arrive(who, areaId, '09:30');
		const wrong = { areaId, personId: who.personId, code: '000000', at: null };
		await expect(world.run((scope) => checkIn(scope, who, wrong, on('09:40')))).rejects.toMatchObject({
			detail: 'code'
		});
		const roll = () =>
			world.run((scope) => rollPage(scope, staff, { cleanupId: id, areaId }, '', on('10:00')));
		const { rows } = await roll();
		expect(rows.map(({ name, came }) => [name, came])).toEqual([['来的', '09:00']]);
		const [row] = rows;
		await world.run((scope) => checkOut(scope, who, { id: row!.id, at: null }, on('10:15')));
		expect((await roll()).turnout).toMatchObject({ here: 0, came: 1, minutes: 75 });
		await expect(world.run((scope) => withdraw(scope, who, row!.id, on('10:20')))).rejects.toMatchObject({
			detail: 'cleanups_came'
		});
		const mark = { id: row!.id, mark: 'missed', at: null } as const;
		await expect(world.run((scope) => markPresence(scope, who, mark, on('10:20')))).rejects.toMatchObject({
			code: 'not_found'
		});
	});

	it('everybody who was there has one record, also when it is closed again after a correction', async () => {
		const { id, areaId } = await ready();
		const [early, late, absent] = [
			await world.person('早到'),
			await world.person('晚到'),
			await world.person('没来')
		];
		for (const who of [early, late, absent]) await join(who, areaId);
		await arrive(early, areaId, '08:00');
		await arrive(late, areaId, '10:00');
		await expect(close(id, staff, '08:10')).rejects.toMatchObject({ detail: 'cleanups_not_begun' });
		expect(await close(id)).toEqual({ records: 2, minutes: 150 + 60, waits: false });
		await expect(close(id)).rejects.toMatchObject({ code: 'changed_meanwhile' });
		const minutes = async () =>
			Promise.all(
				[early, late, absent].map(async ({ personId }) =>
					(await world.run((scope) => recordsOf(scope, personId))).map((one) => one.minutes)
				)
			);
		expect(await minutes()).toEqual([[150], [60], []]);
		await expect(arrive(absent, areaId, '10:30')).rejects.toMatchObject({ detail: 'cleanups_over' });

		const day = await seen(id);
		const reopen = { ...day, reason: '名单弄错了', goesOn: false };
		await world.run((scope) => reopenCleanup(scope, staff, reopen, on('12:00')));
		const { rows } = await world.run((scope) =>
			rollPage(scope, staff, { cleanupId: id, areaId }, '', on('12:00'))
		);
		const idOf = (name: string) => rows.find((row) => row.name === name)!.id;
		const times = { id: idOf('没来'), came: 540, left: 600 };
		await world.run((scope) => correctPresence(scope, staff, times, on('12:05')));
		const missed = { id: idOf('晚到'), mark: 'missed', at: null } as const;
		await world.run((scope) => markPresence(scope, staff, missed, on('12:05')));
		expect(await close(id, staff, '12:10')).toMatchObject({ records: 2, minutes: 150 + 60 });
		expect(await minutes()).toEqual([[150], [], [60]]);
		expect(await told(early)).toEqual(['cleanup_recorded']);
	});

	it('closed by a wrong tap and opened again, nobody loses a minute; after a true early end nobody wins one', async () => {
		const { id, areaId } = await ready();
		const who = await world.person('还在扫的');
		await arrive(who, areaId, '09:00');
		const asked = (clock: string) => world.run((scope) => closePage(scope, id, on(clock)));
		expect((await asked('09:30')).asked).toHaveLength(2);
		expect((await asked('09:30')).asked.join()).toContain('1 人');
		const minutes = async () =>
			(await world.run((scope) => recordsOf(scope, who.personId))).map((one) => one.minutes);
		const there = async (clock: string) =>
			(await world.run((scope) => boardPage(scope, id, on(clock)))).figures.here;

		expect(await close(id, staff, '09:30')).toMatchObject({ minutes: 30 });
		const tapped = await seen(id);
		await expect(
			world.run((scope) => undoClose(scope, neighbour, tapped, on('09:30')))
		).rejects.toMatchObject({ code: 'not_allowed' });
		await world.run((scope) => undoClose(scope, staff, tapped, on('09:30')));
		expect(await there('09:31')).toBe(1);

		await close(id, staff, '09:40');
		const late = await seen(id);
		const undo = world.run((scope) => undoClose(scope, staff, late, on('09:41')));
		await expect(undo).rejects.toMatchObject({ detail: 'cleanups_undo' });
		const wrong = { ...late, reason: '点早了', goesOn: true };
		await world.run((scope) => reopenCleanup(scope, staff, wrong, on('09:45')));
		expect(await there('09:45')).toBe(1);
		expect(await close(id, staff, '11:30')).toMatchObject({ records: 1, minutes: 120 });
		expect(await minutes()).toEqual([120]);

		const rained = await ready();
		await arrive(who, rained.areaId, '09:00');
		await close(rained.id, staff, '10:00');
		const corrected = { ...(await seen(rained.id)), reason: '补一个人', goesOn: false };
		await world.run((scope) => reopenCleanup(scope, staff, corrected, on('12:00')));
		expect(await close(rained.id, staff, '12:10')).toMatchObject({ records: 1, minutes: 60 });
	});

	it('speaks of a day to come, under way and over as it is', async () => {
		const { id, areaId } = await ready();
		const [came, absent] = [await world.person('到了的'), await world.person('没到的')];
		for (const who of [came, absent]) await join(who, areaId);
		const page = (who: Actor, now = before) => world.run((scope) => residentPage(scope, who, id, now));
		const ahead = await page(came);
		expect([ahead.own[0]!.state.words, ahead.day.state, ahead.pictured]).toEqual(['已报名', null, []]);
		await arrive(came, areaId, '08:30');
		expect((await page(absent, on('08:40'))).own[0]!.state.words).toBe('还没到');
		expect((await page(came, on('08:40'))).pictured).toHaveLength(1);
		await close(id, staff, '08:30');
		expect((await page(absent, on('12:00'))).own[0]!.state.words).toBe('没有来');
		expect((await page(came, on('12:00'))).own[0]!.state.words).toBe('08:30 到 08:30');
		expect((await page(came, on('12:00'))).result).toBe('一共来了 1 人，谢谢大家');
	});

	it('is not planned for hours that are past', async () => {
		const wish = { id: newId(), ...said };
		const at = (clock: string) => world.run((scope) => planCleanup(scope, staff, wish, on(clock)));
		await expect(at('11:00')).rejects.toMatchObject({ code: 'invalid', detail: 'to' });
		await at('10:00');
	});

	it('who was there closes it, and his own hours alone wait for a colleague, also when it is closed again', async () => {
		const { id, areaId } = await ready();
		const [other, colleague] = [
			await world.person('也来的'),
			await world.person('同事', { roles: ['staff'] })
		];
		for (const who of [staff, other]) await arrive(who, areaId, '09:00');
		expect(await close(id)).toEqual({ records: 1, minutes: 120, waits: true });
		const waiting = async () =>
			(await world.run((scope) => boardPage(scope, id, on('12:00')))).unconfirmed.map(
				({ personId }) => personId
			);
		const confirm = async (who: Actor) => {
			const day = await seen(id);
			return world.run((scope) => confirmLeft(scope, who, day, on('12:00').now));
		};
		const minutes = async () =>
			(await world.run((scope) => recordsOf(scope, staff.personId))).map((one) => [
				one.minutes,
				one.confirmerId
			]);
		expect([await waiting(), await minutes()]).toEqual([[staff.personId], []]);
		// asked once the closing can no more be taken back
		const jobs = await world.run(({ tx }) =>
			tx.execute<{ at: Date }>(
				sql`select start_after as at from pgboss.job where name = 'cleanups.hours_wait' and data::text like ${`%${id}%`}`
			)
		);
		expect(jobs).toHaveLength(1);
		expect(+new Date(jobs[0]!.at)).toBeGreaterThanOrEqual(+on('11:30').now + undoSeconds * 1000);
		const ask = () => world.run((scope) => askColleagues(scope, { cleanupId: id }, on('11:31').now));
		const asked = async () =>
			[await told(colleague), await told(staff)].map(
				(all) => all.filter((template) => template === 'cleanup_hours_wait').length
			);
		await ask();
		await ask();
		expect(await asked()).toEqual([1, 0]);
		await expect(confirm(staff)).rejects.toMatchObject({ detail: 'own_service' });
		await expect(confirm(neighbour)).rejects.toMatchObject({ code: 'not_allowed' });
		await confirm(colleague);
		await confirm(colleague);
		expect([await waiting(), await minutes()]).toEqual([[], [[120, colleague.personId]]]);
		await ask();
		expect(await asked()).toEqual([1, 0]);

		const reopened = { ...(await seen(id)), reason: '补一个人', goesOn: false };
		await world.run((scope) => reopenCleanup(scope, staff, reopened, on('12:00')));
		await close(id, staff, '12:10');
		expect([await waiting(), await minutes()]).toEqual([[staff.personId], []]);
		await ask();
		expect(await asked()).toEqual([2, 0]);
		const day = await world.run((scope) => cleanupTimeline(scope, id));
		expect(day.map(({ text, actor, detail }) => [text, actor, detail]).slice(0, 4)).toEqual([
			['收工，记了 1 条服务记录', staff.name, undefined],
			['重新打开', staff.name, '补一个人'],
			['确认了收工人自己的时长', '同事', undefined],
			['收工，记了 1 条服务记录', staff.name, undefined]
		]);
		const abroad = await smallWorld(before.now);
		expect(await abroad.run((scope) => cleanupTimeline(scope, id))).toEqual([]);
	});

	it('a unit is counted by who leads the area, and the report says whether its quota was met', async () => {
		const { id, areaId } = await ready();
		const unitId = newId();
		await world.run(({ tx, communityId }) =>
			tx.insert(partnerUnits).values({
				...{
					communityId,
					id: unitId,
					kind: 'assigned',
					name: '测试单位',
					nameEn: '',
					words: '',
					wordsEn: ''
				},
				...{ contactName: '某某', contactPhone: '0000', since: saturday, search: [], createdAt: before.now }
			})
		);
		const teamId = newId();
		const team = { id: teamId, areaId, who: { unitId }, promised: 6, lead: '王科长' };
		await world.run((scope) => assignTeam(scope, staff, team, before.now));
		await expect(
			world.run((scope) => assignTeam(scope, staff, { ...team, id: newId() }, before.now))
		).rejects.toMatchObject({ detail: 'cleanups_team' });
		const count = (who: Actor, minutes: number | null) =>
			world.run((scope) => countTeam(scope, who, { id: teamId, counted: 4, minutes }, on('09:00').now));
		await expect(count(leader, null)).rejects.toMatchObject({ code: 'not_found' });
		await expect(count(staff, 151)).rejects.toMatchObject({ detail: 'cleanups_too_long' });
		await count(staff, null);
		const sent = () => world.run((scope) => unitCleanups(scope, unitId, on('10:00')));
		expect(await sent()).toMatchObject([{ id, promised: 6, came: 4, teams: 1, closed: false }]);
		expect(await world.run((scope) => unitCleanups(scope, newId(), on('10:00')))).toEqual([]);
		await arrive(neighbour, areaId, '10:00');
		const report = await world.run((scope) => cleanupReport(scope, id, on('10:00')));
		expect(report.teams.map(({ name, came, short, minutes }) => [name, came, short, minutes])).toEqual([
			['测试单位', 4, 2, 600],
			['自己来的居民', 1, 0, 60]
		]);
		expect(report.areas).toMatchObject([{ wanted: 5, came: 5, short: 0 }]);
		expect(report.left.buildings).toHaveLength(3);
	});

	it('a picture of somebody on the list is seen by others when staff have let it through', async () => {
		const { id, areaId } = await ready();
		const who = await world.person('拍照的');
		const photo = { bytes: Buffer.from('x'), width: 1, height: 1 };
		const photos = { areaId, moment: 'after', pictures: [photo], agreed: true } as const;
		const add = () => world.run((scope) => addPictures(scope, who, photos, before.now));
		await expect(add()).rejects.toMatchObject({ code: 'not_allowed' });
		await join(who, areaId);
		await add();
		const [held] = await world.run((scope) => picturesOf(scope, id));
		const at = { cleanupId: id, fileId: held!.fileId };
		const look = (reader: Actor | null) => world.run((scope) => pictureFor(scope, reader, at));
		await expect(look(neighbour)).rejects.toMatchObject({ code: 'not_found' });
		expect((await look(who)).id).toBe(held!.fileId);
		const decide = (actor: Actor) =>
			world.run((scope) => decidePicture(scope, actor, { fileId: at.fileId, yes: true }, before.now));
		await expect(decide(who)).rejects.toMatchObject({ code: 'not_allowed' });
		await decide(staff);
		expect((await look(null)).id).toBe(held!.fileId);
	});
});
