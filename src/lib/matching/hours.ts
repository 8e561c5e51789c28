import type { Day } from '#lib/shared/time.ts';
import type { Point } from './distance.ts';
import type { StandingFacts } from './kind.ts';
import { instantOf, type LocalDay } from './occasion.ts';

/** When somebody is usually free and not away: spans in milliseconds, ascending, none touching the next. */
export interface Hours {
	/** Where the spans begin and end; those from `first` to before `next` are this person's. */
	starts: readonly number[];
	ends: readonly number[];
	first: number;
	next: number;
}

/**
 * A volunteer's hours on some days. Slots that touch are one span, over midnight too.
 * @param until the last day that counts
 */
export function hoursOn(
	days: readonly LocalDay[],
	volunteer: Pick<StandingFacts, 'availability' | 'absences'>,
	zone: string,
	until?: Day
): Hours {
	const starts: number[] = [];
	const ends: number[] = [];
	addHours(starts, ends, days, volunteer, zone, until);
	return { starts, ends, first: 0, next: starts.length };
}

/** Something promised, in milliseconds, and where; no place counts as unknown. */
export interface Promised {
	start: number;
	end: number;
	place: Point | null;
}

const nothing: readonly Promised[] = [];

/** What somebody has promised. */
export function promisesOf({ busy }: Pick<StandingFacts, 'busy'>): readonly Promised[] {
	if (busy.length === 0) return nothing;
	return busy.map(({ span, place }) => ({ start: span.start.getTime(), end: span.end.getTime(), place }));
}

/** All that decides when somebody can be where. */
export interface OwnTime extends Hours {
	place: Point | null;
	promises: readonly Promised[];
}

/** Of many volunteers. It lies together, since looking at thousands takes as long as fetching them from memory. */
export function timesOf(
	days: readonly LocalDay[],
	volunteers: readonly StandingFacts[],
	zone: string
): OwnTime[] {
	const starts: number[] = [];
	const ends: number[] = [];
	return volunteers.map((one) => {
		const first = starts.length;
		addHours(starts, ends, days, one, zone);
		const place = one.place && { east: one.place.east, north: one.place.north };
		return { starts, ends, first, next: starts.length, place, promises: promisesOf(one) };
	});
}

/** Adds them behind what is there already. */
function addHours(
	starts: number[],
	ends: number[],
	days: readonly LocalDay[],
	{ availability, absences }: Pick<StandingFacts, 'availability' | 'absences'>,
	zone: string,
	until?: Day
): void {
	const own = starts.length;
	for (const day of days) {
		if (until !== undefined && day.day > until) continue;
		if (absences.some(({ from, to }) => from <= day.day && day.day <= to)) continue;
		for (const { weekday, from, to } of availability) {
			if (weekday === day.weekday)
				insert(starts, ends, own, instantOf(day, from, zone), instantOf(day, to, zone));
		}
	}
}

/** Puts a span in its place behind `own`, as one with those that it touches. */
function insert(starts: number[], ends: number[], own: number, start: number, end: number): void {
	if (end <= start) return;
	let first = starts.length;
	while (first > own && ends[first - 1]! >= start) first--;
	if (first === starts.length) {
		starts.push(start);
		ends.push(end);
		return;
	}
	let next = first;
	while (next < starts.length && starts[next]! <= end) next++;
	const touched = next > first;
	starts.splice(first, next - first, touched ? Math.min(start, starts[first]!) : start);
	ends.splice(first, next - first, touched ? Math.max(end, ends[next - 1]!) : end);
}
