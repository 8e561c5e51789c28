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

/** What somebody finds who opens the address at the door of a station. */
export interface DoorPage {
	station: { id: string; name: string };
	/** Null for who is not signed in, or whom the community does not know. */
	mine: {
		/** Appointments of today for which nobody has checked in. */
		bookings: { id: string; clock: string; service: string; attendee: string }[];
		/** Numbers that stand. */
		tickets: { id: string; number: number; service: string }[];
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
	const nameOf = (id: string) => named(services.find((one) => one.id === id) ?? { name: '', nameEn: '' });
	return {
		station: { id: station.id, name: named(station) },
		mine: actor && (await mineOf(scope, actor, station.id, nameOf, here)),
		walkIns: services
			.filter(({ walkIn }) => walkIn)
			.map(({ id, icon, minutes, ...one }) => ({ id, name: named(one), icon, minutes }))
	};
}

async function mineOf(
	scope: Scope,
	{ personId }: Actor,
	stationId: string,
	nameOf: (serviceId: string) => string,
	{ now, zone }: Here
): Promise<NonNullable<DoorPage['mine']>> {
	const day = dayOf(now, zone);
	const bookings = await ownBookingsOfDay(scope, personId, stationId, day);
	const tickets = await standingTicketsOf(scope, personId, day);
	return {
		bookings: bookings
			.filter(({ booking }) => booking.status === 'booked')
			.map(({ booking, service, attendee }) => ({
				id: booking.id,
				clock: clockOf(booking.during.start, zone),
				service: named(service),
				attendee
			})),
		tickets: tickets
			.filter((one) => one.stationId === stationId)
			.map(({ id, number, serviceId }) => ({ id, number, service: nameOf(serviceId) }))
	};
}
