import type { Day } from '#lib/shared/time.ts';
import { stepMinutes } from '#lib/venues/venues.ts';
import {
	conflictsOf,
	type Conflict,
	type TermContext,
	type TermLine,
	type TermRoom
} from './term-conflicts.ts';
import type { TermRow } from './term.ts';

/** What a row may become so that nothing stands in its way any more. */
export type Remedy =
	| { by: 'room'; venueId: string }
	| { by: 'hour'; startMinute: number }
	/** These days are left out. */
	| { by: 'days'; days: Day[] };

/** A row after a remedy. */
export function remedied(row: TermRow, remedy: Remedy): TermRow {
	switch (remedy.by) {
		case 'room':
			return { ...row, venueId: remedy.venueId, place: null };
		case 'hour':
			return { ...row, startMinute: remedy.startMinute };
		case 'days':
			return { ...row, except: [...row.except, ...remedy.days].sort() };
	}
}

/** The nearest free room, the nearest free hour, and to do without the days in question; only what helps everywhere. */
export function remediesOf(
	{ row, days }: TermLine,
	conflicts: readonly Conflict[],
	context: TermContext
): Remedy[] {
	if (conflicts.length === 0) return [];
	const helps = (remedy: Remedy) => conflictsOf({ row: remedied(row, remedy), days }, context).length === 0;
	const options = [roomsNear(row, context.rooms).find(helps), hoursNear(row, context.rooms).find(helps)];
	const bad = conflicts.flatMap(({ day }) => day ?? []);
	const spares = bad.length > 0 && bad.length < days.length;
	return [
		...options.filter((one) => one !== undefined),
		...(spares ? [{ by: 'days', days: bad } as const] : [])
	];
}

/** The other rooms, the nearest first. */
function roomsNear({ venueId }: TermRow, rooms: readonly TermRoom[]): Remedy[] {
	const own = rooms.find(({ id }) => id === venueId);
	if (!own) return [];
	const metres = (room: TermRoom) => Math.hypot(room.east - own.east, room.north - own.north);
	return rooms
		.filter(({ id }) => id !== own.id)
		.sort((a, b) => metres(a) - metres(b))
		.map(({ id }) => ({ by: 'room', venueId: id }));
}

/** Other beginnings on the same days, half an hour apart, the nearest first; of two as near the earlier. */
function hoursNear({ venueId, startMinute, minutes }: TermRow, rooms: readonly TermRoom[]): Remedy[] {
	const room = rooms.find(({ id }) => id === venueId) ?? usual;
	const count = Math.max(0, Math.floor((room.toMinute - minutes - room.fromMinute) / stepMinutes) + 1);
	const away = (one: number) => Math.abs(one - startMinute);
	return Array.from({ length: count }, (_, at) => room.fromMinute + at * stepMinutes)
		.sort((a, b) => away(a) - away(b) || a - b)
		.map((one) => ({ by: 'hour', startMinute: one }));
}

/** When people meet where no room says so. */
const usual = { fromMinute: 8 * 60, toMinute: 21 * 60 };
