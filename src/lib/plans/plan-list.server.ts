import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { PlanState } from './plans.ts';
import { keptPlans } from './queries.server.ts';
import { stateWords } from './words.ts';

/** A plan in the list. */
export interface PlanItem {
	id: string;
	when: string;
	by: string;
	status: PlanState;
	state: ReturnType<typeof stateWords>;
	requests: number;
	approved: number;
	/** Null until it is ready. */
	figures: { wanted: number; found: number; cost: number } | null;
	/** It was made by changing another one. */
	isNext: boolean;
}

const mostListed = 50;

/** Plans that were not put away, newest first. */
export async function planList(scope: Scope, actor: Actor, here: Here): Promise<PlanItem[]> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const kept = await keptPlans(scope, mostListed);
	const makers = await peopleByIds(scope, [...new Set(kept.map(({ plan }) => plan.createdBy))]);
	const names = new Map(makers.map(({ id, name }) => [id, name]));
	return kept.map(({ plan, requests, approved }) => ({
		id: plan.id,
		when: sayWhen(plan.createdAt, here),
		by: names.get(plan.createdBy) ?? '',
		status: plan.status,
		state: stateWords(plan.status),
		requests,
		approved,
		figures:
			plan.wanted === null || plan.found === null || plan.cost === null
				? null
				: { wanted: plan.wanted, found: plan.found, cost: plan.cost },
		isNext: plan.basedOn !== null
	}));
}
