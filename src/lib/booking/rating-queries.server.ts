import { and, avg, count, desc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { lowStars } from './ratings.ts';
import { bookingRatings, bookings } from './tables.server.ts';

export type RatingRow = typeof bookingRatings.$inferSelect;

const ofBooking = and(
	eq(bookings.communityId, bookingRatings.communityId),
	eq(bookings.id, bookingRatings.bookingId)
);

export async function ratingOf(scope: Scope, bookingId: string): Promise<RatingRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(bookingRatings)
		.where(and(eq(bookingRatings.communityId, scope.communityId), eq(bookingRatings.bookingId, bookingId)));
	return row;
}

/** Adds a rating. False where the booking has one. */
export async function addRating(scope: Scope, row: Omit<RatingRow, 'communityId'>): Promise<boolean> {
	const added = await scope.tx
		.insert(bookingRatings)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ bookingId: bookingRatings.bookingId });
	return added.length > 0;
}

/** What was said of a service in numbers. */
export interface RatingFigure {
	average: number;
	count: number;
	/** How many were not content. */
	low: number;
}

/** The figures of each service that has been rated. */
export async function ratingFigures(scope: Scope): Promise<Map<string, RatingFigure>> {
	const rows = await scope.tx
		.select({
			serviceId: bookings.serviceId,
			average: avg(bookingRatings.stars).mapWith(Number),
			count: count(),
			low: sql<number>`count(*) filter (where ${lte(bookingRatings.stars, lowStars)})`.mapWith(Number)
		})
		.from(bookingRatings)
		.innerJoin(bookings, ofBooking)
		.where(eq(bookingRatings.communityId, scope.communityId))
		.groupBy(bookings.serviceId);
	return new Map(
		rows.map(({ serviceId, ...figure }) => [serviceId, { ...figure, average: figure.average ?? 0 }])
	);
}

/** How often each number of stars was given to a service. */
export async function starsOf(scope: Scope, serviceId: string): Promise<Map<number, number>> {
	const rows = await scope.tx
		.select({ stars: bookingRatings.stars, count: count() })
		.from(bookingRatings)
		.innerJoin(bookings, ofBooking)
		.where(and(eq(bookingRatings.communityId, scope.communityId), eq(bookings.serviceId, serviceId)))
		.groupBy(bookingRatings.stars);
	return new Map(rows.map(({ stars, count: times }) => [stars, times]));
}

/** The words that were written to a service, newest first. */
export function wordsTo(scope: Scope, serviceId: string, limit: number): Promise<RatingRow[]> {
	const { communityId, bookingId, stars, words, at } = bookingRatings;
	return scope.tx
		.select({ communityId, bookingId, stars, words, at })
		.from(bookingRatings)
		.innerJoin(bookings, ofBooking)
		.where(
			and(
				eq(bookingRatings.communityId, scope.communityId),
				eq(bookings.serviceId, serviceId),
				isNotNull(bookingRatings.words)
			)
		)
		.orderBy(desc(bookingRatings.at), desc(bookingRatings.bookingId))
		.limit(limit);
}
