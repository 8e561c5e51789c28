import { addDays, instantAt, minute, overlaps, type Day, type Span } from '#lib/shared/time.ts';
import { stepMinutes } from './venues.ts';

/** Minutes of every local day in which a venue can be used, `[from, to)`. */
export interface OpenMinutes {
	fromMinute: number;
	toMinute: number;
}

/** What somebody asks of a day. */
export interface Wanted {
	day: Day;
	/** How long. */
	minutes: number;
	now: Date;
	zone: string;
}

/** A minute of a local day as an instant; the 1440th is the next midnight. */
export function minuteOn(day: Day, count: number, zone: string): Date {
	if (count === 24 * 60) return instantAt(addDays(day, 1), '00:00', zone);
	const [hours, minutes] = [Math.floor(count / 60), count % 60];
	return instantAt(day, [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':'), zone);
}

/** When a venue can be used on a day. Holidays are no reason to lock it: people meet then most of all. */
export function openOn({ fromMinute, toMinute }: OpenMinutes, day: Day, zone: string): Span {
	return { start: minuteOn(day, fromMinute, zone), end: minuteOn(day, toMinute, zone) };
}

/**
 * The beginnings, half an hour apart, at which a venue is free for so long: within its minutes, not over what is booked,
 * and not past.
 */
export function freeTimes(venue: OpenMinutes, booked: readonly Span[], wanted: Wanted): Date[] {
	const { day, minutes, now, zone } = wanted;
	const times: Date[] = [];
	const first = Math.ceil(venue.fromMinute / stepMinutes) * stepMinutes;
	for (let at = first; at + minutes <= venue.toMinute; at += stepMinutes) {
		const start = minuteOn(day, at, zone);
		const span = { start, end: new Date(start.getTime() + minutes * minute) };
		if (start > now && !booked.some((one) => overlaps(one, span))) times.push(start);
	}
	return times;
}

/** The times nearest to one that is gone, nearest first; of two as near the earlier. */
export function nearest(times: readonly Date[], wanted: Date, count: number): Date[] {
	const away = (time: Date) => Math.abs(time.getTime() - wanted.getTime());
	return [...times].sort((a, b) => away(a) - away(b) || a.getTime() - b.getTime()).slice(0, count);
}
