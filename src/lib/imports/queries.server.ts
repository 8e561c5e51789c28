import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { importedRows, importRuns, keptMappings } from './tables.server.ts';
import type { Brought } from './targets.server.ts';
import type { Stay } from './stays.ts';

export type RunRow = typeof importRuns.$inferSelect;
/** A run without its sheets. */
export type RunHead = Omit<RunRow, 'sheetSealed' | 'rejectsSealed'> & { rejectsKept: boolean };
export type MappingRow = typeof keptMappings.$inferSelect;
export type ImportedRow = typeof importedRows.$inferSelect;

const mostRows = 1_000;

const head = {
	communityId: importRuns.communityId,
	id: importRuns.id,
	target: importRuns.target,
	fileName: importRuns.fileName,
	rowCount: importRuns.rowCount,
	mapping: importRuns.mapping,
	status: importRuns.status,
	progress: importRuns.progress,
	good: importRuns.good,
	bad: importRuns.bad,
	createdBy: importRuns.createdBy,
	createdAt: importRuns.createdAt,
	importedAt: importRuns.importedAt,
	undoneAt: importRuns.undoneAt,
	/** The rows that were left out can still be fetched. */
	rejectsKept: isNotNull(importRuns.rejectsSealed).mapWith(Boolean)
};

const own = (scope: Scope, id: string) =>
	and(eq(importRuns.communityId, scope.communityId), eq(importRuns.id, id));

/* Runs. */

export async function addRun(
	scope: Scope,
	row: Omit<typeof importRuns.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(importRuns).values({ ...row, communityId: scope.communityId });
}

export async function runById(scope: Scope, id: string): Promise<RunHead | undefined> {
	const [row] = await scope.tx.select(head).from(importRuns).where(own(scope, id));
	return row;
}

/** The sealed sheets of a run. */
export async function sheetsOf(
	scope: Scope,
	id: string
): Promise<Pick<RunRow, 'sheetSealed' | 'rejectsSealed'> | undefined> {
	const [row] = await scope.tx
		.select({ sheetSealed: importRuns.sheetSealed, rejectsSealed: importRuns.rejectsSealed })
		.from(importRuns)
		.where(own(scope, id));
	return row;
}

/** Runs, newest first. */
export function listRuns(scope: Scope, page: { limit: number; offset: number }): Promise<RunHead[]> {
	return scope.tx
		.select(head)
		.from(importRuns)
		.where(eq(importRuns.communityId, scope.communityId))
		.orderBy(desc(importRuns.createdAt), desc(importRuns.id))
		.limit(page.limit)
		.offset(page.offset);
}

export async function countRuns(scope: Scope): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(importRuns)
		.where(eq(importRuns.communityId, scope.communityId));
	return row?.count ?? 0;
}

/** Changes a run where it still is in one of `from`; false where it is not. */
export async function moveRun(
	scope: Scope,
	id: string,
	from: RunRow['status'][],
	change: Partial<Omit<typeof importRuns.$inferInsert, 'communityId' | 'id'>>
): Promise<boolean> {
	const moved = await scope.tx
		.update(importRuns)
		.set(change)
		.where(and(own(scope, id), inArray(importRuns.status, from)))
		.returning({ id: importRuns.id });
	return moved.length > 0;
}

export async function forgetRun(scope: Scope, id: string, from: RunRow['status'][]): Promise<boolean> {
	const gone = await scope.tx
		.delete(importRuns)
		.where(and(own(scope, id), inArray(importRuns.status, from)))
		.returning({ id: importRuns.id });
	return gone.length > 0;
}

/** Forgets sheets that were never imported, and the rows that were left out, once they are so old. */
export async function forgetOldSheets(scope: Scope, before: { drafts: Date; rejects: Date }): Promise<void> {
	const { communityId } = scope;
	await scope.tx
		.delete(importRuns)
		.where(
			and(
				eq(importRuns.communityId, communityId),
				inArray(importRuns.status, ['draft', 'failed']),
				lt(importRuns.createdAt, before.drafts)
			)
		);
	await scope.tx
		.update(importRuns)
		.set({ rejectsSealed: null })
		.where(
			and(
				eq(importRuns.communityId, communityId),
				isNotNull(importRuns.rejectsSealed),
				lt(importRuns.importedAt, before.rejects)
			)
		);
}

