import type { Day } from '#lib/shared/time.ts';
import { travelTime } from './distance.ts';
import type { Context, RequestFacts, VolunteerFacts } from './matching.ts';
import {
	instantOf,
	nextFiveMinutes,
	occasionOf,
	type LocalDay,
	type Occasion,
	type Opening
} from './occasion.ts';
import { lastDay } from './papers.ts';

/** Later than any instant: there is no such time. */
export const never = Infinity;

/**
 * When the pair would begin: the first moment of a window in which the volunteer has hours, is not away, has
 * promised nothing else (the way between the two places included) and can have come from home; with time for
 * all the minutes before window and hours end. Null where there is none.
 */
export function firstFreeStart(
	request: RequestFacts,
	volunteer: VolunteerFacts,
	context: Context
): Date | null {
	const start = firstFree(occasionOf(request, context), volunteer);
	return start === never ? null : new Date(start);
}

/** The same as milliseconds, `never` where there is none. */
export function firstFree(occasion: Occasion, volunteer: VolunteerFacts): number {
	const until = lastDay(occasion, volunteer);
	for (const opening of occasion.openings) {
		const start = firstIn(opening, occasion, volunteer, until);
		if (start !== never) return start;
	}
	return never;
}

/** The first moment at which the volunteer, if free at all, could be there; `never` without a window. */
export function soonestThere(occasion: Occasion, volunteer: VolunteerFacts): number {
	const opening = occasion.openings[0];
	return opening ? Math.max(opening.start, arrival(occasion, volunteer)) : never;
}

function firstIn(opening: Opening, occasion: Occasion, volunteer: VolunteerFacts, until: Day): number {
	const { length, zone } = occasion;
	const hours: Hours = { days: opening.days, until, volunteer, zone };
	let from = Math.max(opening.start, arrival(occasion, volunteer));
	while (from + length <= opening.end) {
		const begin = hoursFrom(hours, from);
		if (begin + length > opening.end) return never;
		const end = Math.min(hoursUntil(hours, begin), opening.end);
		const start = afterPromises(occasion, volunteer, begin);
		if (start + length <= end) return start;
		from = end;
	}
	return never;
}

function arrival({ request, now, inPerson }: Occasion, volunteer: VolunteerFacts): number {
	return nextFiveMinutes(now) + (inPerson ? travelTime(volunteer.place, request.place) : 0);
}

/** A volunteer's hours on the days of an opening. */
interface Hours {
	days: readonly LocalDay[];
	/** The last day that counts. */
	until: Day;
	volunteer: VolunteerFacts;
	zone: string;
}

function isAround({ until, volunteer }: Hours, { day }: LocalDay): boolean {
	return day <= until && !volunteer.absences.some(({ from, to }) => from <= day && day <= to);
}

/** The first moment at or after `from` that lies in the hours. */
function hoursFrom(hours: Hours, from: number): number {
	for (const day of hours.days) {
		if (day.end <= from || !isAround(hours, day)) continue;
		let first = never;
		for (const slot of hours.volunteer.availability) {
			if (slot.weekday !== day.weekday || instantOf(day, slot.to, hours.zone) <= from) continue;
			first = Math.min(first, Math.max(from, instantOf(day, slot.from, hours.zone)));
		}
		if (first !== never) return first;
	}
	return never;
}

/** The end of the hours that hold `begin`, through slots that touch, over midnight too. */
function hoursUntil(hours: Hours, begin: number): number {
	let end = begin;
	for (const day of hours.days) {
		if (day.end <= begin) continue;
		if (day.start > end || !isAround(hours, day)) break;
		end = slotsUntil(hours, day, end);
	}
	return end;
}

/** The same within one day. */
function slotsUntil({ volunteer, zone }: Hours, day: LocalDay, begin: number): number {
	let end = begin;
	let grown: boolean;
	do {
		grown = false;
		for (const slot of volunteer.availability) {
			if (slot.weekday !== day.weekday || instantOf(day, slot.from, zone) > end) continue;
			const to = instantOf(day, slot.to, zone);
			grown ||= to > end;
			end = Math.max(end, to);
		}
	} while (grown);
	return end;
}

/**
 * The first moment at or after `begin` from which nothing promised is in the way for the length of the help.
 */
function afterPromises(
	{ request, length, inPerson }: Occasion,
	{ busy }: VolunteerFacts,
	begin: number
): number {
	let start = begin;
	let moved: boolean;
	do {
		moved = false;
		for (const { span, place } of busy) {
			const travel = inPerson ? travelTime(place, request.place) : 0;
			const free = span.end.getTime() + travel;
			if (start >= free || start + length <= span.start.getTime() - travel) continue;
			start = free;
			moved = true;
		}
	} while (moved);
	return start;
}
