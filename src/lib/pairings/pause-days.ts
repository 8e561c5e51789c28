import { addDays, type Day } from '#lib/shared/time.ts';

/** The longest pause, days. */
const longestPause = 365;

/**
 * The days on which a pause may end: not before it begins nor before today, within a year, and not after the last day of
 * the campaign. None where `first` comes after `last`.
 */
export function pauseEnds(from: Day, today: Day, campaignEnds: Day): { first: Day; last: Day } {
	const aYearLater = addDays(from, longestPause);
	return {
		first: from > today ? from : today,
		last: aYearLater < campaignEnds ? aYearLater : campaignEnds
	};
}
