import { expect, it } from 'vitest';
import { instantAt, type Span } from '#lib/shared/time.ts';
import {
	conflictsOf,
	lineOf,
	slotOf,
	type Conflict,
	type TermContext,
	type TermRoom
} from './term-conflicts.ts';
import { dayRemediesOf, remediesOf, remedied, type Remedy } from './term-remedies.ts';
import { rowOn } from './term-dates.ts';
import type { TermRow } from './term.ts';

const zone = 'Asia/Shanghai';
const here = { now: instantAt('2026-12-20', '08:00', zone), zone };
const room = (id: string, east: number, seats = 30): TermRoom => ({
	...{ id, east, north: 0, seats, closed: false },
	...{ fromMinute: 8 * 60, toMinute: 21 * 60 }
});
const rooms = [room('hall', 0), room('far', 900), room('near', 100), room('small', 10, 8)];
const singing: TermRow = {
	...{ id: 'singing', name: '唱戏', kind: 'meeting', like: null, place: null, ledBy: 'anna', except: [] },
	...{ firstDay: '2027-01-05', lastDay: '2027-03-31', rule: 'FREQ=WEEKLY;BYDAY=TU' },
	...{ startMinute: 14 * 60, minutes: 120, venueId: 'hall', seats: 20 }
};
const span = (day: string, from: string, to: string): Span => ({
	start: instantAt(day, from, zone),
	end: instantAt(day, to, zone)
});
const context = (change: Partial<TermContext> = {}): TermContext => ({
	...{ rooms, taken: new Map(), lines: [], ...here },
	...change
});
const found = (row: TermRow, all: TermContext = context()) => conflictsOf(lineOf(row, here), all);
const cures = (row: TermRow, all: TermContext) => {
	const line = lineOf(row, here);
	return remediesOf(line, conflictsOf(line, all), all);
};
const dayCures = (row: TermRow, all: TermContext) => {
	const line = lineOf(row, here);
	return dayRemediesOf(line, conflictsOf(line, all), all);
};
const said = (all: Conflict[]) => all.map(({ why, day }) => [why, day]);

it('a free row has nothing in its way, and one that ends as another begins does not meet it', () => {
	expect(found(singing)).toEqual([]);
	const taken = new Map([[slotOf('hall', '2027-01-05'), [span('2027-01-05', '12:00', '14:00')]]]);
	expect(found(singing, context({ taken }))).toEqual([]);
});

it('what is booked in the room is named by the day, and can be gone round', () => {
	const taken = new Map([
		[slotOf('hall', '2027-01-12'), [span('2027-01-12', '15:00', '16:00')]],
		[slotOf('near', '2027-02-02'), [span('2027-02-02', '14:00', '15:00')]]
	]);
	const all = context({ taken });
	expect(said(found(singing, all))).toEqual([['taken', '2027-01-12']]);
	// not the small one, which is nearer; not the near one, which is taken later on
	const remedies = [
		{ by: 'room', venueId: 'far' },
		{ by: 'hour', startMinute: 13 * 60 }
	] as const;
	expect(cures(singing, all)).toEqual(remedies);
	for (const one of remedies) expect(found(remedied(singing, one), all)).toEqual([]);
});

it('one day that collides can go elsewhere alone: nearer than all of the row can, later, or not at all', () => {
	const on = '2027-01-12';
	const taken = new Map([
		[slotOf('hall', on), [span(on, '15:00', '16:00')]],
		[slotOf('near', '2027-02-02'), [span('2027-02-02', '14:00', '15:00')]]
	]);
	const all = context({ taken });
	const remedies: Remedy[] = [
		{ by: 'room', venueId: 'near', on },
		{ by: 'hour', startMinute: 13 * 60, on },
		{ by: 'days', days: [on] }
	];
	expect(dayCures(singing, all)).toEqual([{ day: on, remedies }]);
	for (const one of remedies) expect(found(remedied(singing, one), all)).toEqual([]);
	const mended = remedied(remedied(singing, remedies[0]!), remedies[1]!);
	expect(rowOn(mended, on)).toMatchObject({ venueId: 'near', startMinute: 13 * 60 });
	expect(rowOn(mended, '2027-01-19')).toBe(mended);
	expect(said(found(remedied(mended, { by: 'usual', on }), all))).toEqual([['taken', on]]);
	// a single date is changed as a whole
	const single = { ...singing, rule: null, firstDay: on, lastDay: on };
	expect(dayCures(single, all)).toEqual([]);
	expect(cures(single, all)).toHaveLength(2);
});

it('a day that is not as usual is in the way of others, and they in its, where it really is', () => {
	const on = '2027-01-12';
	const moved = remedied(singing, { by: 'room', venueId: 'near', on });
	const dance: TermRow = { ...singing, id: 'dance', ledBy: 'bert', venueId: 'near' };
	const all = context({ lines: [moved, dance].map((one) => lineOf(one, here)) });
	expect(said(found(moved, all))).toEqual([['row', on]]);
	expect(found(dance, all)).toMatchObject([{ day: on, other: { id: 'singing' } }]);
	expect(said(found(remedied(singing, { by: 'room', venueId: 'small', on })))).toEqual([['seats', on]]);
});

it('several days that collide can be left out at once, or mended one by one', () => {
	const days = ['2027-01-12', '2027-01-19'];
	const all = context({
		rooms: [rooms[0]!],
		taken: new Map(days.map((day) => [slotOf('hall', day), [span(day, '08:00', '21:00')]]))
	});
	expect(cures(singing, all)).toEqual([{ by: 'days', days }]);
	expect(dayCures(singing, all)).toEqual(
		days.map((day) => ({ day, remedies: [{ by: 'days', days: [day] }] }))
	);
});

it('two rows of a plan do not share a room or a leader at a time, which another room does not mend', () => {
	const dance: TermRow = { ...singing, id: 'dance', startMinute: 15 * 60, ledBy: 'bert' };
	const talk: TermRow = { ...dance, id: 'talk', ledBy: 'anna', venueId: 'far' };
	const beside = (row: TermRow) => context({ lines: [singing, row].map((one) => lineOf(one, here)) });
	const [first] = found(singing, beside(dance));
	expect(first).toMatchObject({ why: 'row', day: '2027-01-05', other: { id: 'dance' } });
	expect(found(singing, beside(talk))[0]).toMatchObject({ why: 'leader', other: { id: 'talk' } });
	expect(cures(singing, beside(talk))).toEqual([{ by: 'hour', startMinute: 13 * 60 }]);
});

it('a room that is closed, too small or shut at that hour is said once', () => {
	expect(said(found({ ...singing, seats: 31 }))).toEqual([['seats', null]]);
	expect(said(found({ ...singing, startMinute: 20 * 60 }))).toEqual([['hours', null]]);
	expect(said(found({ ...singing, venueId: 'gone' }))).toEqual([['closed', null]]);
	expect(cures({ ...singing, startMinute: 20 * 60 }, context())).toEqual([
		{ by: 'hour', startMinute: 19 * 60 }
	]);
	expect(said(found({ ...singing, venueId: null, seats: 500 }))).toEqual([]);
});

it('days that have passed are no trouble, and a row without any other has none', () => {
	const over = { ...singing, rule: null, firstDay: '2026-12-15', lastDay: '2026-12-15' };
	expect(said(found(over))).toEqual([['no_date', null]]);
	expect(cures(over, context())).toEqual([]);
});
