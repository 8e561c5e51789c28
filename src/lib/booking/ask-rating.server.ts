import { mayActFor } from '#lib/accounts/act-for.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { wasTold } from '#lib/notifications/queries.server.ts';
import { day, minute } from '#lib/shared/time.ts';
import * as query from './queries.server.ts';
import { ratingOf } from './rating-queries.server.ts';

/** Asks how a visit was. */
export const ratingAsked = jobKind<{ bookingId: string }>('booking.asks_rating');

/** By then he has left the desk. */
const after = 15 * minute;
/** Nobody is asked more often, however often he comes. */
const atMostEvery = 7 * day;

/** Orders the question how a visit was that is done now. */
export function askForRating(scope: Scope, bookingId: string, now: Date): Promise<void> {
	return enqueue(scope, ratingAsked, { bookingId }, new Date(now.getTime() + after));
}

/**
 * Works `ratingAsked`: the one who came is asked or, where he has no phone with the app, the proxy who booked; nobody
 * who has said it already or was asked within a week.
 */
export async function sendRatingQuestion(
	scope: Scope,
	{ bookingId }: { bookingId: string },
	now: Date
): Promise<void> {
	const booking = await query.bookingById(scope, bookingId);
	if (booking?.status !== 'served' || (await ratingOf(scope, bookingId))) return;
	const personId = await whoAnswers(scope, booking);
	const template = 'booking_rate';
	if (!personId || (await wasTold(scope, personId, template, new Date(now.getTime() - atMostEvery)))) return;
	const service = (await query.serviceById(scope, booking.serviceId))!;
	const params = {
		service: service.name,
		serviceEn: service.nameEn,
		at: booking.during.start.toISOString()
	};
	const news = { template, params, path: `/bookings/${bookingId}/rating`, about: bookingId } as const;
	await notify(scope, [personId], news, now);
}

async function whoAnswers(
	scope: Scope,
	{ attendeeId, bookedBy }: query.BookingRow
): Promise<string | undefined> {
	for (const id of new Set([attendeeId, bookedBy])) {
		const has = (await personById(scope, id))?.accountId;
		if (has && (await mayActFor(scope, { personId: id }, attendeeId, 'book'))) return id;
	}
	return undefined;
}
