import { homesByIds } from '#lib/accounts/household-queries.server.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { distanceWords } from '#lib/matching/words.ts';
import type { VisitBooking } from './booking-queries.server.ts';
import { legs } from './route.ts';

/** Where a home visit is, as far as the day's list says it: the door is opened apart. */
export interface Stop {
	building: string | null;
	/** From the visit before it; null for the first. */
	leg: string | null;
}

/** The stops of a day by the ids of their bookings; what is at a desk has none. */
export async function stopsOf(scope: Scope, day: readonly VisitBooking[]): Promise<Map<string, Stop>> {
	const visits = day.filter(({ booking }) => booking.place === 'home').map(({ booking }) => booking);
	const people = await peopleByIds(
		scope,
		visits.map(({ attendeeId }) => attendeeId)
	);
	const homes = await homesByIds(
		scope,
		people.flatMap(({ householdId }) => householdId ?? [])
	);
	const homeOf = new Map(
		people.map(({ id, householdId }) => [id, homes.find((one) => one.id === householdId)])
	);
	const places = visits.map(({ attendeeId }) => homeOf.get(attendeeId));
	const metres = legs(places.map((place) => place ?? null));
	return new Map(
		visits.map(({ id }, at) => {
			const place = places[at];
			const leg = metres[at] ?? null;
			return [
				id,
				{
					building: place ? named({ name: place.building, nameEn: place.buildingEn }) : null,
					leg: leg === null ? null : distanceWords(leg)
				}
			];
		})
	);
}
