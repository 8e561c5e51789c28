import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { heldVenue, type VenueRow } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, type Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { openOn } from './free-times.ts';
import { insteadOf } from './instead.server.ts';
import * as query from './queries.server.ts';

/** A venue's time that somebody wants. */
export interface VenueWish {
	venueId: string;
	during: Span;
	/** Who answers for it. */
	bookedBy: string;
	/** Who booked for them. */
	proxyId?: string | null;
	/** The group that uses it. */
	groupId?: string | null;
	/** What for, as the plan at the door says it. */
	purpose: string;
	people: number;
	/** For a resident's own use: one a venue and day. */
	forOneself?: boolean;
}

/**
 * Books a venue in the caller's transaction, which goes on where this is refused: whoever plans many dates may catch it.
 * Who may book, and how far ahead, the caller has seen to.
 * @param by who did it; null for the system
 * @returns the id of the booking
 * @throws AppError `not_found`; `not_possible_now` / `venues_shut`, `venues_outside`; `invalid` / `venues_past`, `attending`;
 *   `already_taken` / `venues_taken` with the nearest free times, `venues_same_day`
 */
export async function bookVenue(
	scope: Scope,
	by: string | null,
	wish: VenueWish,
	here: Here
): Promise<string> {
	const venue = await heldVenue(scope, wish.venueId);
	if (!venue) throw new AppError('not_found');
	await requireUsable(scope, venue, wish, here);
	const id = newId();
	const localDay = dayOf(wish.during.start, here.zone);
	const { groupId = null, forOneself = false } = wish;
	const row = { ...wish, id, localDay, groupId, forOneself, status: 'booked', createdAt: here.now } as const;
	if (!(await query.addBooking(scope, row))) {
		const second = forOneself && (await query.ownBookingOn(scope, row));
		throw second
			? new AppError('already_taken', 'venues_same_day')
			: await taken(scope, venue, wish.during, here);
	}
	await recordEvent(scope, { kind: 'venue_booking', id }, 'booked', by, here.now);
	return id;
}

/** What can be said without looking what is booked. */
export async function requireUsable(
	scope: Scope,
	venue: VenueRow,
	{ during, people }: Pick<VenueWish, 'during' | 'people'>,
	here: Here
): Promise<void> {
	if (venue.closed) throw new AppError('not_possible_now', 'venues_shut');
	if (during.start <= here.now) throw new AppError('invalid', 'venues_past');
	if (people > venue.seats) throw new AppError('invalid', 'attending', { seats: venue.seats });
	const open = openOn(venue, dayOf(during.start, here.zone), here.zone);
	if (during.start < open.start || during.end > open.end || during.end <= during.start) {
		const instead = await insteadOf(scope, venue, during, here);
		throw new AppError('not_possible_now', 'venues_outside', {}, instead);
	}
}

/** That somebody else has the time, with the nearest that are free. */
export async function taken(
	scope: Scope,
	venue: VenueRow,
	during: Span,
	here: Here,
	apart?: string
): Promise<AppError> {
	const instead = await insteadOf(scope, venue, during, here, apart);
	return new AppError('already_taken', 'venues_taken', {}, instead);
}
