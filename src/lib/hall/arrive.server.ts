import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { clockOf, dayOf, minute } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { visitBookingById, moveBooking } from './booking-queries.server.ts';
import { eveningAfter, numberOver } from './evening.server.ts';
import type { Arrival } from './hall.ts';
import { readHall, waitOfNext, type Hall } from './hall.server.ts';
import * as query from './queries.server.ts';
import { turnOf } from './queue.ts';
import { servicesAtDesks } from './station-queries.server.ts';
import { toldMinutes, type Wait } from './wait-estimate.ts';

/** How long before an appointment one may check in by oneself, and before a desk opens take a number. */
const soonest = 60 * minute;

/**
 * Somebody has come for an appointment: he gets his number. Coming twice gives the same number again.
 * @param given.stationId where he is; an appointment at another station is not found here
 * @returns the id of the ticket
 * @throws AppError `not_found` for an appointment that is neither his own nor booked by him, unless staff ask;
 *   `not_possible_now` / `another_day`, `check_in_early`; `changed_meanwhile` / `booking` where it was cancelled
 */
export async function checkIn(
	scope: Scope,
	actor: Actor,
	given: { bookingId: string; stationId: string; via: Arrival },
	{ now, zone }: Here
): Promise<string> {
	const found = await visitBookingById(scope, given.bookingId);
	if (found?.desk?.stationId !== given.stationId) throw new AppError('not_found');
	const { booking, service } = found;
	const own = booking.attendeeId === actor.personId || booking.bookedBy === actor.personId;
	if (!own && !isStaff(actor)) throw new AppError('not_found');
	const known = await query.ticketOfBooking(scope, booking.id);
	if (known) return known.id;
	if (booking.localDay !== dayOf(now, zone)) throw new AppError('not_possible_now', 'another_day');
	const { start } = booking.during;
	const from = new Date(start.getTime() - soonest);
	if (now < from && !isStaff(actor)) {
		throw new AppError('not_possible_now', 'check_in_early', { from: clockOf(from, zone) });
	}
	const arrived = { status: 'arrived', arrivedAt: now } as const;
	if (!(await moveBooking(scope, booking.id, ['booked'], arrived))) {
		// pressed twice at the same moment, the second waited for the first
		const made = await query.ticketOfBooking(scope, booking.id);
		if (made) return made.id;
		throw new AppError('changed_meanwhile', 'booking');
	}
	return join(
		scope,
		actor,
		{
			...given,
			serviceId: booking.serviceId,
			minutes: service.minutes,
			personId: booking.attendeeId,
			appointment: start
		},
		{ now, zone }
	);
}

/**
 * Somebody has come without an appointment and takes a number. On his own phone he gets the one that he has already for
 * the same matter.
 * @param given.personId null where nobody knows who it is
 * @returns the id of the ticket
 * @throws AppError `not_found`; `not_possible_now` / `only_booked` for what needs an appointment, `nobody_today` where no
 *   desk takes it today any more, `hall_closed` long before one does
 */
export async function takeNumber(
	scope: Scope,
	actor: Actor,
	given: { stationId: string; serviceId: string; personId: string | null; via: Arrival },
	{ now, zone }: Here
): Promise<string> {
	if (given.personId !== actor.personId && !isStaff(actor)) throw new AppError('not_allowed');
	if (given.personId && !(await personById(scope, given.personId))) throw new AppError('not_found');
	const service = (await servicesAtDesks(scope)).find(({ id }) => id === given.serviceId);
	if (!service) throw new AppError('not_found');
	if (!service.walkIn) throw new AppError('not_possible_now', 'only_booked');
	await query.holdQueue(scope, given.stationId);
	if (given.personId) {
		const standing = await query.standingTicketsOf(scope, given.personId, dayOf(now, zone));
		const same = standing.find(
			({ ticket }) => ticket.stationId === given.stationId && ticket.serviceId === given.serviceId
		);
		if (same) return same.ticket.id;
	}
	return join(scope, actor, { ...given, minutes: service.minutes, appointment: null }, { now, zone });
}

interface Coming {
	stationId: string;
	serviceId: string;
	minutes: number;
	personId: string | null;
	via: Arrival;
	bookingId?: string;
	appointment: Date | null;
}

async function join(scope: Scope, actor: Actor, coming: Coming, here: Here): Promise<string> {
	const { stationId, serviceId, minutes, personId, via, bookingId = null, appointment } = coming;
	const { now } = here;
	const id = newId();
	await query.holdQueue(scope, stationId);
	const number = await query.nextNumber(scope, stationId, dayOf(now, here.zone));
	const hall = await readHall(scope, stationId, here);
	const turnAt = turnOf(now, appointment);
	const appointed = turnAt === appointment;
	const next = { id, number, serviceId, turnAt, appointed, deskId: null, minutes };
	const wait = waitOfNext(hall, next, now);
	if (!appointment) refuseInVain(hall, serviceId, wait, isStaff(actor) ? null : here);
	await query.addTicket(scope, {
		id,
		stationId,
		day: hall.day,
		number,
		serviceId,
		bookingId,
		personId,
		via,
		status: 'waiting',
		turnAt,
		arrivedAt: now,
		toldMinutes: wait && toldMinutes(wait.minutes)
	});
	if (!bookingId) await enqueue(scope, numberOver, { ticketId: id }, eveningOf(hall, now));
	await recordEvent(scope, { kind: 'ticket', id }, 'arrived', actor.personId, now, { via });
	await query.announce(scope, stationId);
	return id;
}

/** When those who then still wait are no longer called. */
function eveningOf({ duties }: Hall, now: Date): Date {
	return eveningAfter(Math.max(+now, ...duties.map(({ during }) => +during.end)));
}

/**
 * Nobody is given a number for which nobody will call him.
 * @param here null at the desk, where a number may be given at any hour
 */
function refuseInVain(hall: Hall, serviceId: string, wait: Wait | null, here: Here | null): void {
	const starts = hall.open.filter(({ serves }) => serves.has(serviceId)).map(({ during }) => +during.start);
	if (starts.length === 0 || !wait) throw new AppError('not_possible_now', 'nobody_today');
	const from = new Date(Math.min(...starts) - soonest);
	if (here && here.now < from) {
		throw new AppError('not_possible_now', 'hall_closed', { from: clockOf(from, here.zone) });
	}
}
