import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { communities } from '../places/tables.server.ts';
import { people } from './tables.server.ts';

export type PersonRow = typeof people.$inferSelect;

export async function wrappedCommunityKey(scope: Scope): Promise<Buffer> {
	const [row] = await scope.tx
		.select({ wrappedKey: communities.wrappedKey })
		.from(communities)
		.where(eq(communities.id, scope.communityId));
	if (!row) throw new Error('no such community');
	return row.wrappedKey;
}

export async function personByAccount(scope: Scope, accountId: string): Promise<PersonRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), eq(people.accountId, accountId)));
	return row;
}

export async function personById(scope: Scope, id: string): Promise<PersonRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), eq(people.id, id)));
	return row;
}

/** A unit on whose behalf things are done, by its name; the oldest of several. */
export async function unitNamed(scope: Scope, name: string): Promise<PersonRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), eq(people.kind, 'unit'), eq(people.name, name)))
		.orderBy(asc(people.createdAt))
		.limit(1);
	return row;
}

/** Until the transaction ends nobody else is registered under this phone; whoever tries waits. */
export async function holdPhone(scope: Scope, phoneHash: string): Promise<void> {
	const key = `${scope.communityId}:${phoneHash}`;
	await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

export async function personByPhone(scope: Scope, phoneHash: string): Promise<PersonRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), eq(people.phoneHash, phoneHash)));
	return row;
}

export function peopleByIds(scope: Scope, ids: string[]): Promise<PersonRow[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), inArray(people.id, ids)));
}

export async function changePerson(
	scope: Scope,
	id: string,
	change: Partial<Omit<typeof people.$inferInsert, 'communityId' | 'id'>>
): Promise<void> {
	await scope.tx
		.update(people)
		.set(change)
		.where(and(eq(people.communityId, scope.communityId), eq(people.id, id)));
}

/** Marks a person as seen by staff. False where somebody has done so already. */
export async function markVerified(
	scope: Scope,
	id: string,
	seen: { verifiedAt: Date; verifiedBy: string }
): Promise<boolean> {
	const marked = await scope.tx
		.update(people)
		.set(seen)
		.where(and(eq(people.communityId, scope.communityId), eq(people.id, id), isNull(people.verifiedAt)))
		.returning({ id: people.id });
	return marked.length > 0;
}

/** Gives an account to the person that this community already knows under its phone. False where it has one. */
export async function claimPerson(scope: Scope, id: string, accountId: string): Promise<boolean> {
	const claimed = await scope.tx
		.update(people)
		.set({ accountId })
		.where(and(eq(people.communityId, scope.communityId), eq(people.id, id), isNull(people.accountId)))
		.returning({ id: people.id });
	return claimed.length > 0;
}
