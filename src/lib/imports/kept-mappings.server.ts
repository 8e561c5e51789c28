import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { mayImport, type Importer } from './importer.ts';
import { parseMapping } from './mapping.ts';
import * as query from './queries.server.ts';
import { mapColumns, runFor } from './runs.server.ts';
import type { TargetKey } from './target.ts';

/** The longest name of a kept mapping, characters. */
export const longestName = 60;

/** Mappings kept for a kind of sheet, by name. */
export async function keptFor(
	scope: Scope,
	importer: Importer,
	target: TargetKey
): Promise<{ id: string; name: string }[]> {
	if (!mayImport(importer)) throw new AppError('not_allowed');
	const rows = await query.keptMappingsFor(scope, target);
	return rows.map(({ id, name }) => ({ id, name }));
}

/**
 * Keeps how the columns of a run are read under a name.
 * @throws AppError `already_taken` `mapping_name` where the name is taken and is not to be overwritten
 */
export async function keepMapping(
	scope: Scope,
	importer: Importer,
	kept: { runId: string; name: string; overwrite: boolean },
	now: Date
): Promise<void> {
	const { target, mapping } = await runFor(scope, importer, kept.runId);
	const name = kept.name.trim();
	if (name === '' || name.length > longestName) throw new AppError('invalid', 'keepAs');
	const row = { id: newId(), target, name, mapping, createdBy: importer.personId, updatedAt: now };
	if (!(await query.putMapping(scope, row, kept.overwrite))) {
		throw new AppError('already_taken', 'mapping_name', { name });
	}
}

/** Reads the columns of a run as a kept mapping says, as far as it fits the sheet. */
export async function loadMapping(
	scope: Scope,
	importer: Importer,
	loaded: { runId: string; keptId: string }
): Promise<{ name: string }> {
	const { target } = await runFor(scope, importer, loaded.runId);
	const kept = await query.keptMapping(scope, target, loaded.keptId);
	if (!kept) throw new AppError('not_found');
	await mapColumns(scope, importer, { id: loaded.runId, mapping: parseMapping(kept.mapping) });
	return { name: kept.name };
}

/** Lets a kept mapping go. */
export async function forgetMapping(
	scope: Scope,
	importer: Importer,
	forgotten: { target: TargetKey; keptId: string }
): Promise<void> {
	if (!mayImport(importer)) throw new AppError('not_allowed');
	await query.forgetMapping(scope, forgotten.target, forgotten.keptId);
}
