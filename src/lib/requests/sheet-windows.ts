import { addDays, daysBetween, instantAt, minute, type Day, type Span } from '#lib/shared/time.ts';

/** Days of a sheet that become windows at most. */
const mostDays = 14;
const opens = '09:00';
/** Until 17:00, unless the help takes longer. */
const openMinutes = 8 * 60;

/** The days that a row of a sheet tells; either may be missing. */
export interface SheetDays {
	fromDay: Day | null;
	toDay: Day | null;
}

/**
 * When help that a sheet asks for may happen: from 9:00 to 17:00 on each of its days, at most fourteen of them, from
 * now on. A first day alone is that day; a last day alone begins today; no day is the fourteen from today. A sheet has
 * many rows and few days, so the maker finds each day's opening once.
 * @param today the local day of `now`
 * @returns for the days of a row and the minutes that the help takes: windows in order, none shorter than the help;
 * empty where the days are over
 */
export function windowMaker({
	now,
	today,
	zone
}: {
	now: Date;
	today: Day;
	zone: string;
}): (days: SheetDays, minutes: number) => Span[] {
	const openings = new Map<Day, Date>();
	function opening(day: Day): Date {
		const known = openings.get(day) ?? instantAt(day, opens, zone);
		openings.set(day, known);
		return known;
	}
	return ({ fromDay, toDay }, minutes) => {
		const first = fromDay && fromDay > today ? fromDay : today;
		const last = toDay ?? fromDay ?? addDays(today, mostDays - 1);
		const count = Math.min(mostDays, daysBetween(first, last) + 1);
		return Array.from({ length: Math.max(0, count) }, (_, at) => opening(addDays(first, at)))
			.map((start) => ({
				start: start > now ? start : now,
				end: new Date(start.getTime() + Math.max(openMinutes, minutes) * minute)
			}))
			.filter(({ start, end }) => end.getTime() - start.getTime() >= minutes * minute);
	};
}
