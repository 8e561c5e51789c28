import { minute, weekStart } from '#lib/shared/time.ts';
import type { RequestFacts, VolunteerFacts } from '../matching.ts';
import type { Planned } from './planning.ts';

/** Somebody who has not helped this person yet. */
export const stranger: VolunteerFacts['history'] = { helps: 0, good: 0, last: false };
const week = 7 * 24 * 60 * minute;

/** The week in which a moment lies, as the milliseconds of its beginning. */
export function weekOf(moment: number, zone: string): number {
	return weekStart(new Date(moment), zone).getTime();
}

/**
 * A volunteer as one request sees him: what he has done for this person, and what he has promised in that week.
 * @param weekBegins of the week for which help is looked for
 */
export function seenFrom(
	{ forPersonId }: Pick<RequestFacts, 'forPersonId'>,
	volunteer: Planned,
	weekBegins: number
): VolunteerFacts {
	return {
		...volunteer,
		history: volunteer.histories.get(forPersonId) ?? stranger,
		minutesThisWeek: minutesIn(volunteer, weekBegins)
	};
}

/** Minutes promised in a week. */
export function minutesIn({ promised }: Pick<Planned, 'promised'>, weekBegins: number): number {
	let sum = 0;
	for (const { start, end } of promised) {
		const at = start.getTime();
		if (at >= weekBegins && at < weekBegins + week) sum += (end.getTime() - at) / minute;
	}
	return Math.round(sum);
}
