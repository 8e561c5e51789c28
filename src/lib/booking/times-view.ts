import type { Day } from '#lib/shared/time.ts';

/** A day in the month that one chooses from. */
export interface DayCell {
	day: Day;
	number: string;
	/** 明天, 11月28日 周六 */
	words: string;
	/** Why there is nothing to choose: 满, 休, 未定. */
	mark: string | null;
	/** Has times outside of the old office hours. */
	staggered: boolean;
	current: boolean;
}

/** The days and times of a service as a page shows them. */
export interface TimesView {
	/** Empty places before the first day, so that weeks begin on Monday. */
	before: number;
	days: DayCell[];
	/** The first free time, an instant and its words. */
	first: { start: string; words: string } | null;
	chosen: {
		day: Day;
		title: string;
		times: { start: string; clock: string; staggered: boolean }[];
		/** Why the day has no times. */
		why: string | null;
	};
	/** A year whose holidays nobody knows yet. */
	unknownYear: string | null;
	/** Where it is done, if at several stations. */
	stations: { id: string; name: string }[];
}

/** What the address of a page of times says. */
export interface TimesAddress {
	day: Day | null;
	/** Only at this station. */
	at: string | null;
	/** For whom; null for oneself. */
	for: string | null;
	place: 'desk' | 'home' | null;
	/** The time that was tapped. */
	start: Date | null;
	/** What is held for the open form. */
	hold: string | null;
}
