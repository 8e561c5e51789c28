import type { DayCell } from '#lib/booking/times-view.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { venueById } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, clockOf, dayOf, daysBetween, weekdayOf, type Day } from '#lib/shared/time.ts';
import { sayDay, sayMinutes, type Here } from '#lib/ui/dates.ts';
import type { VenueAddress } from './address.ts';
import { freeTimes } from './free-times.ts';
import { venueFacts } from './list-page.server.ts';
import { takenOn } from './queries.server.ts';
import { daysAhead, lengths } from './venues.ts';

/** Days that are shown together: whole weeks. */
const daysShown = 28;

/**
 * The page on which a day, a length and a time are chosen; anyone may look.
 * @param here.apart a booking that is about to move
 * @throws AppError `not_found`
 */
export async function timesPage(
	scope: Scope,
	venueId: string,
	address: VenueAddress,
	{ apart, ...here }: Here & { apart?: string }
) {
	const venue = await venueById(scope, venueId);
	if (!venue) throw new AppError('not_found');
	const today = dayOf(here.now, here.zone);
	const last = addDays(today, daysAhead);
	const shown = daysAround(address.day, today, last);
	const all = await takenOn(scope, { from: shown[0]!, to: shown.at(-1)! }, venueId);
	const taken = all.filter(({ id }) => id !== apart);
	const free = new Map(
		shown.map((day) => {
			const booked = taken.filter(({ localDay }) => localDay === day).map(({ during }) => during);
			return [day, freeTimes(venue, booked, { day, minutes: address.minutes, ...here })];
		})
	);
	const asked = shown.find((day) => day === address.day);
	const chosen = asked ?? shown.find((day) => free.get(day)!.length > 0) ?? shown[0]!;
	const times = free.get(chosen)!;
	const cell = (day: Day): DayCell => ({
		day,
		number: String(Number(day.slice(8))),
		words: sayDay(day, today),
		mark: free.get(day)!.length > 0 ? null : m.venues_day_full(),
		staggered: false,
		current: day === chosen
	});
	return {
		venue: venueFacts(venue),
		closed: venue.closed,
		minutes: address.minutes,
		lengths: lengths.map((minutes) => ({ minutes, words: sayMinutes(minutes) })),
		before: (weekdayOf(shown[0]!) + 6) % 7,
		days: shown.map(cell),
		earlier: shown[0]! > today ? addDays(shown[0]!, -1) : null,
		later: shown.at(-1)! < last ? addDays(shown.at(-1)!, 1) : null,
		chosen: {
			day: chosen,
			title: sayDay(chosen, today),
			times: times.map((start) => ({
				start: start.toISOString(),
				clock: clockOf(start, here.zone).replace(/^0/, ''),
				staggered: false
			})),
			why: times.length > 0 ? null : m.venues_why_full()
		}
	};
}

export type VenueTimes = Awaited<ReturnType<typeof timesPage>>;

/** The days of the page on which one stands: four weeks from today, or the next four, as far as one may book. */
function daysAround(day: Day | null, today: Day, last: Day): Day[] {
	const away = day && day >= today && day <= last ? daysBetween(today, day) : 0;
	const first = away - (away % daysShown);
	const count = Math.min(daysShown, daysBetween(today, last) + 1 - first);
	return Array.from({ length: count }, (_, at) => addDays(today, first + at));
}
