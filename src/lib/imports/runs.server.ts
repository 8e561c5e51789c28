import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { day } from '#lib/shared/time.ts';
import { guessColumns } from './guess-columns.ts';
import { importDue } from './import-sheet.server.ts';
import { mayImport, type Importer } from './importer.ts';
import { fitMapping, parseMapping, type Mapping } from './mapping.ts';
import * as query from './queries.server.ts';
import { openSheet, sealSheet, type KeptSheet, type Rejects } from './sealed-sheet.server.ts';
import type { TargetKey } from './target.ts';
import { targetFor, type ImportTarget } from './targets.server.ts';

/** A sheet that was never imported is forgotten after a week, the rows that were left out after a month. */
const forgotten = { drafts: 7 * day, rejects: 30 * day };

/** The states in which a run can still be mended and started. */
const unfinished = ['draft', 'failed'] as const;

/** One sheet on its way in, with the feature that it is for. */
export interface Run extends query.RunHead {
	mapping: Mapping;
	into: ImportTarget;
}

/** Takes a sheet in as a draft, its columns guessed. */
export async function bringSheet(
	scope: Scope,
	importer: Importer,
	brought: { id: string; target: TargetKey; fileName: string; sheet: KeptSheet },
	now: Date
): Promise<void> {
	if (!mayImport(importer)) throw new AppError('not_allowed');
	const { id, sheet } = brought;
	const target = targetNamed(brought.target);
	await query.forgetOldSheets(scope, {
		drafts: new Date(now.getTime() - forgotten.drafts),
		rejects: new Date(now.getTime() - forgotten.rejects)
	});
	const { columns, rows, lines } = sheet;
	await query.addRun(scope, {
		id,
		target: target.key,
		fileName: brought.fileName.slice(0, 200),
		rowCount: rows.length,
		sheetSealed: await sealSheet(scope, id, { columns, rows, lines }),
		mapping: guessColumns(columns, rows, target.fields),
		status: 'draft',
		createdBy: importer.personId,
		createdAt: now
	});
}

/** A run of the scope's community. @throws AppError `not_found`, `not_allowed` */
export async function runFor(scope: Scope, importer: Importer, id: string): Promise<Run> {
	if (!mayImport(importer)) throw new AppError('not_allowed');
	const row = await query.runById(scope, id);
	if (!row) throw new AppError('not_found');
	return { ...row, mapping: parseMapping(row.mapping), into: targetNamed(row.target) };
}

/** The sheet of a run that is not imported yet. */
export async function sheetOf(scope: Scope, run: Run): Promise<KeptSheet> {
	const sealed = (await query.sheetsOf(scope, run.id))?.sheetSealed;
	if (!sealed) throw new AppError('not_found');
	return openSheet<KeptSheet>(scope, run.id, sealed);
}

/** The rows that an import has left out; null where there are none, or none any more. */
export async function rejectsOf(scope: Scope, run: Run): Promise<Rejects | null> {
	const sealed = (await query.sheetsOf(scope, run.id))?.rejectsSealed;
	return sealed ? openSheet<Rejects>(scope, run.id, sealed) : null;
}

/** Changes how the columns are read, as long as nothing is imported. */
export async function mapColumns(
	scope: Scope,
	importer: Importer,
	given: { id: string; mapping: Mapping }
): Promise<void> {
	const run = await runFor(scope, importer, given.id);
	const { columns } = await sheetOf(scope, run);
	const mapping = fitMapping(given.mapping, columns, run.into.fields);
	if (!(await query.moveRun(scope, run.id, [...unfinished], { mapping }))) throw movedOn();
}

/** Sets off the import. It runs as a job, since ten thousand rows take their time. */
export async function startImport(
	scope: Scope,
	importer: Importer,
	started: { id: string; zone: string }
): Promise<void> {
	const run = await runFor(scope, importer, started.id);
	const change = { status: 'running', progress: 0, good: null, bad: null } as const;
	if (!(await query.moveRun(scope, run.id, [...unfinished], change))) throw movedOn();
	const by = { personId: importer.personId, roles: [...importer.roles] };
	await enqueue(scope, importDue, { runId: run.id, zone: started.zone, by });
}

/** Throws a sheet away that was not imported. */
export async function discardSheet(scope: Scope, importer: Importer, id: string): Promise<void> {
	const run = await runFor(scope, importer, id);
	if (!(await query.forgetRun(scope, run.id, [...unfinished]))) throw movedOn();
}

/** True where the sheet can still be mended and imported. */
export function isUnfinished({ status }: Pick<query.RunHead, 'status'>): boolean {
	return status === 'draft' || status === 'failed';
}

function targetNamed(key: string): ImportTarget {
	const target = targetFor(key);
	if (!target) throw new AppError('not_found');
	return target;
}

function movedOn(): AppError {
	return new AppError('changed_meanwhile', 'import');
}
