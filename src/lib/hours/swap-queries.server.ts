import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { swapTransitions, type SwapState } from './roster.ts';
import { dutySwaps } from './tables.server.ts';

export type SwapRow = typeof dutySwaps.$inferSelect;

const most = 50;

/** @returns false where somebody is asked about that duty already */
export async function addSwap(scope: Scope, row: Omit<SwapRow, 'communityId'>): Promise<boolean> {
	const rows = await scope.tx
		.insert(dutySwaps)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: dutySwaps.id });
	return rows.length > 0;
}

export async function swapById(scope: Scope, id: string): Promise<SwapRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(dutySwaps)
		.where(and(eq(dutySwaps.communityId, scope.communityId), eq(dutySwaps.id, id)));
	return row;
}

/** The open questions that a colleague has asked or been asked, the newest first. */
export function openSwapsOf(scope: Scope, personId: string): Promise<SwapRow[]> {
	return scope.tx
		.select()
		.from(dutySwaps)
		.where(
			and(
				eq(dutySwaps.communityId, scope.communityId),
				eq(dutySwaps.status, 'asked'),
				or(eq(dutySwaps.askedOf, personId), eq(dutySwaps.askedBy, personId))
			)
		)
		.orderBy(desc(dutySwaps.askedAt))
		.limit(most);
}

/** How many colleagues wait for an answer of somebody. */
export function swapsAskedOf(scope: Scope, personId: string): Promise<number> {
	return scope.tx.$count(
		dutySwaps,
		and(
			eq(dutySwaps.communityId, scope.communityId),
			eq(dutySwaps.status, 'asked'),
			eq(dutySwaps.askedOf, personId)
		)
	);
}

/** Answers a swap where it still is open; undefined where it is not. */
export async function answerSwap(
	scope: Scope,
	id: string,
	status: Exclude<SwapState, 'asked'>,
	now: Date
): Promise<SwapRow | undefined> {
	const [row] = await scope.tx
		.update(dutySwaps)
		.set({ status, answeredAt: now })
		.where(
			and(
				eq(dutySwaps.communityId, scope.communityId),
				eq(dutySwaps.id, id),
				inArray(dutySwaps.status, statesBefore(swapTransitions, status))
			)
		)
		.returning();
	return row;
}

/** Duties that have changed are no longer swapped as they were: open questions about them end. */
export async function withdrawSwapsOf(scope: Scope, dutyIds: readonly string[], now: Date): Promise<void> {
	if (dutyIds.length === 0) return;
	await scope.tx
		.update(dutySwaps)
		.set({ status: 'withdrawn', answeredAt: now })
		.where(
			and(
				eq(dutySwaps.communityId, scope.communityId),
				eq(dutySwaps.status, 'asked'),
				or(inArray(dutySwaps.dutyId, [...dutyIds]), inArray(dutySwaps.forDutyId, [...dutyIds]))
			)
		);
}
