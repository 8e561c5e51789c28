import { overlaps, type Day, type Span } from '#lib/shared/time.ts';
import { duringOn } from './during.ts';
import { datesOfRow, rowOn } from './term-dates.ts';
import type { TermRow } from './term.ts';

/** A room as far as a plan asks. */
export interface TermRoom {
	id: string;
	/** Metres from the corner of the map. */
	east: number;
	north: number;
	seats: number;
	/** Minutes of every local day in which it can be used, `[fromMinute, toMinute)`. */
	fromMinute: number;
	toMinute: number;
	closed: boolean;
}

/** A row with the days on which it takes place. */
export interface TermLine {
	row: TermRow;
	days: readonly Day[];
}

/** What a plan has to go round. */
export interface TermContext {
	rooms: readonly TermRoom[];
	/** Times of rooms that others have, by `slotOf`. */
	taken: ReadonlyMap<string, readonly Span[]>;
	/** The rows of the plan, and what the group has on anyway. */
	lines: readonly TermLine[];
	now: Date;
	zone: string;
}

/** The key of a room's day. */
export function slotOf(venueId: string, day: Day): string {
	return `${venueId} ${day}`;
}

/** A row with those of its days that are still to come. */
export function lineOf(row: TermRow, { now, zone }: Pick<TermContext, 'now' | 'zone'>): TermLine {
	return { row, days: datesOfRow(row).filter((day) => duringOn(rowOn(row, day), day, zone).start > now) };
}

/** Why nothing can be in a room at that hour on any day. */
export type RoomTrouble = 'closed' | 'seats' | 'hours';

/** Why a row cannot be as it is: all of it, or on one day. */
export type Conflict =
	| { why: 'no_date'; day: null; other: null }
	/** Its room as usual, or that of one day. */
	| { why: RoomTrouble; day: Day | null; other: null }
	| { why: 'taken'; day: Day; other: null }
	/** Another row has the room, or its leader, at that time. */
	| { why: 'row' | 'leader'; day: Day; other: TermRow };

/** All that stands in the way of a row; what concerns all of it is said alone, else one reason a day, in order. */
export function conflictsOf(line: TermLine, context: TermContext): Conflict[] {
	const { row, days } = line;
	if (days.length === 0) return [{ why: 'no_date', day: null, other: null }];
	const trouble = roomTrouble(row, context.rooms);
	if (trouble && days.some((day) => rowOn(row, day) === row))
		return [{ why: trouble, day: null, other: null }];
	return days.flatMap((day) => dayConflict(rowOn(row, day), day, context) ?? []);
}

function roomTrouble(row: TermRow, rooms: readonly TermRoom[]): RoomTrouble | null {
	if (row.venueId === null) return null;
	const room = rooms.find(({ id }) => id === row.venueId);
	if (!room || room.closed) return 'closed';
	if ((row.seats ?? 0) > room.seats) return 'seats';
	const outside = row.startMinute < room.fromMinute || row.startMinute + row.minutes > room.toMinute;
	return outside ? 'hours' : null;
}

/** @param row as it is on that day */
function dayConflict(
	row: TermRow,
	day: Day,
	{ rooms, taken, lines, zone }: TermContext
): Conflict | undefined {
	const trouble = roomTrouble(row, rooms);
	if (trouble) return { why: trouble, day, other: null };
	const during = duringOn(row, day, zone);
	const meeting = lines
		.filter((line) => line.row.id !== row.id && line.days.includes(day))
		.map((line) => rowOn(line.row, day))
		.filter((other) => overlaps(during, duringOn(other, day, zone)));
	const inRoom = row.venueId === null ? undefined : meeting.find(({ venueId }) => venueId === row.venueId);
	if (inRoom) return { why: 'row', day, other: inRoom };
	const led = meeting.find(({ ledBy }) => ledBy === row.ledBy);
	if (led) return { why: 'leader', day, other: led };
	const booked = row.venueId === null ? [] : (taken.get(slotOf(row.venueId, day)) ?? []);
	return booked.some((span) => overlaps(span, during)) ? { why: 'taken', day, other: null } : undefined;
}
