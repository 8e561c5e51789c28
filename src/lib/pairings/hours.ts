import type { FreeHours } from '#lib/matching/matching.ts';
import type { Weekday } from '#lib/shared/time.ts';

/** A time of the local week: weekday and minute of the day. */
export interface WeeklyTime {
	weekday: Weekday;
	/** 0 … 1439 */
	minute: number;
}

/** When visits may be: any of these hours, or, where they are fixed, all of them. */
export interface Suiting {
	hours: readonly FreeHours[];
	fixed: boolean;
}

/** Visits are by day: from eight in the morning until eight in the evening. */
export const daytime = { from: 8 * 60, to: 20 * 60 } as const;

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

/** Any day, by day. */
export const anyDaytime: readonly FreeHours[] = weekdays.map((weekday) => ({ weekday, ...daytime }));

/** Fixed weekdays at one hour. */
export function fixedHours(days: readonly Weekday[], at: number, minutes: number): FreeHours[] {
	return days.map((weekday) => ({ weekday, from: at, to: at + minutes }));
}

/**
 * On each weekday the earliest time from which both have `minutes` in common, Monday first; on none where they have
 * nothing in common.
 */
export function commonTimes(
	suits: readonly FreeHours[],
	free: readonly FreeHours[],
	minutes: number
): WeeklyTime[] {
	const earliest = new Map<Weekday, number>();
	for (const a of suits) {
		for (const b of free) {
			if (a.weekday !== b.weekday) continue;
			const from = Math.max(a.from, b.from);
			if (Math.min(a.to, b.to) - from < minutes) continue;
			earliest.set(a.weekday, Math.min(from, earliest.get(a.weekday) ?? Infinity));
		}
	}
	return weekdays.flatMap((weekday) => {
		const minute = earliest.get(weekday);
		return minute === undefined ? [] : [{ weekday, minute }];
	});
}

type Times = readonly WeeklyTime[];

/** By the hours of the one, those of the other, and minutes. */
const known = new WeakMap<readonly FreeHours[], WeakMap<readonly FreeHours[], Map<number, Times>>>();

/** Kept as long as both lists are: a thousand times a thousand pairs ask for the same few. */
function keptCommonTimes(suits: readonly FreeHours[], free: readonly FreeHours[], minutes: number): Times {
	const ofSuits = known.get(suits) ?? new WeakMap<readonly FreeHours[], Map<number, Times>>();
	known.set(suits, ofSuits);
	const ofBoth = ofSuits.get(free) ?? new Map<number, Times>();
	ofSuits.set(free, ofBoth);
	const times = ofBoth.get(minutes) ?? commonTimes(suits, free, minutes);
	ofBoth.set(minutes, times);
	return times;
}

/**
 * The weekly times at which two can meet. With fixed hours all of them must be free, or there are none.
 */
export function meetingTimes({ hours, fixed }: Suiting, free: readonly FreeHours[], minutes: number): Times {
	const times = keptCommonTimes(hours, free, minutes);
	if (fixed && times.length < new Set(hours.map(({ weekday }) => weekday)).size) return [];
	return times;
}
