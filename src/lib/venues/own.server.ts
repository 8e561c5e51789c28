import { mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { venueById } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, dayOf, minute, minuteOfDay, type Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { bookVenue } from './book.server.ts';
import { cancelVenueBooking } from './cancel.server.ts';
import { minuteOn } from './free-times.ts';
import { moveVenueBooking } from './move.server.ts';
import { bookingById, type VenueBookingRow } from './queries.server.ts';
import { tell } from './tell.server.ts';
import { daysAhead, lengths, stepMinutes } from './venues.ts';

/** From when, and how long. */
interface Time {
	start: Date;
	minutes: number;
}

/** What a resident confirms. */
export interface OwnWish extends Time {
	venueId: string;
	purpose: string;
	people: number;
	/** Whose own use it is for: the elder whose proxy he is; the resident himself otherwise. */
	forId?: string | null;
}

/**
 * Books a venue for oneself or, as family proxy, for an elder, who is told; free of charge (五大场所, seed 001): at most so
 * many days ahead, and once a venue and day. Whoever answers for it is somebody whom the community has seen.
 * @returns the id of the booking
 * @throws AppError as `bookVenue` does; `not_allowed` / `booking_proxy`; `not_possible_now` / `venues_unverified`; `invalid` /
 *   `venues_far`, `venues_step`
 */
export async function bookForOneself(
	scope: Scope,
	actor: Actor,
	{ start, minutes, forId, ...wish }: OwnWish,
	here: Here
): Promise<string> {
	const bookedBy = forId ?? actor.personId;
	if (!(await mayActFor(scope, actor, bookedBy, 'book'))) throw new AppError('not_allowed', 'booking_proxy');
	const person = await personById(scope, bookedBy);
	if (!person?.verifiedAt) throw new AppError('not_possible_now', 'venues_unverified');
	const during = lentSpan({ start, minutes }, here);
	const proxyId = bookedBy === actor.personId ? null : actor.personId;
	const id = await bookVenue(
		scope,
		actor.personId,
		{ ...wish, during, bookedBy, proxyId, forOneself: true },
		here
	);
	const venue = (await venueById(scope, wish.venueId))!;
	await tell(scope, 'venue_booked', (await bookingById(scope, id))!, venue, actor.personId, here.now);
	return id;
}

/**
 * Moves what was booked for one's own use to another day, time or length of the same venue, as long as it has not begun: it
 * is moved, or stays as it was.
 * @throws AppError as `moveVenueBooking` does; `not_possible_now` / `venues_kept`; `invalid` / `venues_far`, `venues_step`
 */
export async function moveOwn(
	scope: Scope,
	actor: Actor,
	{ id, ...time }: Time & { id: string },
	here: Here
): Promise<void> {
	await requireChangeable(scope, actor, id, here.now);
	await moveVenueBooking(scope, actor.personId, { id, during: lentSpan(time, here) }, here);
}

/**
 * A time that residents may ask for.
 * @throws AppError `invalid` / `venues_far`, `venues_step`
 */
function lentSpan({ start, minutes }: Time, here: Here): Span {
	const last = addDays(dayOf(here.now, here.zone), daysAhead);
	if (start >= minuteOn(last, 24 * 60, here.zone))
		throw new AppError('invalid', 'venues_far', { days: daysAhead });
	const offered: readonly number[] = lengths;
	const onStep = minuteOfDay(start, here.zone) % stepMinutes === 0 && start.getTime() % minute === 0;
	if (!onStep || !offered.includes(minutes)) throw new AppError('invalid', 'venues_step');
	return { start, end: new Date(start.getTime() + minutes * minute) };
}

/**
 * Cancels what was booked for one's own use, as long as it has not begun.
 * @throws AppError `not_found`; `changed_meanwhile` / `venues_booking`; `not_possible_now` / `venues_kept`
 */
export async function cancelOwn(scope: Scope, actor: Actor, id: string, here: Here): Promise<void> {
	await requireChangeable(scope, actor, id, here.now);
	await cancelVenueBooking(scope, actor.personId, { id, reason: null }, here);
}

async function requireChangeable(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const booking = await ownBooking(scope, actor, id, 'book');
	if (booking.status === 'booked' && !isChangeable(booking, now))
		throw new AppError('not_possible_now', 'venues_kept');
}

/** What an activity uses is moved and cancelled with its date. */
export function isChangeable({ status, forOneself, during }: VenueBookingRow, now: Date): boolean {
	return status === 'booked' && forOneself && during.start > now;
}

/**
 * A booking for which somebody answers, or an elder for whom he may do this.
 * @throws AppError `not_found`
 */
export async function ownBooking(
	scope: Scope,
	actor: Actor,
	id: string,
	right: 'book' | 'see'
): Promise<VenueBookingRow> {
	const booking = await bookingById(scope, id);
	if (!booking) throw new AppError('not_found');
	const { bookedBy, forOneself } = booking;
	if (bookedBy === actor.personId) return booking;
	const may =
		forOneself &&
		((await mayActFor(scope, actor, bookedBy, 'book')) ||
			(right === 'see' && (await mayActFor(scope, actor, bookedBy, 'see'))));
	if (!may) throw new AppError('not_found');
	return booking;
}
