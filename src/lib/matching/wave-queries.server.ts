import { and, count, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import { households, people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildings } from '#lib/places/tables.server.ts';
import { requests } from '#lib/requests/tables.server.ts';
import { cards } from '#lib/volunteers/tables.server.ts';
import type { OfferRow } from './queries.server.ts';
import type { GridSupply } from './scarcity.ts';
import { offers } from './tables.server.ts';

/*
 * What the waves of offers look at: who was told how often, which grids have few volunteers, and what is overdue.
 */

/** How many offers went to each of these people since an instant, those about to leave among them. */
export async function countTold(
	scope: Scope,
	personIds: readonly string[],
	since: Date
): Promise<Map<string, number>> {
	if (personIds.length === 0) return new Map();
	const rows = await scope.tx
		.select({ personId: offers.personId, told: count() })
		.from(offers)
		.where(
			and(
				eq(offers.communityId, scope.communityId),
				inArray(offers.personId, [...personIds]),
				or(gte(offers.sentAt, since), eq(offers.status, 'waiting'))
			)
		)
		.groupBy(offers.personId);
	return new Map(rows.map(({ personId, told }) => [personId, told]));
}

/** Volunteers and open requests of each grid where help is wanted. */
export async function gridSupplies(scope: Scope): Promise<GridSupply[]> {
	const wanted = await scope.tx
		.select({ gridId: buildings.gridId, requests: count() })
		.from(requests)
		.innerJoin(
			buildings,
			and(eq(buildings.communityId, requests.communityId), eq(buildings.id, requests.buildingId))
		)
		.where(and(eq(requests.communityId, scope.communityId), eq(requests.life, 'open')))
		.groupBy(buildings.gridId);
	const living = await scope.tx
		.select({ gridId: buildings.gridId, volunteers: count() })
		.from(cards)
		.innerJoin(people, and(eq(people.communityId, cards.communityId), eq(people.id, cards.personId)))
		.innerJoin(
			households,
			and(eq(households.communityId, people.communityId), eq(households.id, people.householdId))
		)
		.innerJoin(
			buildings,
			and(eq(buildings.communityId, households.communityId), eq(buildings.id, households.buildingId))
		)
		.where(and(eq(cards.communityId, scope.communityId), eq(cards.status, 'approved')))
		.groupBy(buildings.gridId);
	const volunteers = new Map(living.map((one) => [one.gridId, one.volunteers]));
	return wanted.map(({ gridId, requests }) => ({
		gridId,
		requests,
		volunteers: volunteers.get(gridId) ?? 0
	}));
}

/** Marks an offer as reminded; undefined where it was answered, was reminded before or is over. */
export async function markReminded(scope: Scope, id: string, now: Date): Promise<OfferRow | undefined> {
	const [row] = await scope.tx
		.update(offers)
		.set({ remindedAt: now })
		.where(
			and(
				eq(offers.communityId, scope.communityId),
				eq(offers.id, id),
				eq(offers.status, 'sent'),
				isNull(offers.remindedAt),
				gt(offers.expiresAt, now)
			)
		)
		.returning();
	return row;
}

/** Ids of offers whose next step is overdue. */
export interface Overdue {
	/** Should have left. */
	due: { id: string; scarce: boolean }[];
	/** Nobody has reminded of them. */
	reminders: string[];
	/** Should have lapsed. */
	lapsed: string[];
}

export async function overdueOffers(scope: Scope, now: Date): Promise<Overdue> {
	const rows = await scope.tx
		.select({
			id: offers.id,
			status: offers.status,
			scarce: offers.scarce,
			over: sql<boolean>`${offers.expiresAt} <= ${now.toISOString()}::timestamptz`
		})
		.from(offers)
		.where(
			and(
				eq(offers.communityId, scope.communityId),
				or(
					and(eq(offers.status, 'waiting'), lte(offers.goesOutAt, now)),
					and(eq(offers.status, 'sent'), lte(offers.expiresAt, now)),
					and(eq(offers.status, 'sent'), isNull(offers.remindedAt), lte(offers.remindAt, now))
				)
			)
		);
	const sent = rows.filter(({ status }) => status === 'sent');
	return {
		due: rows.filter(({ status }) => status === 'waiting'),
		reminders: sent.filter(({ over }) => !over).map(({ id }) => id),
		lapsed: sent.filter(({ over }) => over).map(({ id }) => id)
	};
}

/** Open requests whose deadline is still to come, up to an instant. */
export async function requestsDueBy(scope: Scope, now: Date, until: Date): Promise<string[]> {
	const rows = await scope.tx
		.select({ id: requests.id })
		.from(requests)
		.where(
			and(
				eq(requests.communityId, scope.communityId),
				eq(requests.life, 'open'),
				gt(requests.deadline, now),
				lte(requests.deadline, until)
			)
		);
	return rows.map(({ id }) => id);
}
