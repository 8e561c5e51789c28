import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { offerTransitions, type OfferState } from './offers.ts';
import { approvals, approvedCandidates, offers, weightVersions } from './tables.server.ts';

export type ApprovalRow = typeof approvals.$inferSelect;
export type ApprovedRow = typeof approvedCandidates.$inferSelect;
export type OfferRow = typeof offers.$inferSelect;

/** The newest weights of the community; undefined where it still uses the defaults. */
export async function newestWeights(
	scope: Scope
): Promise<{ version: number; weights: unknown } | undefined> {
	const [row] = await scope.tx
		.select({ version: weightVersions.version, weights: weightVersions.weights })
		.from(weightVersions)
		.where(eq(weightVersions.communityId, scope.communityId))
		.orderBy(desc(weightVersions.version))
		.limit(1);
	return row;
}

/** Adds an approval; false where another stands for this request. */
export async function addApproval(
	scope: Scope,
	row: Omit<typeof approvals.$inferInsert, 'communityId'>,
	candidates: Omit<typeof approvedCandidates.$inferInsert, 'communityId' | 'approvalId'>[]
): Promise<boolean> {
	const { communityId } = scope;
	const added = await scope.tx
		.insert(approvals)
		.values({ ...row, communityId })
		.onConflictDoNothing()
		.returning({ id: approvals.id });
	if (added.length === 0) return false;
	await scope.tx
		.insert(approvedCandidates)
		.values(candidates.map((one) => ({ ...one, communityId, approvalId: row.id })));
	return true;
}

export async function standingApproval(scope: Scope, requestId: string): Promise<ApprovalRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(approvals)
		.where(
			and(
				eq(approvals.communityId, scope.communityId),
				eq(approvals.requestId, requestId),
				eq(approvals.status, 'standing')
			)
		);
	return row;
}

/** The newest approval of a request, standing or not. */
export async function latestApproval(scope: Scope, requestId: string): Promise<ApprovalRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(approvals)
		.where(and(eq(approvals.communityId, scope.communityId), eq(approvals.requestId, requestId)))
		.orderBy(desc(approvals.approvedAt))
		.limit(1);
	return row;
}

export async function approvalById(scope: Scope, id: string): Promise<ApprovalRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(approvals)
		.where(and(eq(approvals.communityId, scope.communityId), eq(approvals.id, id)));
	return row;
}

export async function endApproval(
	scope: Scope,
	id: string,
	status: ApprovalRow['status'],
	now: Date
): Promise<boolean> {
	const ended = await scope.tx
		.update(approvals)
		.set({ status, endedAt: now })
		.where(
			and(
				eq(approvals.communityId, scope.communityId),
				eq(approvals.id, id),
				eq(approvals.status, 'standing')
			)
		)
		.returning({ id: approvals.id });
	return ended.length > 0;
}

/** Approved volunteers in their order. */
export function approvedOf(scope: Scope, approvalId: string): Promise<ApprovedRow[]> {
	return scope.tx
		.select()
		.from(approvedCandidates)
		.where(
			and(
				eq(approvedCandidates.communityId, scope.communityId),
				eq(approvedCandidates.approvalId, approvalId)
			)
		)
		.orderBy(asc(approvedCandidates.rank));
}

export async function addOffer(
	scope: Scope,
	row: Omit<typeof offers.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(offers)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: offers.id });
	return added.length > 0;
}

export async function offerById(scope: Scope, id: string): Promise<OfferRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(offers)
		.where(and(eq(offers.communityId, scope.communityId), eq(offers.id, id)));
	return row;
}

/** All offers of a request, oldest first. */
export function offersOf(scope: Scope, requestIds: string[]): Promise<OfferRow[]> {
	if (requestIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(offers)
		.where(and(eq(offers.communityId, scope.communityId), inArray(offers.requestId, requestIds)))
		.orderBy(asc(offers.createdAt));
}

/** A volunteer's offers in these states, newest first. */
export function offersTo(scope: Scope, personId: string, states: OfferState[]): Promise<OfferRow[]> {
	return scope.tx
		.select()
		.from(offers)
		.where(
			and(
				eq(offers.communityId, scope.communityId),
				eq(offers.personId, personId),
				inArray(offers.status, states)
			)
		)
		.orderBy(desc(offers.sentAt))
		.limit(50);
}

/** Moves an offer where its state allows; undefined where it does not. */
export async function moveOffer(
	scope: Scope,
	id: string,
	to: OfferState,
	change: Partial<Omit<typeof offers.$inferInsert, 'communityId' | 'id' | 'status'>> = {}
): Promise<OfferRow | undefined> {
	const [row] = await scope.tx
		.update(offers)
		.set({ ...change, status: to })
		.where(
			and(
				eq(offers.communityId, scope.communityId),
				eq(offers.id, id),
				inArray(offers.status, statesBefore(offerTransitions, to))
			)
		)
		.returning();
	return row;
}

/** Takes back every offer of an approval that was not answered, and tells whom it had reached. */
export async function withdrawOpenOffers(
	scope: Scope,
	approvalId: string,
	now: Date
): Promise<{ id: string; personId: string; reached: boolean }[]> {
	const rows = await scope.tx
		.update(offers)
		.set({ status: 'withdrawn', answeredAt: now })
		.where(
			and(
				eq(offers.communityId, scope.communityId),
				eq(offers.approvalId, approvalId),
				inArray(offers.status, statesBefore(offerTransitions, 'withdrawn'))
			)
		)
		.returning({ id: offers.id, personId: offers.personId, sentAt: offers.sentAt });
	return rows.map(({ id, personId, sentAt }) => ({ id, personId, reached: sentAt !== null }));
}

/** Who said no to this request, ever. */
export async function declinersOf(scope: Scope, requestIds: string[]): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>();
	if (requestIds.length === 0) return found;
	const rows = await scope.tx
		.select({ requestId: offers.requestId, personId: offers.personId })
		.from(offers)
		.where(
			and(
				eq(offers.communityId, scope.communityId),
				inArray(offers.requestId, requestIds),
				eq(offers.status, 'declined')
			)
		);
	for (const { requestId, personId } of rows)
		found.set(requestId, [...(found.get(requestId) ?? []), personId]);
	return found;
}

/** Requests among these for which an approval stands or offers are out, with who approved. */
export async function standingApprovals(
	scope: Scope,
	requestIds: string[]
): Promise<Map<string, ApprovalRow>> {
	if (requestIds.length === 0) return new Map();
	const rows = await scope.tx
		.select()
		.from(approvals)
		.where(
			and(
				eq(approvals.communityId, scope.communityId),
				inArray(approvals.requestId, requestIds),
				sql`${approvals.status} = 'standing'`
			)
		);
	return new Map(rows.map((row) => [row.requestId, row]));
}

/** Who has been told of each of these requests, whatever he said to it. */
export async function toldOf(scope: Scope, requestIds: string[]): Promise<Map<string, Set<string>>> {
	const sent = (await offersOf(scope, requestIds)).filter(({ sentAt }) => sentAt !== null);
	const byRequest = Map.groupBy(sent, ({ requestId }) => requestId);
	return new Map([...byRequest].map(([id, told]) => [id, new Set(told.map(({ personId }) => personId))]));
}
