import { addDays, daysBetween, weekdayOf, type Day } from '#lib/shared/time.ts';

/**
 * How the days of a sheet are moved, always by whole weeks so that a Saturday stays a Saturday: not at all; all by
 * the same number of weeks; all so that the earliest comes to lie in the week of a day; or each row by itself, so that
 * its first day falls into so many weeks from the week of a day on.
 */
export type Shift =
	| { kind: 'none' }
	| { kind: 'weeks'; weeks: number }
	| { kind: 'to_week'; day: Day }
	| { kind: 'into_weeks'; day: Day; count: number };

/** By how many weeks a row moves. `earliest` is the first day of the whole sheet, `first` that of the row. */
export function weeksToShift(shift: Shift, earliest: Day | null, first: Day): number {
	switch (shift.kind) {
		case 'none':
			return 0;
		case 'weeks':
			return shift.weeks;
		case 'to_week':
			return weeksBetween(earliest ?? first, shift.day);
		case 'into_weeks': {
			const ahead = weeksBetween(shift.day, first);
			return (((ahead % shift.count) + shift.count) % shift.count) - ahead;
		}
	}
}

/** The day so many weeks later. */
export function moved(day: Day, weeks: number): Day {
	return weeks === 0 ? day : addDays(day, weeks * 7);
}

/** Weeks from the week (Monday first) of one day to that of another. */
function weeksBetween(from: Day, to: Day): number {
	return daysBetween(mondayOf(from), mondayOf(to)) / 7;
}

function mondayOf(day: Day): Day {
	return addDays(day, -((weekdayOf(day) + 6) % 7));
}
