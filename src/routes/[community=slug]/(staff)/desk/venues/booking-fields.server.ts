import { minuteOn } from '#lib/venues/free-times.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Span } from '#lib/shared/time.ts';
import { clock } from '#lib/web/schema.server.ts';
import { rosterDay } from '../roster/roster-schema.server.ts';

/** The day and the hours of a booking, as staff say them. */
export const timeFields = { day: rosterDay(), from: clock(), to: clock() };

/**
 * The same as a span.
 * @throws AppError `invalid` / `to` where it ends before it begins
 */
export function saidSpan({ day, from, to }: { day: string; from: number; to: number }, zone: string): Span {
	if (to <= from) throw new AppError('invalid', 'to');
	return { start: minuteOn(day, from, zone), end: minuteOn(day, to, zone) };
}
