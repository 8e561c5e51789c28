import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, minuteOfDay, type Day } from '#lib/shared/time.ts';
import type { ServicePlace } from './booking.ts';
import { claim } from './claim.server.ts';
import { offerUntil } from './offer-until.ts';
import * as query from './queries.server.ts';
import { tell } from './tell.server.ts';
import { freeTimesOn, type Here } from './times.server.ts';
import * as waits from './wait-queries.server.ts';

/** Looks whether a place that was offered was taken in time. */
export const placeLapses = jobKind<{ waitId: string; bookingId: string }>('booking.place_lapses');
/** Looks whether there is a place for somebody who waits. */
export const waitLooks = jobKind<{ waitId: string }>('booking.wait_looks');

/**
 * Offers what is free on a day to those who wait for it, in the order of asking. Called where a place becomes free, in
 * the same transaction: nobody else gets it first.
 */
export async function offerPlaces(scope: Scope, day: Day, here: Here): Promise<void> {
	for (const wait of await waits.waitingOn(scope, day)) await offerTo(scope, wait, day, day, here);
}

/** Works `waitLooks`: what open forms held when somebody asked may have become free without anybody doing anything. */
export async function lookForWait(scope: Scope, { waitId }: { waitId: string }, now: Date): Promise<void> {
	const wait = await waits.waitForUpdate(scope, waitId);
	if (wait?.status !== 'waiting') return;
	await offerTo(scope, wait, wait.fromDay, wait.toDay, await hereOf(scope, now));
}

/** Holds the first time that suits, for some hours, and says so. */
async function offerTo(scope: Scope, wait: waits.WaitRow, from: Day, to: Day, here: Here): Promise<void> {
	const service = (await query.serviceById(scope, wait.serviceId))!;
	if (service.withdrawnAt) return;
	const place = placeOf(service);
	const days = { from: maxDay(from, dayOf(here.now, here.zone)), to };
	for (const { start } of await freeTimesOn(scope, { service, place }, days, here.now)) {
		const heldUntil = offerUntil(here.now, start, here.zone);
		if (!heldUntil || !suits(wait, start, service.minutes, here.zone)) continue;
		const { attendeeId, askedBy: bookedBy } = wait;
		const claimed = await claim(
			scope,
			{ service, place, start, attendeeId, bookedBy, heldUntil, offered: true },
			here
		).catch(refusedToNull);
		if (claimed) return keepFor(scope, wait, claimed, service, here.now);
	}
}

/** Those who wait are asked for a desk wherever the service has one. */
export function placeOf({ atDesk }: Pick<query.ServiceRow, 'atDesk'>): ServicePlace {
	return atDesk ? 'desk' : 'home';
}

const maxDay = (a: Day, b: Day) => (a > b ? a : b);

function suits(wait: waits.WaitRow, start: Date, minutes: number, zone: string): boolean {
	const at = minuteOfDay(start, zone);
	return wait.fromMinute <= at && at + minutes <= wait.toMinute;
}

/** He has something else then, or somebody was faster: the next time may do. */
function refusedToNull(thrown: unknown): null {
	if (thrown instanceof AppError) return null;
	throw thrown;
}

async function keepFor(
	scope: Scope,
	wait: waits.WaitRow,
	bookingId: string,
	service: query.ServiceRow,
	now: Date
): Promise<void> {
	const booking = (await query.bookingById(scope, bookingId))!;
	const offer = { status: 'offered', offeredBookingId: bookingId, offeredUntil: booking.heldUntil } as const;
	await waits.changeWait(scope, wait.id, ['waiting'], offer);
	await tell(scope, 'booking_offered', booking, service, now);
	await enqueue(scope, placeLapses, { waitId: wait.id, bookingId }, booking.heldUntil!);
}

/**
 * Works `placeLapses`: who does not answer is told and loses nothing but this place, which goes to the next. Two machines'
 * clocks may differ, so what comes too early is looked at again.
 */
export async function lapsePlace(
	scope: Scope,
	data: { waitId: string; bookingId: string },
	now: Date
): Promise<void> {
	const wait = await waits.waitForUpdate(scope, data.waitId);
	if (wait?.status !== 'offered' || wait.offeredBookingId !== data.bookingId) return;
	if (wait.offeredUntil! > now) return enqueue(scope, placeLapses, data, wait.offeredUntil!);
	await giveBack(scope, wait, 'lapsed', await hereOf(scope, now));
}

/** Ends an offer that was not taken; the place goes to the next. */
export async function giveBack(
	scope: Scope,
	wait: waits.WaitRow,
	as: 'lapsed' | 'withdrawn',
	here: Here
): Promise<void> {
	const change = { status: 'lapsed', heldUntil: null, endedAt: here.now } as const;
	const booking = await query.changeBooking(scope, wait.offeredBookingId!, ['held'], change);
	await waits.changeWait(scope, wait.id, ['offered'], { status: as, endedAt: here.now });
	if (!booking) return;
	const service = (await query.serviceById(scope, booking.serviceId))!;
	if (as === 'lapsed') await tell(scope, 'booking_offer_lapsed', booking, service, here.now);
	await offerPlaces(scope, booking.localDay, here);
}

/** Takes up what should have lapsed while nobody worked the queue. */
export async function resumeWaits(scope: Scope, now: Date): Promise<void> {
	for (const { id, offeredBookingId } of await waits.overdueWaits(scope, now)) {
		await enqueue(scope, placeLapses, { waitId: id, bookingId: offeredBookingId! });
	}
}

async function hereOf(scope: Scope, now: Date): Promise<Here> {
	const { zone } = (await communityById(scope, scope.communityId))!;
	return { now, zone };
}
