import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { cleanupSignUps } from './tables.server.ts';

export type SignUpRow = typeof cleanupSignUps.$inferSelect;
export type NamedSignUp = SignUpRow & { name: string };

const own = (scope: Scope, id: string) =>
	and(eq(cleanupSignUps.communityId, scope.communityId), eq(cleanupSignUps.id, id));
/** Those who are still on the list of a day. */
const listed = (scope: Scope, cleanupId: string) =>
	and(
		eq(cleanupSignUps.communityId, scope.communityId),
		eq(cleanupSignUps.cleanupId, cleanupId),
		isNull(cleanupSignUps.endedAt)
	);

/** Puts somebody on the list of a day; false where he is on it already. */
export async function addSignUp(
	scope: Scope,
	row: Omit<typeof cleanupSignUps.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(cleanupSignUps)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: cleanupSignUps.id });
	return added.length > 0;
}

export async function signUpById(scope: Scope, id: string): Promise<SignUpRow | undefined> {
	const [row] = await scope.tx.select().from(cleanupSignUps).where(own(scope, id));
	return row;
}

/** A sign-up, locked until the transaction ends. */
export async function signUpForUpdate(scope: Scope, id: string): Promise<SignUpRow | undefined> {
	const [row] = await scope.tx.select().from(cleanupSignUps).where(own(scope, id)).for('update');
	return row;
}

/** Takes somebody off the list who is on it and has not come; false where that is not so. */
export async function endSignUp(scope: Scope, id: string, now: Date): Promise<boolean> {
	const ended = await scope.tx
		.update(cleanupSignUps)
		.set({ endedAt: now })
		.where(and(own(scope, id), isNull(cleanupSignUps.endedAt), isNull(cleanupSignUps.cameAt)))
		.returning({ id: cleanupSignUps.id });
	return ended.length > 0;
}

/** Writes down when somebody came, where that is not said yet. */
export async function putArrival(
	scope: Scope,
	{ id, at, by }: { id: string; at: Date; by: string }
): Promise<boolean> {
	const came = await scope.tx
		.update(cleanupSignUps)
		.set({ cameAt: at, leftAt: null, seenBy: by })
		.where(and(own(scope, id), isNull(cleanupSignUps.endedAt), isNull(cleanupSignUps.cameAt)))
		.returning({ id: cleanupSignUps.id });
	return came.length > 0;
}

/** Writes down from when to when somebody was there; without an arrival he did not come. False where he is on no list. */
export async function putPresence(
	scope: Scope,
	{ id, ...seen }: { id: string } & Pick<SignUpRow, 'cameAt' | 'leftAt' | 'seenBy'>
): Promise<boolean> {
	const put = await scope.tx
		.update(cleanupSignUps)
		.set(seen)
		.where(and(own(scope, id), isNull(cleanupSignUps.endedAt)))
		.returning({ id: cleanupSignUps.id });
	return put.length > 0;
}

/** All who are still there go at once. */
export async function endPresences(scope: Scope, cleanupId: string, at: Date): Promise<void> {
	await scope.tx
		.update(cleanupSignUps)
		.set({ leftAt: at })
		.where(
			and(
				listed(scope, cleanupId),
				isNull(cleanupSignUps.leftAt),
				sql`${cleanupSignUps.cameAt} <= ${at.toISOString()}::timestamptz`
			)
		);
}

/** Ids of all who ever signed up for a day. */
export async function signUpIdsOf(scope: Scope, cleanupId: string): Promise<string[]> {
	const rows = await scope.tx
		.select({ id: cleanupSignUps.id })
		.from(cleanupSignUps)
		.where(and(eq(cleanupSignUps.communityId, scope.communityId), eq(cleanupSignUps.cleanupId, cleanupId)));
	return rows.map(({ id }) => id);
}

/** All on the list of a day with their names, in the order in which they signed up. */
export async function listedOf(scope: Scope, cleanupId: string): Promise<NamedSignUp[]> {
	const rows = await scope.tx
		.select({ row: cleanupSignUps, name: people.name })
		.from(cleanupSignUps)
		.innerJoin(
			people,
			and(eq(people.communityId, cleanupSignUps.communityId), eq(people.id, cleanupSignUps.personId))
		)
		.where(listed(scope, cleanupId))
		.orderBy(asc(cleanupSignUps.createdAt), asc(cleanupSignUps.id));
	return rows.map(({ row, name }) => ({ ...row, name }));
}

/** Those of these people who are on the list of a day. */
export function listedAmong(
	scope: Scope,
	cleanupId: string,
	personIds: readonly string[]
): Promise<SignUpRow[]> {
	if (personIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(cleanupSignUps)
		.where(and(listed(scope, cleanupId), inArray(cleanupSignUps.personId, [...personIds])));
}
