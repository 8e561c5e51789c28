import { phoneHash } from '#lib/accounts/keys.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { readPhone } from '#lib/accounts/phone.ts';
import { listPeople } from '#lib/accounts/list-queries.server.ts';
import { personByPhone } from '#lib/accounts/queries.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import { bookingCode, readCode } from '#lib/booking/code.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { AppError } from '#lib/shared/errors.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { bookingsOfDay, ownBookingsOfDay, type VisitBooking } from './booking-queries.server.ts';

/** What the clerk finds for somebody at the door. */
export interface Found {
	/** Appointments of today for which nobody has come yet. */
	bookings: { id: string; clock: string; service: string; attendee: string; desk: string }[];
	/** Who it may be, for a number without an appointment. */
	people: { id: string; name: string; place: string | null }[];
}

const most = 5;

/**
 * Finds by the code of a booking, by a phone, or by a name, in what is booked here today and among those whom the community
 * knows.
 * @throws AppError `not_allowed` for anybody who is not of the staff
 */
export async function findAtDoor(
	scope: Scope,
	actor: Actor,
	{ stationId, said }: { stationId: string; said: string },
	{ now, zone }: Here
): Promise<Found> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const today = dayOf(now, zone);
	const line = ({ booking, service, attendee, desk }: VisitBooking): Found['bookings'][number] => ({
		id: booking.id,
		clock: clockOf(booking.during.start, zone),
		service: named(service),
		attendee,
		desk: desk ? named(desk) : ''
	});
	const expected = await bookingsOfDay(scope, stationId, today, ['booked']);
	const code = readCode(said);
	if (code) {
		const bookings = expected.filter(({ booking }) => bookingCode(booking.id) === code).map(line);
		return { bookings, people: [] };
	}
	const phone = readPhone(said);
	if (phone) {
		const person = await personByPhone(scope, phoneHash(phone));
		if (!person) return { bookings: [], people: [] };
		const own = await ownBookingsOfDay(scope, person.id, stationId, today);
		const bookings = own.filter(({ booking }) => booking.status === 'booked').map(line);
		return { bookings, people: [{ id: person.id, name: person.name, place: null }] };
	}
	const tokens = queryTokens(said);
	if (tokens.length === 0) return { bookings: [], people: [] };
	const people = await listPeople(scope, { tokens, show: 'all', limit: most, offset: 0 });
	const ids = new Set(people.map(({ id }) => id));
	return {
		bookings: expected.filter(({ booking }) => ids.has(booking.attendeeId)).map(line),
		people: people.map(({ id, name, building, buildingEn }) => ({
			id,
			name,
			place: building && buildingEn ? named({ name: building, nameEn: buildingEn }) : null
		}))
	};
}