/** One import at a time in a community: two at once could both add the same person. Held until the transaction ends. */
export async function waitForTurn({ tx, communityId }: Scope): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`imports:${communityId}`}, 0))`);
}

/** Makes the transaction fit for tens of thousands of rows: it may think longer between two statements, and plans anew. */
export async function prepareForMany({ tx }: Scope): Promise<void> {
	await tx.execute(sql`set local idle_in_transaction_session_timeout = '5min'`);
	await tx.execute(sql`set local enable_seqscan = off`);
	await tx.execute(sql`discard plans`);
}

/** Work that is undone alone when it fails; what the transaction did before stays. */
export function allOrNothing<T>(scope: Scope, work: (scope: Scope) => Promise<T>): Promise<T> {
	return scope.tx.transaction((tx) => work({ ...scope, tx }));
}

/* What rows became. */

export function addImportedRows(scope: Scope, runId: string, brought: readonly Brought[]): Promise<void> {
	return insertMany(
		scope,
		importedRows,
		brought.map(({ row, kind, id }) => ({ runId, rowNumber: row, subjectKind: kind, subjectId: id }))
	);
}

export function importedRowsOf(scope: Scope, runId: string, limit?: number): Promise<ImportedRow[]> {
	const found = scope.tx
		.select()
		.from(importedRows)
		.where(and(eq(importedRows.communityId, scope.communityId), eq(importedRows.runId, runId)))
		.orderBy(asc(importedRows.rowNumber), asc(importedRows.subjectKind));
	return limit === undefined ? found : found.limit(limit);
}

export async function countImportedRows(scope: Scope, runId: string): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(importedRows)
		.where(and(eq(importedRows.communityId, scope.communityId), eq(importedRows.runId, runId)));
	return row?.count ?? 0;
}

/** Keeps of an undone run only what stays, with why. */
export async function keepOnly(scope: Scope, runId: string, stays: readonly Stay[]): Promise<void> {
	const ofRun = and(eq(importedRows.communityId, scope.communityId), eq(importedRows.runId, runId));
	for (const alike of Map.groupBy(stays, ({ kind, why }) => `${kind} ${why}`).values()) {
		for (let from = 0; from < alike.length; from += mostRows) {
			const some = alike.slice(from, from + mostRows);
			const { kind, why } = some[0]!;
			await scope.tx
				.update(importedRows)
				.set({ stayed: why })
				.where(
					and(
						ofRun,
						eq(importedRows.subjectKind, kind),
						inArray(
							importedRows.subjectId,
							some.map(({ id }) => id)
						)
					)
				);
		}
	}
	await scope.tx.delete(importedRows).where(and(ofRun, isNull(importedRows.stayed)));
}

/* Kept mappings. */

export function keptMappingsFor(scope: Scope, target: string): Promise<MappingRow[]> {
	return scope.tx
		.select()
		.from(keptMappings)
		.where(and(eq(keptMappings.communityId, scope.communityId), eq(keptMappings.target, target)))
		.orderBy(asc(keptMappings.name));
}

export async function keptMapping(scope: Scope, target: string, id: string): Promise<MappingRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(keptMappings)
		.where(
			and(
				eq(keptMappings.communityId, scope.communityId),
				eq(keptMappings.target, target),
				eq(keptMappings.id, id)
			)
		);
	return row;
}

/** Keeps a mapping under a name; false where the name is taken and is not to be overwritten. */
export async function putMapping(
	scope: Scope,
	row: Omit<MappingRow, 'communityId'>,
	overwrite: boolean
): Promise<boolean> {
	const { mapping, createdBy, updatedAt } = row;
	const adding = scope.tx.insert(keptMappings).values({ ...row, communityId: scope.communityId });
	const name = [keptMappings.communityId, keptMappings.target, keptMappings.name];
	const kept = await (
		overwrite
			? adding.onConflictDoUpdate({ target: name, set: { mapping, createdBy, updatedAt } })
			: adding.onConflictDoNothing({ target: name })
	).returning({ id: keptMappings.id });
	return kept.length > 0;
}

export async function forgetMapping(scope: Scope, target: string, id: string): Promise<void> {
	await scope.tx
		.delete(keptMappings)
		.where(
			and(
				eq(keptMappings.communityId, scope.communityId),
				eq(keptMappings.target, target),
				eq(keptMappings.id, id)
			)
		);
}
