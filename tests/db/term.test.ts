import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { calendarOf } from '#lib/activities/calendar.server.ts';
import { cancelDate, moveDate } from '#lib/activities/change-date.server.ts';
import { detailPage } from '#lib/activities/detail-page.server.ts';
import { activities, occurrences } from '#lib/activities/tables.server.ts';
import { stepRow, takeOver, undoStep, type RowStep } from '#lib/activities/term-edit.server.ts';
import { termPage } from '#lib/activities/term-page.server.ts';
import { publishTerm } from '#lib/activities/term-publish.server.ts';
import { termPlanOf } from '#lib/activities/term-queries.server.ts';
import { quarterPage } from '#lib/activities/quarter-page.server.ts';
import { againOnce } from '#lib/db/again.server.ts';
import { leaveGroup } from '#lib/groups/join.server.ts';
import { endPosts } from '#lib/groups/post-queries.server.ts';
import { rollPage } from '#lib/activities/roll-page.server.ts';
import { looksAtStories } from '#lib/activities/date-stories.server.ts';
import { writeToMembers } from '#lib/groups/message.server.ts';
import { putDay, putYear } from '#lib/hours/calendar-queries.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { bookVenue } from '#lib/venues/book.server.ts';
import { venueBookings } from '#lib/venues/tables.server.ts';
import { at, here, monday } from '../support/activity-cast.ts';
import { openApp } from '../support/open-app.ts';
import { quarter, termStage, type TermStage } from '../support/term-cast.ts';

openApp();

let town: TermStage;
beforeEach(async () => {
	town = await termStage();
});
const run: TermStage['world']['run'] = (work) => town.world.run(work);
const plan = async (groupId = town.groupId) =>
	(await run((scope) => termPlanOf(scope, { groupId, quarter })))!;
const page = (who: Actor | null, key = quarter, when = here) =>
	run((scope) => termPage(scope, who, town.groupId, { quarter: key }, when));
const publish = async (who = town.leader, groupId = town.groupId) => {
	const seen = await town.seen(groupId);
	return againOnce(() => run((scope) => publishTerm(scope, who, seen, here)));
};
const step = async (how: RowStep, at = 0) => {
	const [seen, { rows }] = [await town.seen(), await plan()];
	return run((scope) => stepRow(scope, town.leader, seen, rows[at]!.id, how, here));
};
const told = async (who: Actor) =>
	(await run((scope) => noticesOf(scope, who.personId)))
		.map(({ template }) => template)
		.filter((one) => one === 'group_term');
const written = () =>
	run(({ tx }) => tx.select().from(activities).where(eq(activities.groupId, town.groupId)));
const booked = () => run(({ tx }) => tx.select().from(venueBookings));
const take = (day: string, from: string, to: string, venueId = town.rooms[0]) =>
	run((scope) => {
		const during = { start: at(from, day).now, end: at(to, day).now };
		const wish = { venueId, during, bookedBy: town.member.personId, purpose: '聚会', people: 5 };
		return bookVenue(scope, town.member.personId, wish, here);
	});

afterEach(() => overwriteGetLocale(() => 'zh-CN'));

