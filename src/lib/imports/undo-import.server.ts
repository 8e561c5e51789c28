import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Importer } from './importer.ts';
import * as query from './queries.server.ts';
import { runFor } from './runs.server.ts';

/**
 * Takes an import back: removes what it brought where nothing has happened with it since; the rest stays, with why.
 * @throws AppError `changed_meanwhile` `import` where it is not imported, or somebody was faster
 */
export async function undoImport(
	scope: Scope,
	importer: Importer,
	id: string,
	now: Date
): Promise<{ gone: number; stay: number }> {
	const run = await runFor(scope, importer, id);
	const change = { status: 'undone', undoneAt: now } as const;
	if (!run.importedAt || !(await query.moveRun(scope, id, ['imported'], change))) {
		throw new AppError('changed_meanwhile', 'import');
	}
	await query.prepareForMany(scope);
	const rows = await query.importedRowsOf(scope, id);
	const brought = rows.map(({ rowNumber, subjectKind, subjectId }) => ({
		row: rowNumber,
		kind: subjectKind,
		id: subjectId
	}));
	const stays = await run.into.takeBack(scope, brought, run.importedAt);
	await query.keepOnly(scope, id, stays);
	const counts = { gone: brought.length - stays.length, stay: stays.length };
	await recordEvent(scope, { kind: 'import', id }, 'undone', importer.personId, now, counts);
	return counts;
}
