import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import { changesBetween } from './changes.ts';
import * as query from './queries.server.ts';
import type { ReadBoard } from './read-board.server.ts';

export interface ChangeLine {
	title: string;
	requestId: string;
	left: string;
	came: string;
	dearer: number;
}

/** A plan against an earlier one. */
export interface Comparison {
	id: string;
	when: string;
	/** Points more than the earlier plan. */
	dearer: number;
	/** People found more. */
	found: number;
	changes: ChangeLine[];
}

/** What is different from another plan; null where that one was never ready. */
export async function comparisonOf(
	scope: Scope,
	{ plan, pairs, items, people }: ReadBoard,
	otherId: string | null,
	here: Here
): Promise<Comparison | null> {
	const other = otherId ? await query.planById(scope, otherId) : undefined;
	if (!other || other.id === plan.id || other.cost === null || plan.cost === null) return null;
	const before = await query.pairsOfPlan(scope, other.id);
	const unknown = before.map(({ personId }) => personId).filter((id) => !people.has(id));
	const more = new Map((await peopleByIds(scope, [...new Set(unknown)])).map((one) => [one.id, one]));
	const namesOf = (ids: readonly string[]) =>
		ids.map((id) => (people.get(id) ?? more.get(id))?.name ?? '').join(' · ');
	const changes = changesBetween(before, pairs).flatMap(({ requestId, left, came, dearer }) => {
		const item = items.get(requestId);
		return item ? [{ title: item.title, requestId, left: namesOf(left), came: namesOf(came), dearer }] : [];
	});
	return {
		id: other.id,
		when: sayWhen(other.createdAt, here),
		dearer: plan.cost - other.cost,
		found: (plan.found ?? 0) - (other.found ?? 0),
		changes
	};
}