describe('a draft of a quarter', () => {
	it('is made by those who plan for the group, and nobody else finds it', async () => {
		await town.put();
		const stranger = await town.world.person('别队的队长');
		await town.found('书法班', stranger);
		for (const who of [town.member, stranger]) {
			await expect(town.put({}, who)).rejects.toMatchObject({ code: 'not_found' });
			await expect(publish(who)).rejects.toMatchObject({ code: 'not_found' });
			await expect(page(who)).rejects.toMatchObject({ code: 'not_found' });
		}
		await expect(page(null)).rejects.toMatchObject({ code: 'not_found' });
		await town.put({ name: '排练', weekdays: ['4'] }, town.staff);
		expect((await page(town.leader)).rows.map(({ name }) => name)).toEqual(['唱戏', '排练']);
		const other = await termStage();
		const seen = await town.seen();
		const elsewhere = other.world.run((scope) => publishTerm(scope, other.staff, seen, here));
		await expect(elsewhere).rejects.toMatchObject({ code: 'not_found' });
	});
	it('says which field is wrong, keeps what was changed meanwhile, and takes steps back', async () => {
		const wrong = { date: '2027-04-01', end: 14 * 60, leader: town.member.personId };
		for (const [detail, value] of Object.entries(wrong))
			await expect(town.put({ [detail]: value })).rejects.toMatchObject({ code: 'invalid', detail });
		const bare = town.put({ weekdays: [], date: null });
		await expect(bare).rejects.toMatchObject({ code: 'invalid', params: { field: 'weekdays' } });
		await town.put();
		const stale = { ...(await town.seen()), version: 0 };
		const late = run((scope) => undoStep(scope, town.leader, stale, here));
		await expect(late).rejects.toMatchObject({ detail: 'term_version' });
		await step({ do: 'copy' });
		await step({ do: 'remove' });
		expect((await plan()).rows).toHaveLength(1);
		for (const left of [2, 1, 0, 0]) {
			const seen = await town.seen();
			await run((scope) => undoStep(scope, town.leader, seen, here));
			expect((await plan()).rows).toHaveLength(left);
		}
	});
	it('leaves public holidays out, and any day at a tap', async () => {
		const spring = { name: '春节', class: 'holiday', source: 'announced' } as const;
		await run(async (scope) => {
			await putYear(scope, { year: 2027, papers: [], importedAt: here.now, importedBy: null });
			await putDay(scope, { day: '2027-02-09', ...spring, changedAt: here.now, changedBy: null });
		});
		await town.put();
		expect((await plan()).rows[0]!.except).toEqual(['2027-02-09']);
		await step({ do: 'toggle', day: '2027-01-12' });
		const [row] = (await page(town.leader)).rows;
		expect(row!.cells.flat().filter(({ state }) => state === 'out')).toHaveLength(2);
		await expect(step({ do: 'toggle', day: '2027-01-13' })).rejects.toMatchObject({ code: 'not_found' });
	});
	it('names what collides beside the row, with what helps', async () => {
		await town.put();
		await take('2027-01-12', '15:00', '17:00');
		const [row] = (await page(town.leader)).rows;
		expect(row!.troubles).toHaveLength(1);
		expect(row!.remedies.map(({ by, value }) => [by, value])).toEqual([
			['room', town.rooms[1]],
			['hour', String(13 * 60)]
		]);
		expect(row!.byDay.map(({ day, remedies }) => [day, remedies.length])).toEqual([['2027-01-12', 3]]);
		await step({ do: 'mend', remedy: { by: 'room', venueId: town.rooms[1] } });
		expect((await page(town.leader)).troubles).toBe(0);
	});
	it('mends one date alone, keeps that while the row changes, and takes it back', async () => {
		await town.put();
		await take('2027-01-12', '15:00', '17:00');
		const on = '2027-01-12';
		const away = { do: 'mend', remedy: { by: 'room', venueId: town.rooms[1], on } } as const;
		await expect(step({ ...away, remedy: { ...away.remedy, on: '2027-01-13' } })).rejects.toMatchObject({
			code: 'not_found'
		});
		await step(away);
		const seen = await page(town.leader);
		expect([seen.troubles, seen.rows[0]!.changed.map(({ day }) => day)]).toEqual([0, [on]]);
		const cell = seen.rows[0]!.cells.flat().find(({ day }) => day === on);
		expect(cell!.state).toBe('changed');
		await step({ do: 'toggle', day: on });
		await step({ do: 'toggle', day: on });
		const { rows } = await plan();
		await town.put({ name: '大家唱' }, town.leader, town.groupId, rows[0]!.id);
		expect((await plan()).rows[0]).toMatchObject({ name: '大家唱', changes: [{ day: on }] });
		await step({ do: 'mend', remedy: { by: 'usual', on } });
		expect((await page(town.leader)).troubles).toBe(1);
		await run(async (scope) => undoStep(scope, town.leader, await town.seen(), here));
		expect((await page(town.leader)).troubles).toBe(0);
	});
});

