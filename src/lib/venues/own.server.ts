import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, dayOf, minute, minuteOfDay } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { bookVenue } from './book.server.ts';
import { cancelVenueBooking } from './cancel.server.ts';
import { minuteOn } from './free-times.ts';
import { bookingById, type VenueBookingRow } from './queries.server.ts';
import { daysAhead, lengths, stepMinutes } from './venues.ts';

/** What a resident confirms. */
export interface OwnWish {
	venueId: string;
	start: Date;
	minutes: number;
	purpose: string;
	people: number;
}

/**
 * Books a venue for oneself, free of charge (五大场所, seed 001): at most so many days ahead, and once a venue and day.
 * @returns the id of the booking
 * @throws AppError as `bookVenue` does; `invalid` / `venues_far`, `venues_step`
 */
export async function bookForOneself(
	scope: Scope,
	actor: Actor,
	{ start, minutes, ...wish }: OwnWish,
	here: Here
): Promise<string> {
	const last = addDays(dayOf(here.now, here.zone), daysAhead);
	if (start >= minuteOn(last, 24 * 60, here.zone))
		throw new AppError('invalid', 'venues_far', { days: daysAhead });
	const offered: readonly number[] = lengths;
	const onStep = minuteOfDay(start, here.zone) % stepMinutes === 0 && start.getTime() % minute === 0;
	if (!onStep || !offered.includes(minutes)) throw new AppError('invalid', 'venues_step');
	const during = { start, end: new Date(start.getTime() + minutes * minute) };
	const bookedBy = actor.personId;
	return bookVenue(scope, bookedBy, { ...wish, during, bookedBy, forOneself: true }, here);
}

/**
 * Cancels what was booked for one's own use, as long as it has not begun.
 * @throws AppError `not_found`; `changed_meanwhile` / `venues_booking`; `not_possible_now` / `venues_kept`
 */
export async function cancelOwn(scope: Scope, actor: Actor, id: string, here: Here): Promise<void> {
	const booking = await ownBooking(scope, actor, id);
	if (booking.status === 'booked' && !mayCancel(booking, here.now))
		throw new AppError('not_possible_now', 'venues_kept');
	await cancelVenueBooking(scope, actor.personId, { id, reason: null }, here);
}

/** What an activity uses is cancelled with its date. */
export function mayCancel({ status, forOneself, during }: VenueBookingRow, now: Date): boolean {
	return status === 'booked' && forOneself && during.start > now;
}

/** @throws AppError `not_found` where somebody else answers for it */
export async function ownBooking(scope: Scope, actor: Actor, id: string): Promise<VenueBookingRow> {
	const booking = await bookingById(scope, id);
	if (booking?.bookedBy !== actor.personId) throw new AppError('not_found');
	return booking;
}
