import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { livingStates, pairingTransitions, type PairingState } from './pairings.ts';
import { pairingReviews, pairings } from './tables.server.ts';

/* Pairs that were approved, and what was said of them. */

export type PairingRow = typeof pairings.$inferSelect;
export type ReviewRow = typeof pairingReviews.$inferSelect;

const own = (scope: Scope, id: string) =>
	and(eq(pairings.communityId, scope.communityId), eq(pairings.id, id));

export function addPairings(
	scope: Scope,
	rows: readonly Omit<typeof pairings.$inferInsert, 'communityId'>[]
): Promise<void> {
	return insertMany(scope, pairings, rows);
}

export async function pairingById(scope: Scope, id: string): Promise<PairingRow | undefined> {
	const [row] = await scope.tx.select().from(pairings).where(own(scope, id));
	return row;
}

/** The pair, locked until the transaction ends. */
export async function pairingForUpdate(scope: Scope, id: string): Promise<PairingRow | undefined> {
	const [row] = await scope.tx.select().from(pairings).where(own(scope, id)).for('update');
	return row;
}

export type PairingChange = Partial<Omit<typeof pairings.$inferInsert, 'communityId' | 'id' | 'status'>>;

/** Moves a pair where its state allows; undefined where it does not. */
export async function movePairing(
	scope: Scope,
	id: string,
	to: PairingState,
	change: PairingChange = {}
): Promise<PairingRow | undefined> {
	const [row] = await scope.tx
		.update(pairings)
		.set({ ...change, status: to })
		.where(and(own(scope, id), inArray(pairings.status, statesBefore(pairingTransitions, to))))
		.returning();
	return row;
}

/** Changes a pair without moving it, while it is in one of these states. */
export async function changePairing(
	scope: Scope,
	id: string,
	states: readonly PairingState[],
	change: PairingChange
): Promise<PairingRow | undefined> {
	const [row] = await scope.tx
		.update(pairings)
		.set(change)
		.where(and(own(scope, id), inArray(pairings.status, [...states])))
		.returning();
	return row;
}

/** Removes the pairs of a campaign that were approved at one moment and of which no member knows yet. */
export function removeUnasked(scope: Scope, campaignId: string, approvedAt: Date): Promise<PairingRow[]> {
	return scope.tx
		.delete(pairings)
		.where(
			and(
				eq(pairings.communityId, scope.communityId),
				eq(pairings.campaignId, campaignId),
				eq(pairings.approvedAt, approvedAt),
				eq(pairings.status, 'offered'),
				isNull(pairings.offeredAt)
			)
		)
		.returning();
}

/** All pairs of a campaign, those that ended too, in the order in which they were approved. */
export function pairingsOf(scope: Scope, campaignId: string): Promise<PairingRow[]> {
	return scope.tx
		.select()
		.from(pairings)
		.where(and(eq(pairings.communityId, scope.communityId), eq(pairings.campaignId, campaignId)))
		.orderBy(asc(pairings.approvedAt), asc(pairings.id));
}

/** Pairs of a person in these states, as member or as resident, the newest first. */
export function pairingsWith(
	scope: Scope,
	side: 'member' | 'resident',
	personId: string,
	states: readonly PairingState[]
): Promise<PairingRow[]> {
	const column = side === 'member' ? pairings.memberId : pairings.residentId;
	return scope.tx
		.select()
		.from(pairings)
		.where(
			and(
				eq(pairings.communityId, scope.communityId),
				eq(column, personId),
				inArray(pairings.status, [...states])
			)
		)
		.orderBy(desc(pairings.approvedAt))
		.limit(100);
}

/** Pairs in these states that have run so far without a first meeting, or wait for staff otherwise. */
export function pairingsIn(scope: Scope, states: readonly PairingState[]): Promise<PairingRow[]> {
	return scope.tx
		.select()
		.from(pairings)
		.where(and(eq(pairings.communityId, scope.communityId), inArray(pairings.status, [...states])))
		.orderBy(asc(pairings.acceptedAt));
}

/** How many pairs stand, by member. */
export async function livingByMember(scope: Scope): Promise<Map<string, number>> {
	const rows = await scope.tx
		.select({ memberId: pairings.memberId, count: count() })
		.from(pairings)
		.where(and(eq(pairings.communityId, scope.communityId), ne(pairings.status, 'ended')))
		.groupBy(pairings.memberId);
	return new Map(rows.map(({ memberId, count }) => [memberId, count]));
}

/** Who said no to whom, in whatever campaign: members and residents by the resident. */
export async function declinedWith(
	scope: Scope,
	residentIds: readonly string[]
): Promise<Map<string, Set<string>>> {
	const found = new Map<string, Set<string>>(residentIds.map((id) => [id, new Set()]));
	if (residentIds.length === 0) return found;
	const rows = await scope.tx
		.select({ residentId: pairings.residentId, memberId: pairings.memberId })
		.from(pairings)
		.where(
			and(
				eq(pairings.communityId, scope.communityId),
				inArray(pairings.residentId, [...residentIds]),
				inArray(pairings.endReason, ['member_declined', 'resident_declined'])
			)
		);
	for (const { residentId, memberId } of rows) found.get(residentId)?.add(memberId);
	return found;
}

/** Pairs that the queue should have looked at by now. */
export async function overdueLooks(scope: Scope, now: Date): Promise<string[]> {
	const rows = await scope.tx
		.select({ id: pairings.id })
		.from(pairings)
		.where(
			and(eq(pairings.communityId, scope.communityId), isNotNull(pairings.lookAt), lte(pairings.lookAt, now))
		);
	return rows.map(({ id }) => id);
}

/** Living pairs of a person on whichever side. */
export function livingWith(scope: Scope, personId: string): Promise<PairingRow[]> {
	return scope.tx
		.select()
		.from(pairings)
		.where(
			and(
				eq(pairings.communityId, scope.communityId),
				or(eq(pairings.memberId, personId), eq(pairings.residentId, personId)),
				inArray(pairings.status, [...livingStates])
			)
		);
}

/* What was said when a pair had ended. */

/** Writes down what somebody says; what the same side said before is replaced. */
export async function putReview(scope: Scope, row: Omit<ReviewRow, 'communityId'>): Promise<void> {
	const { stars, wouldGoOn, words, at, personId } = row;
	await scope.tx
		.insert(pairingReviews)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({
			target: [pairingReviews.communityId, pairingReviews.pairingId, pairingReviews.reviewer],
			set: { stars, wouldGoOn, words, at, personId }
		});
}

export function reviewsOf(scope: Scope, pairingIds: readonly string[]): Promise<ReviewRow[]> {
	if (pairingIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(pairingReviews)
		.where(
			and(
				eq(pairingReviews.communityId, scope.communityId),
				inArray(pairingReviews.pairingId, [...pairingIds])
			)
		)
		.orderBy(sql`${pairingReviews.at}`);
}
