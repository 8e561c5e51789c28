import type { Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { ownBooking } from './own-bookings.server.ts';
import { addRating } from './rating-queries.server.ts';
import { isLow } from './ratings.ts';

/** How it was, as the one who was served says. */
export interface SaidRating {
	bookingId: string;
	/** 1 … 5 */
	stars: number;
	words: string | null;
}

/**
 * Says how a visit was, once (好差评). Who was not content is asked what went wrong, and staff are told.
 * @throws AppError `not_found`; `not_possible_now` / `not_served`; `invalid` / `words` where the question of what went
 *   wrong is open; `already_answered` / `rating`
 */
export async function rateBooking(
	scope: Scope,
	actor: Actor,
	{ bookingId, stars, words }: SaidRating,
	now: Date
): Promise<void> {
	const booking = await ownBooking(scope, actor, bookingId, 'book');
	if (booking.status !== 'served') throw new AppError('not_possible_now', 'not_served');
	if (isLow(stars) && !words) throw new AppError('invalid', 'words');
	if (!(await addRating(scope, { bookingId, stars, words, at: now })))
		throw new AppError('already_answered', 'rating');
	if (!isLow(stars)) return;
	const { name: service, nameEn: serviceEn } = booking.service;
	const params = { service, serviceEn, at: booking.during.start.toISOString() };
	const news = { path: `/desk/services/${booking.serviceId}`, about: bookingId, params };
	await notify(scope, await staffIds(scope), { template: 'staff_rated_low', ...news }, now);
}