describe('publishing a quarter', () => {
	it('gives an activity the English name of its row, which the board shows to readers of English', async () => {
		await town.put({ nameEn: 'Opera' });
		await town.put({ name: '排练', weekdays: ['5'], venue: town.rooms[1] });
		overwriteGetLocale(() => 'en');
		const drafted = (await page(town.leader)).rows.map(({ name }) => name);
		expect(drafted).toEqual(['Opera', '排练']);
		await publish();
		const names = (await written()).map(({ name, nameEn }) => `${name} ${nameEn}`);
		expect(names.sort()).toEqual(['唱戏 Opera', '排练 '].sort());
	});
	it('writes every date with its room, tells each member once, and is done once', async () => {
		await town.put();
		await town.put({ name: '排练', weekdays: ['5'], interval: 2, venue: town.rooms[1] });
		await town.put({ name: '汇演', repeat: 'once', weekdays: [], date: '2027-03-20' });
		await step({ do: 'toggle', day: '2027-01-12' });
		const seen = await town.seen();
		const press = () => againOnce(() => run((scope) => publishTerm(scope, town.leader, seen, here)));
		const both = await Promise.allSettled([press(), press()]);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect((await written()).map(({ name }) => name).sort()).toEqual(['唱戏', '排练', '汇演'].sort());
		const dates = await run(({ tx }) => tx.select().from(occurrences));
		expect(dates).toHaveLength(12 + 7 + 1);
		expect(dates.every(({ venueBookingId }) => venueBookingId)).toBe(true);
		expect(dates.map(({ localDay }) => localDay)).not.toContain('2027-01-12');
		expect(await told(town.member)).toEqual(['group_term']);
		expect(await told(town.leader)).toEqual([]);
		expect((await page(town.member)).rows).toHaveLength(3);
		await expect(town.put()).rejects.toMatchObject({ detail: 'term_version' });
	});
	it('has a date in another room or at another hour where the draft has it, with that room booked', async () => {
		await town.put();
		await take('2027-01-12', '15:00', '17:00');
		const [on, later] = ['2027-01-12', '2027-01-19'];
		await step({ do: 'mend', remedy: { by: 'room', venueId: town.rooms[1], on } });
		await step({ do: 'mend', remedy: { by: 'hour', startMinute: 600, on: later } });
		await publish();
		const dates = await town.dates((await written())[0]!.id);
		const rooms = new Map((await booked()).map(({ id, venueId }) => [id, venueId]));
		expect(dates.map(({ venueBookingId }) => rooms.get(venueBookingId!)).slice(0, 3)).toEqual([
			...[town.rooms[0], town.rooms[1], town.rooms[0]]
		]);
		expect(dates[2]!.during.start).toEqual(at('10:00', later).now);
		const seen = await page(town.member);
		const [first, second, third] = seen.months[0]!.dates;
		expect([first!.where, second!.where]).toEqual(['1号厅', '2号厅']);
		expect([second!.state, third!.clock]).toEqual(['on', '10:00']);
		expect(seen.outcome).toMatchObject({ planned: 13, moved: 0 });
		expect(seen.rows[0]!.changed.map(({ day, usual }) => [day, usual])).toEqual([
			[on, null],
			[later, null]
		]);
		const id = dates[0]!.activityId;
		const { dates: shown } = await run((scope) => detailPage(scope, null, id, here));
		expect(shown.map(({ room }) => room).slice(0, 3)).toEqual([null, '2号厅', null]);
		const filter = { activityId: id };
		const reader = { locale: 'zh-CN', home: '' } as const;
		const events = await run((scope) => calendarOf(scope, filter, at('08:00', '2027-01-01'), reader));
		expect(events.map(({ location }) => location).slice(0, 2)).toEqual(['1号厅', '2号厅']);
	});
	it('is refused as a whole where one date collides, and says which', async () => {
		await town.put({ venue: town.rooms[1] });
		await town.put({ name: '排练', weekdays: ['5'] });
		await take('2027-03-05', '15:00', '17:00');
		await expect(publish()).rejects.toMatchObject({ detail: 'term_conflicts' });
		expect([await written(), (await booked()).length]).toEqual([[], 1]);
		expect(await told(town.member)).toEqual([]);
		await expect(publish()).rejects.toMatchObject({ params: { rows: expect.stringContaining('排练') } });
	});
	it('leaves nothing of its activities to a leader who has left the group', async () => {
		await town.put();
		await publish();
		const [activity] = await written();
		expect(activity!.ledBy).toBe(town.leader.personId);
		const list = () => run((scope) => rollPage(scope, town.leader, activity!.id, null, here));
		expect((await list()).rows).toEqual([]);
		const membership = { groupId: town.groupId, personId: town.leader.personId };
		await run((scope) => endPosts(scope, membership, monday));
		await list();
		await run((scope) => leaveGroup(scope, town.leader, membership, here));
		await expect(list()).rejects.toMatchObject({ code: 'not_found' });
		expect(await run((scope) => looksAtStories(scope, town.leader, activity!, here))).toBe(false);
	});
	it('of two groups that want one room at the same moment lets one have it', async () => {
		const rival = await town.found('书法班', town.staff);
		await town.put();
		await town.put({ name: '写字' }, town.staff, rival);
		const both = await Promise.allSettled([publish(), publish(town.staff, rival)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { detail: 'term_conflicts' }
		});
		expect(await booked()).toHaveLength(13);
	});
	it('leaves the leader the letters of the week, and needs none of them', async () => {
		await town.put();
		const write = (words: string) =>
			run((scope) => writeToMembers(scope, town.leader, { groupId: town.groupId, words }, here));
		await write('一');
		expect(await publish()).toEqual({ activities: 1, dates: 13, told: 1 });
		expect((await told(town.member)).sort()).toEqual(['group_term']);
		for (const words of ['二', '三']) await write(words);
		await expect(write('四')).rejects.toMatchObject({ detail: 'group_messages' });
	});
});

