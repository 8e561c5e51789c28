import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { communities } from '../places/tables.server.ts';
import { guests } from './tables.server.ts';

export type GuestRow = typeof guests.$inferSelect;

/** Until the transaction ends nobody else makes a guest of this person here; whoever tries waits. */
export async function holdGuest(scope: Scope, homePersonId: string): Promise<void> {
	const key = `${scope.communityId}:${homePersonId}`;
	await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

export async function addGuest(scope: Scope, row: Omit<GuestRow, 'communityId'>): Promise<void> {
	await scope.tx.insert(guests).values({ ...row, communityId: scope.communityId });
}

/** Forgets from where somebody came. */
export async function removeGuest(scope: Scope, personId: string): Promise<void> {
	await scope.tx
		.delete(guests)
		.where(and(eq(guests.communityId, scope.communityId), eq(guests.personId, personId)));
}

/** The guest that a person of another community is here. */
export async function guestFrom(scope: Scope, homePersonId: string): Promise<GuestRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(guests)
		.where(and(eq(guests.communityId, scope.communityId), eq(guests.homePersonId, homePersonId)));
	return row;
}

/** Everybody who has come here from another community. */
export function guestsOf(scope: Scope): Promise<GuestRow[]> {
	return scope.tx.select().from(guests).where(eq(guests.communityId, scope.communityId));
}

/** Those of these people who are guests, with the name of the community they come from. */
export function guestsAmong(
	scope: Scope,
	personIds: readonly string[]
): Promise<(GuestRow & { home: string; homeEn: string })[]> {
	if (personIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select({ ...getTableColumns(guests), home: communities.name, homeEn: communities.nameEn })
		.from(guests)
		.innerJoin(communities, eq(communities.id, guests.homeCommunityId))
		.where(and(eq(guests.communityId, scope.communityId), inArray(guests.personId, [...personIds])));
}
