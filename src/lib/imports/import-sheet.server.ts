import { recordEvent } from '#lib/audit/record.server.ts';
import { inCommunity, type Scope } from '#lib/db/client.server.ts';
import { jobKind } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { log } from '#lib/shared/log.server.ts';
import { checkRows } from './check-rows.server.ts';
import type { Importer } from './importer.ts';
import { parseMapping } from './mapping.ts';
import * as query from './queries.server.ts';
import { openSheet, sealSheet, type KeptSheet } from './sealed-sheet.server.ts';
import { targetFor, type Progress } from './targets.server.ts';

/** An import to be done. */
export interface ImportDue {
	runId: string;
	zone: string;
	by: Importer;
}

/** Set off by `startImport`. */
export const importDue = jobKind<ImportDue>('import.sheet');

/**
 * Imports the good rows of a sheet, all of them or none. Done once, however often the job runs: a run that is over is
 * left alone. What goes wrong with the rows is written down; what goes wrong with the database has the job tried again.
 */
export async function importSheet(scope: Scope, due: ImportDue, now: Date): Promise<void> {
	await query.waitForTurn(scope);
	await query.prepareForMany(scope);
	const run = await query.runById(scope, due.runId);
	if (run?.status !== 'running') return;
	try {
		await query.allOrNothing(scope, (inner) => writeRows(inner, run, due, now));
	} catch (thrown) {
		log.error({ runId: run.id, failure: failureOf(thrown) }, 'import failed');
		await query.moveRun(scope, run.id, ['running'], { status: 'failed', good: null, bad: null });
		await recordEvent(scope, { kind: 'import', id: run.id }, 'failed', due.by.personId, now);
	}
}

async function writeRows(
	scope: Scope,
	run: query.RunHead,
	{ by, zone }: ImportDue,
	now: Date
): Promise<void> {
	const target = targetFor(run.target);
	const sealed = (await query.sheetsOf(scope, run.id))?.sheetSealed;
	if (!target || !sealed) throw new AppError('not_found');
	const sheet = await openSheet<KeptSheet>(scope, run.id, sealed);
	const importing = { id: run.id, by, now, zone };
	const { good, bad } = await checkRows(scope, target, sheet, parseMapping(run.mapping), importing);

	const counts = { good: good.length, bad: bad.length };
	const tell = teller(scope, run.id, counts);
	await tell(0);
	const brought = await target.bring(scope, good, importing, tell);
	await query.addImportedRows(scope, run.id, brought);
	const { columns, lines } = sheet;
	await query.moveRun(scope, run.id, ['running'], {
		...counts,
		status: 'imported',
		progress: good.length,
		importedAt: now,
		sheetSealed: null,
		rejectsSealed: bad.length > 0 ? await sealSheet(scope, run.id, { columns, bad, lines }) : null
	});
	await recordEvent(scope, { kind: 'import', id: run.id }, 'imported', by.personId, now, counts);
}

/**
 * Writes down how far it is, outside of the rows' transaction, so that it can be seen. Where the pool is too busy for
 * that, the import goes on unseen.
 */
function teller({ communityId }: Scope, runId: string, counts: { good: number; bad: number }): Progress {
	let heard = true;
	return async (progress) => {
		if (!heard) return;
		try {
			await inCommunity(communityId, (scope) =>
				query.moveRun(scope, runId, ['running'], { ...counts, progress })
			);
		} catch (error) {
			if (!(error instanceof AppError)) throw error;
			heard = false;
		}
	};
}

/** What went wrong without the rows, which the message of a failed query would hold. */
function failureOf(thrown: unknown): string {
	return String(thrown instanceof Error ? (thrown.cause ?? thrown) : thrown);
}