describe('what became of a quarter', () => {
	it('is counted against the plan as it was published, and taken over into the next', async () => {
		await town.put({ interval: 4 });
		await publish();
		const [, second, third] = await town.dates((await written())[0]!.id);
		const move = { occurrenceId: second!.id, sequence: 0, day: '2027-02-04', startMinute: 600, reason: null };
		await run((scope) => moveDate(scope, town.leader, move, here));
		const off = { occurrenceId: third!.id, sequence: 0, reason: '下雪' };
		await run((scope) => cancelDate(scope, town.leader, off, here));
		const extra = { groupId: town.groupId, firstDay: '2027-01-20', rule: null };
		const later = at('09:00');
		await run(({ tx }) => tx.update(activities).set({ publishedAt: here.now }));
		await town.publish({ ...extra });
		await run(({ tx }) =>
			tx.update(activities).set({ publishedAt: later.now }).where(eq(activities.name, '戏曲演唱'))
		);
		const march = at('08:00', '2027-03-15');
		const seen = await page(town.member, quarter, march);
		expect(seen.outcome).toEqual({
			...{ planned: 4, held: 2, ahead: 1, cancelled: 1, moved: 1, added: 1, percent: 67 }
		});
		expect(seen.months.map(({ state }) => state)).toEqual(['full', 'full', 'full']);
		const all = await run((scope) => quarterPage(scope, quarter, march));
		expect(all.rows[0]).toMatchObject({ ...seen.outcome, plan: 'published' });
		expect(all.total).toEqual(seen.outcome);

		const next = { groupId: town.groupId, quarter: '2027-2', version: 0 };
		const taken = (who: Actor) => run((scope) => takeOver(scope, who, next, march));
		await expect(taken(town.member)).rejects.toMatchObject({ code: 'not_found' });
		expect(await taken(town.leader)).toBe(2);
		const again = run((scope) => takeOver(scope, town.leader, { ...next, version: 1 }, march));
		await expect(again).rejects.toMatchObject({ detail: 'term_taken_already' });
		const draft = await page(town.leader, '2027-2', march);
		expect(draft.rows.map(({ name, draft }) => [name, draft]).sort()).toEqual([
			['唱戏', true],
			['戏曲演唱', true]
		]);
	});
});
