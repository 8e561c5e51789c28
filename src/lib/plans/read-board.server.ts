import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { deskItems, type DeskItem } from '#lib/matching/desk-list.server.ts';
import { deskRowsById } from '#lib/matching/desk-queries.server.ts';
import { standingApprovals } from '#lib/matching/queries.server.ts';
import type { Here } from '#lib/ui/dates.ts';
import * as query from './queries.server.ts';
import { isReady } from './ready.ts';

/** A plan with all that its board speaks of. */
export interface ReadBoard {
	plan: query.PlanRow;
	asked: Awaited<ReturnType<typeof query.requestsOfPlan>>;
	pairs: query.PlannedPairRow[];
	decided: query.DecisionRow[];
	items: Map<string, DeskItem>;
	/** Requests that can be approved as far as their people go. */
	ready: ReadonlySet<string>;
	/** Those for which somebody comes or is asked. */
	arranged: ReadonlySet<string>;
	people: Map<string, { name: string; gender: 'female' | 'male' | null }>;
}

/** Reads it. */
export async function readBoard(scope: Scope, plan: query.PlanRow, here: Here): Promise<ReadBoard> {
	const asked = await query.requestsOfPlan(scope, plan.id);
	const pairs = await query.pairsOfPlan(scope, plan.id);
	const decided = await query.decisionsOfPlan(scope, plan.id);
	// looked at several times a second while it is made, when there is nothing to say of its requests
	const spoken = plan.status === 'making' ? [] : asked.map(({ request }) => request.id);
	const rows = await deskRowsById(scope, spoken);
	const items = await deskItems(scope, rows, here);
	const ids = [
		plan.createdBy,
		...pairs.flatMap(({ personId, secondId }) => (secondId ? [personId, secondId] : [personId])),
		...decided.map(({ personId }) => personId)
	];
	const people = await peopleByIds(scope, [...new Set(ids)]);
	return {
		plan,
		asked,
		pairs,
		decided,
		ready: new Set(rows.filter((row) => isReady(row, here.now)).map(({ request }) => request.id)),
		arranged: new Set([
			...(await standingApprovals(scope, spoken)).keys(),
			...rows.filter(({ request }) => request.life === 'filled').map(({ request }) => request.id)
		]),
		items: new Map(items.map((item) => [item.id, item])),
		people: new Map(people.map((one) => [one.id, one]))
	};
}
