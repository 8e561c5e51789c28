import type { Day } from '#lib/shared/time.ts';
import { stepMinutes } from '#lib/venues/venues.ts';
import {
	conflictsOf,
	type Conflict,
	type TermContext,
	type TermLine,
	type TermRoom
} from './term-conflicts.ts';
import { rowOn } from './term-dates.ts';
import type { DayChange, TermRow } from './term.ts';

/** Another room or another hour: always, or `on` one day. */
type Move = { by: 'room'; venueId: string; on?: Day } | { by: 'hour'; startMinute: number; on?: Day };

/** What a row may become so that nothing stands in its way any more. */
export type Remedy =
	| Move
	/** These days are left out. */
	| { by: 'days'; days: Day[] }
	/** A day is as usual again. */
	| { by: 'usual'; on: Day };

/** A row after a remedy. */
export function remedied(row: TermRow, remedy: Remedy): TermRow {
	switch (remedy.by) {
		case 'room': {
			const { on, venueId } = remedy;
			return on ? changedOn(row, { day: on, venueId }) : { ...row, venueId, place: null };
		}
		case 'hour': {
			const { on, startMinute } = remedy;
			return on ? changedOn(row, { day: on, startMinute }) : { ...row, startMinute };
		}
		case 'days':
			return { ...row, except: [...new Set([...row.except, ...remedy.days])].sort() };
		case 'usual':
			return { ...row, changes: changesBeside(row, remedy.on) };
	}
}

const changesBeside = ({ changes = [] }: TermRow, on: Day) => changes.filter(({ day }) => day !== on);

function changedOn(row: TermRow, change: DayChange): TermRow {
	const before = row.changes?.find(({ day }) => day === change.day);
	return { ...row, changes: [...changesBeside(row, change.day), { ...before, ...change }] };
}

/** The nearest free room, the nearest free hour, and to do without the days in question; only what helps everywhere. */
export function remediesOf(
	{ row, days }: TermLine,
	conflicts: readonly Conflict[],
	context: TermContext
): Remedy[] {
	if (conflicts.length === 0) return [];
	const bad = conflicts.flatMap(({ day }) => day ?? []);
	// how to do without a single day is said beside it
	const spares = bad.length > 1 && bad.length < days.length;
	return [...movesOf({ row, days }, context), ...(spares ? [{ by: 'days', days: bad } as const] : [])];
}

/** For each day in question the nearest free room and hour on it alone, and to leave it out; a single date has none. */
export function dayRemediesOf(
	{ row, days }: TermLine,
	conflicts: readonly Conflict[],
	context: TermContext
): { day: Day; remedies: Remedy[] }[] {
	if (days.length < 2) return [];
	const bad = conflicts.flatMap(({ day }) => day ?? []);
	return bad.map((day) => ({
		day,
		remedies: [...movesOf({ row, days: [day] }, context, day), { by: 'days', days: [day] }]
	}));
}

/** The nearest room and the nearest hour that help on all of these days. */
function movesOf({ row, days }: TermLine, context: TermContext, on?: Day): Move[] {
	const helps = (move: Move) => conflictsOf({ row: remedied(row, move), days }, context).length === 0;
	const now = on ? rowOn(row, on) : row;
	const always = [roomsNear(now, context.rooms), hoursNear(now, context.rooms)];
	return always.flatMap((all) => all.map((one) => (on ? { ...one, on } : one)).find(helps) ?? []);
}

/** The other rooms, the nearest first. */
function roomsNear({ venueId }: TermRow, rooms: readonly TermRoom[]): Move[] {
	const own = rooms.find(({ id }) => id === venueId);
	if (!own) return [];
	const metres = (room: TermRoom) => Math.hypot(room.east - own.east, room.north - own.north);
	return rooms
		.filter(({ id }) => id !== own.id)
		.sort((a, b) => metres(a) - metres(b))
		.map(({ id }) => ({ by: 'room', venueId: id }));
}

/** Other beginnings on the same days, half an hour apart, the nearest first; of two as near the earlier. */
function hoursNear({ venueId, startMinute, minutes }: TermRow, rooms: readonly TermRoom[]): Move[] {
	const room = rooms.find(({ id }) => id === venueId) ?? usual;
	const count = Math.max(0, Math.floor((room.toMinute - minutes - room.fromMinute) / stepMinutes) + 1);
	const away = (one: number) => Math.abs(one - startMinute);
	return Array.from({ length: count }, (_, at) => room.fromMinute + at * stepMinutes)
		.sort((a, b) => away(a) - away(b) || a - b)
		.map((one) => ({ by: 'hour', startMinute: one }));
}

/** When people meet where no room says so. */
const usual = { fromMinute: 8 * 60, toMinute: 21 * 60 };
