import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, minute, minuteOfDay, type Day } from '#lib/shared/time.ts';
import { holdMinutes } from './booking.ts';
import { followUp } from './follow-up.server.ts';
import { serviceFor } from './hold.server.ts';
import { giveBack, placeOf, waitLooks } from './offer-place.server.ts';
import * as query from './queries.server.ts';
import { requireRight } from './rights.server.ts';
import { tell } from './tell.server.ts';
import { freeTimesOn, type Here } from './times.server.ts';
import * as waits from './wait-queries.server.ts';

/** What would suit. */
export interface WaitWish {
	serviceId: string;
	attendeeId: string;
	fromDay: Day;
	toDay: Day;
	/** Minutes of the day within which it suits. */
	fromMinute: number;
	toMinute: number;
}

/**
 * Puts somebody on the waiting list of a service.
 * @throws AppError `invalid` / `booking_wait_days`; `not_possible_now` / `booking_wait_free` with times that suit and are
 *   free; `already_taken` / `booking_waiting`
 */
export async function askToWait(scope: Scope, actor: Actor, wish: WaitWish, here: Here): Promise<string> {
	await requireRight(scope, actor, wish.attendeeId);
	const service = await serviceFor(scope, wish.serviceId);
	if (service.withdrawnAt) throw new AppError('not_possible_now', 'booking_withdrawn');
	const today = dayOf(here.now, here.zone);
	const last = addDays(today, service.daysAhead);
	if (wish.toDay < wish.fromDay || wish.toDay < today || wish.fromDay > last) {
		throw new AppError('invalid', 'booking_wait_days');
	}
	const toDay = wish.toDay < last ? wish.toDay : last;
	await requireFull(scope, service, { ...wish, toDay }, here);
	const id = newId();
	const row = {
		...wish,
		toDay,
		id,
		askedBy: actor.personId,
		status: 'waiting',
		createdAt: here.now
	} as const;
	if (!(await waits.addWait(scope, row))) throw new AppError('already_taken', 'booking_waiting');
	// forms that are open now hold places that nobody may take in the end
	const formsOver = new Date(here.now.getTime() + (holdMinutes + 1) * minute);
	await enqueue(scope, waitLooks, { waitId: id }, formsOver);
	return id;
}

async function requireFull(
	scope: Scope,
	service: query.ServiceRow,
	{ fromDay, toDay, fromMinute, toMinute }: WaitWish,
	{ now, zone }: Here
): Promise<void> {
	const wanted = { service, place: placeOf(service) };
	const from = fromDay > dayOf(now, zone) ? fromDay : dayOf(now, zone);
	const free = (await freeTimesOn(scope, wanted, { from, to: toDay }, now)).filter(({ start }) => {
		const at = minuteOfDay(start, zone);
		return fromMinute <= at && at + service.minutes <= toMinute;
	});
	if (free.length === 0) return;
	const times = free.slice(0, 3).map(({ start }) => start);
	throw new AppError('not_possible_now', 'booking_wait_free', {}, times);
}

/** A place that is offered, both rows locked, for whoever may answer. */
async function lockOffer(scope: Scope, actor: Actor, bookingId: string, now: Date) {
	const seen = await waits.waitOffered(scope, bookingId);
	const wait = seen && (await waits.waitForUpdate(scope, seen.id));
	if (!wait) throw new AppError('not_found');
	await requireRight(scope, actor, wait.attendeeId);
	const stands = wait.status === 'offered' && wait.offeredBookingId === bookingId;
	if (!stands || wait.offeredUntil! <= now) throw new AppError('lapsed', 'booking_offer');
	return wait;
}

/** Takes a place that is offered: it is booked. */
export async function takePlace(scope: Scope, actor: Actor, bookingId: string, now: Date): Promise<void> {
	const wait = await lockOffer(scope, actor, bookingId, now);
	const change = { status: 'booked', heldUntil: null, offered: false } as const;
	const booked = await query.ifFree(scope, (inner) =>
		query.changeBooking(inner, bookingId, ['held'], change)
	);
	if (!booked) throw new AppError('already_taken', 'booking_same_day');
	await waits.changeWait(scope, wait.id, ['offered'], { status: 'taken', endedAt: now });
	await recordEvent(scope, { kind: 'booking', id: bookingId }, 'booked', actor.personId, now);
	const service = (await query.serviceById(scope, booked.serviceId))!;
	await tell(scope, 'booking_made', booked, service, now);
	await followUp(scope, booked, now);
}

/** Leaves a place that is offered to the next, and the list. */
export async function leavePlace(scope: Scope, actor: Actor, bookingId: string, here: Here): Promise<void> {
	const wait = await lockOffer(scope, actor, bookingId, here.now);
	await giveBack(scope, wait, 'withdrawn', here);
}

/** Leaves the list; a place that is offered goes to the next. */
export async function stopWaiting(scope: Scope, actor: Actor, waitId: string, here: Here): Promise<void> {
	const wait = await waits.waitForUpdate(scope, waitId);
	if (!wait) throw new AppError('not_found');
	await requireRight(scope, actor, wait.attendeeId);
	if (wait.status === 'offered') return giveBack(scope, wait, 'withdrawn', here);
	const change = { status: 'withdrawn', endedAt: here.now } as const;
	if (!(await waits.changeWait(scope, waitId, ['waiting'], change))) {
		throw new AppError('changed_meanwhile', 'booking_wait');
	}
}
