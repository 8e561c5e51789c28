import { and, asc, desc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import type { Day } from '#lib/shared/time.ts';
import type { WaitState } from './booking.ts';
import { waits } from './tables.server.ts';

export type WaitRow = typeof waits.$inferSelect;

const own = (scope: Scope, id: string) => and(eq(waits.communityId, scope.communityId), eq(waits.id, id));

/** Puts somebody on the list; false where he waits for this service already. */
export async function addWait(
	scope: Scope,
	row: Omit<typeof waits.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(waits)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: waits.id });
	return added.length > 0;
}

/** Who waits for a place on a day, in the order of asking; whom somebody else is about to offer one is left out. */
export function waitingOn(scope: Scope, day: Day): Promise<WaitRow[]> {
	return scope.tx
		.select()
		.from(waits)
		.where(
			and(
				eq(waits.communityId, scope.communityId),
				eq(waits.status, 'waiting'),
				lte(waits.fromDay, day),
				gte(waits.toDay, day)
			)
		)
		.orderBy(asc(waits.createdAt), asc(waits.id))
		.for('update', { skipLocked: true });
}

export async function waitById(scope: Scope, id: string): Promise<WaitRow | undefined> {
	const [row] = await scope.tx.select().from(waits).where(own(scope, id));
	return row;
}

export async function waitForUpdate(scope: Scope, id: string): Promise<WaitRow | undefined> {
	const [row] = await scope.tx.select().from(waits).where(own(scope, id)).for('update');
	return row;
}

/** The wait for which a booking is held. */
export async function waitOffered(scope: Scope, bookingId: string): Promise<WaitRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(waits)
		.where(and(eq(waits.communityId, scope.communityId), eq(waits.offeredBookingId, bookingId)))
		.orderBy(desc(waits.createdAt))
		.limit(1);
	return row;
}

/** Changes a wait where it still is in one of `from`; undefined where it is not. */
export async function changeWait(
	scope: Scope,
	id: string,
	from: readonly WaitState[],
	change: Partial<Omit<typeof waits.$inferInsert, 'communityId' | 'id'>>
): Promise<WaitRow | undefined> {
	const [row] = await scope.tx
		.update(waits)
		.set(change)
		.where(and(own(scope, id), inArray(waits.status, [...from])))
		.returning();
	return row;
}

/** What somebody waits for, for himself or for others. */
export function openWaitsOf(scope: Scope, personIds: readonly string[]): Promise<WaitRow[]> {
	if (personIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(waits)
		.where(
			and(
				eq(waits.communityId, scope.communityId),
				inArray(waits.attendeeId, [...personIds]),
				inArray(waits.status, ['waiting', 'offered'])
			)
		)
		.orderBy(asc(waits.createdAt));
}

/** Places that were offered and not taken in time. */
export function overdueWaits(scope: Scope, now: Date): Promise<WaitRow[]> {
	return scope.tx
		.select()
		.from(waits)
		.where(
			and(eq(waits.communityId, scope.communityId), eq(waits.status, 'offered'), lte(waits.offeredUntil, now))
		);
}
