import {
	CalendarDate,
	Time,
	fromDate,
	parseDate,
	parseTime,
	toCalendarDateTime,
	toZoned
} from '@internationalized/date';

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

/** The local day of an instant in a zone. */
export function dayOf(instant: Date, zone: string): Day {
	const { year, month, day } = fromDate(instant, zone);
	return new CalendarDate(year, month, day).toString();
}

/** The local time of day of an instant in a zone, `HH:MM`. */
export function clockOf(instant: Date, zone: string): Clock {
	const { hour, minute } = fromDate(instant, zone);
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Minutes since local midnight of an instant in a zone, 0 … 1439. */
export function minuteOfDay(instant: Date, zone: string): number {
	const { hour, minute } = fromDate(instant, zone);
	return hour * 60 + minute;
}

/** The instant of a local day and time in a zone. */
export function instantAt(day: Day, clock: Clock, zone: string): Date {
	const time: Time = parseTime(clock);
	return toZoned(toCalendarDateTime(parseDate(day), time), zone).toDate();
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
	return parseDate(day).add({ days: count }).toString();
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
