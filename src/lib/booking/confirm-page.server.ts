import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { comersOf, placeIn } from './choose-page.server.ts';
import { serviceFor } from './hold.server.ts';
import * as query from './queries.server.ts';
import type { TimesAddress } from './times-view.ts';
import type { Here } from './times.server.ts';
import { inWords } from './words.ts';

/** A document to bring. */
export interface Paper {
	id: string;
	name: string;
	required: boolean;
}

/** What to bring, in the reader's language. */
export async function papersOf(scope: Scope, serviceId: string): Promise<Paper[]> {
	const rows = await query.documentsOf(scope, serviceId);
	return rows.map((row) => ({ id: row.id, name: inWords(row), required: row.required }));
}

/** Where a booking is: the station, never the desk; null at home. */
export async function whereOf(scope: Scope, { deskId }: Pick<query.BookingRow, 'deskId'>) {
	if (!deskId) return null;
	const station = await query.stationOf(scope, deskId);
	return {
		name: inWords(station),
		address: inWords({ name: station.address, nameEn: station.addressEn }),
		phone: station.phone
	};
}

/**
 * The page on which a time is confirmed. What was held may be held no longer: then the page says so, and the same time is
 * booked if it is still free.
 * @throws AppError `not_found` where the address names no time
 */
export async function confirmPage(
	scope: Scope,
	actor: Actor,
	serviceId: string,
	address: TimesAddress,
	here: Here
) {
	const service = await serviceFor(scope, serviceId);
	const { start } = address;
	if (!start) throw new AppError('not_found');
	const booking = address.hold ? await query.bookingById(scope, address.hold) : undefined;
	const mine = booking?.bookedBy === actor.personId ? booking : undefined;
	const held = mine?.status === 'held' ? mine : undefined;
	return {
		/** Gone back to after it was booked. */
		bookedId: mine && mine.status !== 'held' ? mine.id : null,
		service: inWords(service),
		start: start.toISOString(),
		when: sayWhen(start, here),
		place: placeIn(service, address),
		where: held ? await whereOf(scope, held) : null,
		heldUntil: held?.heldUntil ?? null,
		attendeeId: address.for ?? actor.personId,
		comers: await comersOf(scope, actor),
		papers: await papersOf(scope, service.id)
	};
}
