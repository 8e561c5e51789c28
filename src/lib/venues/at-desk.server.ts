import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { venueById } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, dayOf, type Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { bookVenue, type VenueWish } from './book.server.ts';
import { cancelVenueBooking } from './cancel.server.ts';
import { moveVenueBooking } from './move.server.ts';
import { bookingById } from './queries.server.ts';
import { tell } from './tell.server.ts';

/** Days ahead up to which staff may book. */
const farthest = 366;

/**
 * Staff book a venue for somebody, who is told, or for the community, under their own name.
 * @throws AppError `not_allowed`; `not_found`; `invalid` / `venues_far`; as `bookVenue` does
 */
export async function bookAtDesk(scope: Scope, actor: Actor, wish: VenueWish, here: Here): Promise<string> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!(await personById(scope, wish.bookedBy))) throw new AppError('not_found');
	requireNear(wish.during, here);
	const forOneself = wish.bookedBy !== actor.personId;
	const id = await bookVenue(scope, actor.personId, { ...wish, forOneself }, here);
	const booking = (await bookingById(scope, id))!;
	const venue = (await venueById(scope, wish.venueId))!;
	await tell(scope, 'venue_booked', booking, venue, actor.personId, here.now);
	return id;
}

/** @throws AppError `not_allowed`; `invalid` / `venues_far`; as `moveVenueBooking` does */
export async function moveAtDesk(
	scope: Scope,
	actor: Actor,
	move: { id: string; during: Span },
	here: Here
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	requireNear(move.during, here);
	await moveVenueBooking(scope, actor.personId, move, here);
}

function requireNear({ start }: Span, { now, zone }: Here): void {
	if (dayOf(start, zone) > addDays(dayOf(now, zone), farthest)) {
		throw new AppError('invalid', 'venues_far', { days: farthest });
	}
}

/** @throws AppError `not_allowed`; `invalid` / `reason` without one; as `cancelVenueBooking` does */
export async function cancelAtDesk(
	scope: Scope,
	actor: Actor,
	{ id, reason }: { id: string; reason: string },
	here: Here
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!reason.trim()) throw new AppError('invalid', 'reason');
	await cancelVenueBooking(scope, actor.personId, { id, reason }, here);
}
