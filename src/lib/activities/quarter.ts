import { addDays, addMonths, type Day } from '#lib/shared/time.ts';

/** Three months in which each circle is to have something every month (seed 003: 季季有安排, 月月有活动). */
export interface Quarter {
	/** `2026-4`. */
	key: string;
	from: Day;
	to: Day;
	/** `2026-10`. */
	months: string[];
}

/** The quarter that holds a local day. */
export function quarterOf(day: Day): Quarter {
	const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
	const first = String(3 * quarter - 2).padStart(2, '0');
	const from = `${day.slice(0, 4)}-${first}-01`;
	const months = [0, 1, 2].map((count) => addMonths(from, count).slice(0, 7));
	return { key: `${day.slice(0, 4)}-${quarter}`, from, to: addDays(addMonths(from, 3), -1), months };
}

/** The quarter that an address names, `2026-4`; that of today where it names none. */
export function readQuarter(key: string | null, today: Day): Quarter {
	const [, year, quarter] = /^(20\d\d)-([1-4])$/.exec(key ?? '') ?? [];
	return quarterOf(year ? `${year}-${String(3 * Number(quarter)).padStart(2, '0')}-01` : today);
}

/** How many dates of a group take place in a month. */
export interface MonthCount {
	held: number;
	/** Not over yet. */
	ahead: number;
}

/** How far a group's plan of a quarter is. */
export type PlanState = 'none' | 'draft' | 'published';

/** What a month of a group is: `missing` is this month without anything held or to come, `open` a later one. */
export type MonthState = 'full' | 'missing' | 'open' | 'none';

export function monthState({ held, ahead }: MonthCount, month: string, today: Day): MonthState {
	if (held + ahead > 0) return 'full';
	const thisMonth = today.slice(0, 7);
	if (month === thisMonth) return 'missing';
	return month > thisMonth ? 'open' : 'none';
}
