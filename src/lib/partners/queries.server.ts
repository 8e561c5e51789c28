import { and, arrayContains, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { partnerUnits } from './tables.server.ts';

export type UnitRow = typeof partnerUnits.$inferSelect;

const one = (scope: Scope, id: string) =>
	and(eq(partnerUnits.communityId, scope.communityId), eq(partnerUnits.id, id));

/** A unit, its agreement ended or not. */
export async function unitById(scope: Scope, id: string): Promise<UnitRow | undefined> {
	const [row] = await scope.tx.select().from(partnerUnits).where(one(scope, id));
	return row;
}

/** The same, locked until the transaction ends. */
export async function unitForUpdate(scope: Scope, id: string): Promise<UnitRow | undefined> {
	const [row] = await scope.tx.select().from(partnerUnits).where(one(scope, id)).for('update');
	return row;
}

/** True where a unit's agreement is not ended; until the transaction ends nobody ends it. */
export async function holdUnit(scope: Scope, id: string): Promise<boolean> {
	const [row] = await scope.tx
		.select({ id: partnerUnits.id })
		.from(partnerUnits)
		.where(and(one(scope, id), isNull(partnerUnits.endedAt)))
		.for('share');
	return row !== undefined;
}

/**
 * Units by name.
 * @param filter.tokens all of which a unit must be found by
 * @param filter.ended those whose agreement was ended, instead of the others
 */
export function listUnits(
	scope: Scope,
	{ tokens = [], ended = false }: { tokens?: string[]; ended?: boolean } = {}
): Promise<UnitRow[]> {
	return scope.tx
		.select()
		.from(partnerUnits)
		.where(
			and(
				eq(partnerUnits.communityId, scope.communityId),
				ended ? isNotNull(partnerUnits.endedAt) : isNull(partnerUnits.endedAt),
				tokens.length > 0 ? arrayContains(partnerUnits.search, tokens) : undefined
			)
		)
		.orderBy(asc(partnerUnits.name), asc(partnerUnits.id));
}

/** Adds a unit. False where one that goes on has this name. */
export async function addUnit(
	scope: Scope,
	row: Omit<typeof partnerUnits.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(partnerUnits)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: partnerUnits.id });
	return added.length > 0;
}

/** Changes a unit where it still is as somebody saw it. */
export async function changeUnit(
	scope: Scope,
	seen: { id: string; version: number },
	change: Partial<Omit<UnitRow, 'communityId' | 'id' | 'version'>>
): Promise<boolean> {
	const changed = await scope.tx
		.update(partnerUnits)
		.set({ ...change, version: seen.version + 1 })
		.where(and(one(scope, seen.id), eq(partnerUnits.version, seen.version)))
		.returning({ id: partnerUnits.id });
	return changed.length > 0;
}

/** True where another unit that goes on has this name. */
export async function isUnitNameTaken(scope: Scope, name: string, except: string): Promise<boolean> {
	const [row] = await scope.tx
		.select({ taken: sql<boolean>`bool_or(${partnerUnits.id} <> ${except})` })
		.from(partnerUnits)
		.where(
			and(
				eq(partnerUnits.communityId, scope.communityId),
				eq(partnerUnits.name, name),
				isNull(partnerUnits.endedAt)
			)
		);
	return row?.taken ?? false;
}
