import type { Scope } from '#lib/db/client.server.ts';
import { buildingsOf, communityById } from '#lib/places/queries.server.ts';
import type { RequestRow } from '#lib/requests/queries.server.ts';
import { budgetTime, offerBudget } from './budget.ts';
import { isNearDeadline } from './deadline.ts';
import { weightsInForce } from './propose.server.ts';
import { scarceGrids } from './scarcity.ts';
import * as query from './wave-queries.server.ts';
import type { Weights } from './weights.ts';

/** How often people may be asked for one request, at this moment. */
export interface Budget {
	/** Offers that a person may get in seven days. */
	budget: number;
	/** Near the deadline the budget holds nobody back. */
	lifted: boolean;
	/** The request comes from a grid with few volunteers. */
	scarce: boolean;
}

/** What the offers of all requests are made by at one moment: read once where many are approved together. */
export interface Around {
	zone: string;
	weights: Weights;
	/** Buildings in grids with few volunteers. */
	scarce: ReadonlySet<string>;
}

export async function readAround(scope: Scope): Promise<Around> {
	const { zone } = (await communityById(scope, scope.communityId))!;
	const { weights } = await weightsInForce(scope);
	const grids = scarceGrids(await query.gridSupplies(scope));
	const scarce = (await buildingsOf(scope)).filter(({ gridId }) => grids.has(gridId));
	return { zone, weights, scarce: new Set(scarce.map(({ id }) => id)) };
}

export function budgetFor(request: RequestRow, { weights, scarce: buildings }: Around, now: Date): Budget {
	const scarce = request.buildingId !== null && buildings.has(request.buildingId);
	return { budget: offerBudget(weights, scarce), lifted: isNearDeadline(request, weights, now), scarce };
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
