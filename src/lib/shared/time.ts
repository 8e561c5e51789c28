import { Time, fromDate, parseDate, parseTime, toCalendarDateTime, toZoned } from '@internationalized/date';

/** A local day, `YYYY-MM-DD`. */
export type Day = string;
/** A local time of day, `HH:MM`. */
export type Clock = string;
/** 0 = Sunday … 6 = Saturday, as JavaScript counts. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A half-open span of instants, `[start, end)`. */
export interface Span {
	start: Date;
	end: Date;
}

const dayForm = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** True for a text that is a day of the calendar: JavaScript alone takes the 30th of February for one of March. */
export function isDay(text: string): boolean {
	const at = new Date(`${text}T00:00:00Z`);
	return dayForm.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const quarter = 15 * minute;
const offsets = new Map<string, Map<number, number>>();
/** Some ten years of quarters that somebody asked about. */
const mostKept = 400_000;

/**
 * How far a zone is ahead of UTC at an instant, milliseconds. Kept by the quarter of an hour, within which no zone
 * changes: asking the zone itself takes a thousand times longer, and a plan of many people asks all the time.
 */
function offsetAt(instant: number, zone: string): number {
	let kept = offsets.get(zone);
	if (kept === undefined || kept.size > mostKept) offsets.set(zone, (kept = new Map<number, number>()));
	const at = Math.floor(instant / quarter);
	let offset = kept.get(at);
	if (offset === undefined) {
		offset = fromDate(new Date(instant), zone).offset;
		kept.set(at, offset);
	}
	return offset;
}

/** An instant moved so that its UTC fields read as the local ones. */
function localised(instant: Date, zone: string): Date {
	const at = instant.getTime();
	return new Date(at + offsetAt(at, zone));
}

/** The local day of an instant in a zone. */
export function dayOf(instant: Date, zone: string): Day {
	return localised(instant, zone).toISOString().slice(0, 10);
}

/** The local time of day of an instant in a zone, `HH:MM`. */
export function clockOf(instant: Date, zone: string): Clock {
	return localised(instant, zone).toISOString().slice(11, 16);
}

/** Minutes since local midnight of an instant in a zone, 0 … 1439. */
export function minuteOfDay(instant: Date, zone: string): number {
	const local = localised(instant, zone);
	return local.getUTCHours() * 60 + local.getUTCMinutes();
}

/** The instant of a local day and time in a zone; of a time that the clocks skip, as if they had not. */
export function instantAt(day: Day, clock: Clock, zone: string): Date {
	const date = parseDate(day);
	const time: Time = parseTime(clock);
	const local = Date.parse(`${day}T${time.toString().slice(0, 8)}Z`);
	const at = local - offsetAt(local, zone);
	const steady = offsetAt(at - 3 * hour, zone) === offsetAt(at + 3 * hour, zone);
	if (steady && offsetAt(at, zone) === offsetAt(local, zone)) return new Date(at);
	// the clocks are changed about then
	return toZoned(toCalendarDateTime(date, time), zone).toDate();
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
	return parseDate(day).add({ days: count }).toString();
}

/** The same day `count` months later, or the last of a month that is too short. */
export function addMonths(day: Day, count: number): Day {
	return parseDate(day).add({ months: count }).toString();
}

/** The weekday of a local day. */
export function weekdayOf(day: Day): Weekday {
	return new Date(`${day}T00:00:00Z`).getUTCDay() as Weekday;
}

/** Whole days from `from` to `to`, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}

/** Full years lived on a day. */
export function ageOn(born: Day, on: Day): number {
	const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
	return on.slice(5) < born.slice(5) ? years - 1 : years;
}

/** True where two half-open spans share an instant. */
export function overlaps(a: Span, b: Span): boolean {
	return a.start < b.end && b.start < a.end;
}

/** The first instant of the local month that holds `instant`. */
export function monthStart(instant: Date, zone: string): Date {
	return instantAt(`${dayOf(instant, zone).slice(0, 7)}-01`, '00:00', zone);
}

/** The first instant of the local week (Monday) that holds `instant`. */
export function weekStart(instant: Date, zone: string): Date {
	const today = dayOf(instant, zone);
	return instantAt(addDays(today, -((weekdayOf(today) + 6) % 7)), '00:00', zone);
}
