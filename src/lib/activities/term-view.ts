import type { Day } from '#lib/shared/time.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { MonthState } from './quarter.ts';

/** How a date of a plan stands: in a draft `on`, `changed` on this day alone, left `out` or in `trouble`; later what became of it. */
export type CellState = 'on' | 'changed' | 'out' | 'trouble' | 'held' | 'cancelled' | 'moved';

/** A row comes from the draft, from the plan as it was published, later, or is there anyway. */
export type RowOrigin = 'draft' | 'plan' | 'added' | 'standing';

/** A date on the board. */
export interface TermCell {
	day: Day;
	/** Of the month, and the month of the year. */
	number: string;
	month: string;
	/** The day and how it stands, in words. */
	words: string;
	state: CellState;
}

/** A week on the board. */
export interface TermWeekView {
	from: Day;
	/** Days of the month from which to which. */
	days: string;
	month: string;
	/** The public holidays in it. */
	holidays: string | null;
}

/** Something that a tap mends, as its form sends it. */
export interface RemedyView {
	words: string;
	/** The same with its day, where it is for one. */
	label: string;
	by: 'room' | 'hour' | 'days' | 'usual';
	value: string;
	/** The day that it is for; null where it is for all of them. */
	on: Day | null;
}

/** What would help on one day. */
export interface DayRemediesView {
	day: Day;
	words: string;
	remedies: RemedyView[];
}

/** A day that is not as usual, and in a draft the tap by which it is again. */
export interface ChangedDayView {
	day: Day;
	words: string;
	usual: RemedyView | null;
}

/** A row on the board. */
export interface TermRowView {
	id: string;
	name: string;
	icon: IconName;
	tone: Tone;
	when: string;
	where: string;
	/** For those who plan. */
	leader: string | null;
	seats: string | null;
	/** How many dates. */
	count: string;
	/** By week. */
	cells: TermCell[][];
	troubles: string[];
	/** For all of its days. */
	remedies: RemedyView[];
	/** For one of them. */
	byDay: DayRemediesView[];
	changed: ChangedDayView[];
	/** Of the draft: it can be changed. */
	draft: boolean;
	/** Where it comes from, if not from the plan. */
	label: string | null;
}

/** A date in the list of a month. */
export interface TermDateView {
	key: string;
	day: Day;
	/** HH:MM, for the order of a day. */
	clock: string;
	date: string;
	time: string;
	name: string;
	where: string;
	leader: string | null;
	seats: number | null;
	state: CellState;
}

/** A month of the quarter. */
export interface TermMonthView {
	month: string;
	name: string;
	state: MonthState;
	dates: TermDateView[];
	/** How many take place. */
	count: number;
}
