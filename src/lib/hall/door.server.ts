import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { stationById } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { ownBookingsOfDay } from './booking-queries.server.ts';
import { standingTicketsOf } from './queries.server.ts';
import { servicesAtDesks } from './station-queries.server.ts';

/** A number that stands. */
export interface OwnNumber {
	id: string;
	number: number;
	stationId: string;
	service: string;
}

/** What somebody finds who opens the address at the door of a station. */
export interface DoorPage {
	station: { id: string; name: string };
	/** Null for who is not signed in, or whom the community does not know. */
	mine: {
		/** Appointments of today for which nobody has checked in. */
		bookings: { id: string; clock: string; service: string; attendee: string }[];
		tickets: OwnNumber[];
	} | null;
	/** What is done without an appointment. */
	walkIns: { id: string; name: string; icon: string; minutes: number }[];
}

/** The page at the door. @throws AppError `not_found` */
export async function doorPage(
	scope: Scope,
	actor: Actor | null,
	stationId: string,
	here: Here
): Promise<DoorPage> {
	const station = await stationById(scope, stationId);
	if (!station) throw new AppError('not_found');
	const services = await servicesAtDesks(scope);
	return {
		station: { id: station.id, name: named(station) },
		mine: actor && {
			bookings: await bookingsAt(scope, actor, station.id, here),
			tickets: (await numbersOf(scope, actor, here)).filter((one) => one.stationId === station.id)
		},
		walkIns: services
			.filter(({ walkIn }) => walkIn)
			.map(({ id, icon, minutes, ...one }) => ({ id, name: named(one), icon, minutes }))
	};
}

async function bookingsAt(
	scope: Scope,
	{ personId }: Actor,
	stationId: string,
	{ now, zone }: Here
): Promise<NonNullable<DoorPage['mine']>['bookings']> {
	const bookings = await ownBookingsOfDay(scope, personId, stationId, dayOf(now, zone));
	return bookings
		.filter(({ booking }) => booking.status === 'booked')
		.map(({ booking, service, attendee }) => ({
			id: booking.id,
			clock: clockOf(booking.during.start, zone),
			service: named(service),
			attendee
		}));
}

/** The numbers of today that stand for somebody, in words. */
export async function numbersOf(
	scope: Scope,
	{ personId }: Actor,
	{ now, zone }: Here
): Promise<OwnNumber[]> {
	const standing = await standingTicketsOf(scope, personId, dayOf(now, zone));
	return standing.map(({ ticket, service }) => ({
		id: ticket.id,
		number: ticket.number,
		stationId: ticket.stationId,
		service: named(service)
	}));
}
