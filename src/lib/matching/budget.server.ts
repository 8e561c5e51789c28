import type { Scope } from '#lib/db/client.server.ts';
import type { RequestRow } from '#lib/requests/queries.server.ts';
import { budgetTime, offerBudget } from './budget.ts';
import { isNearDeadline } from './deadline.ts';
import { weightsInForce } from './propose.server.ts';
import { scarceGrids } from './scarcity.ts';
import * as query from './wave-queries.server.ts';

/** How often people may be asked for one request, at this moment. */
export interface Budget {
	/** Offers that a person may get in seven days. */
	budget: number;
	/** Near the deadline the budget holds nobody back. */
	lifted: boolean;
	/** The request comes from a grid with few volunteers. */
	scarce: boolean;
}

export async function budgetFor(scope: Scope, request: RequestRow, now: Date): Promise<Budget> {
	const { weights } = await weightsInForce(scope);
	const scarce = await isScarce(scope, request);
	return { budget: offerBudget(weights, scarce), lifted: isNearDeadline(request, weights, now), scarce };
}

async function isScarce(scope: Scope, { buildingId }: RequestRow): Promise<boolean> {
	const gridId = buildingId ? await query.gridOf(scope, buildingId) : undefined;
	return gridId !== undefined && scarceGrids(await query.gridSupplies(scope)).has(gridId);
}

/**
 * Offers that went to each of these people in the last seven days. Counted without a lock: of two requests that look at
 * the same moment both may take his last one.
 */
export function toldLately(
	scope: Scope,
	personIds: readonly string[],
	now: Date
): Promise<Map<string, number>> {
	return query.countTold(scope, personIds, new Date(now.getTime() - budgetTime));
}
