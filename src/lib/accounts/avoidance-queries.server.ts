import { and, eq, inArray, or } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { avoidances } from './tables.server.ts';

/** Everyone whom this person is not to meet, whichever of the two wished it. */
export async function avoidedBy(scope: Scope, personId: string): Promise<string[]> {
	return (await avoidedByEach(scope, [personId])).get(personId) ?? [];
}

/** The same for several people. */
export async function avoidedByEach(
	scope: Scope,
	personIds: readonly string[]
): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>(personIds.map((id) => [id, []]));
	if (personIds.length === 0) return found;
	const ids = [...personIds];
	const rows = await scope.tx
		.select()
		.from(avoidances)
		.where(
			and(
				eq(avoidances.communityId, scope.communityId),
				or(inArray(avoidances.personId, ids), inArray(avoidances.avoidedId, ids))
			)
		);
	for (const { personId, avoidedId } of rows) {
		found.get(personId)?.push(avoidedId);
		found.get(avoidedId)?.push(personId);
	}
	return found;
}

export async function addAvoidance(
	scope: Scope,
	personId: string,
	avoidedId: string,
	now: Date
): Promise<void> {
	await scope.tx
		.insert(avoidances)
		.values({ communityId: scope.communityId, personId, avoidedId, since: now })
		.onConflictDoNothing();
}

/** Undoes it, whichever of the two had wished it. */
export async function removeAvoidance(scope: Scope, personId: string, avoidedId: string): Promise<void> {
	const pair = (a: string, b: string) => and(eq(avoidances.personId, a), eq(avoidances.avoidedId, b));
	await scope.tx
		.delete(avoidances)
		.where(
			and(
				eq(avoidances.communityId, scope.communityId),
				or(pair(personId, avoidedId), pair(avoidedId, personId))
			)
		);
}
