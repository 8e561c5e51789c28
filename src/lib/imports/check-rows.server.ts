import type { Scope } from '#lib/db/client.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { buildingsByKey } from './buildings.ts';
import type { Mapping } from './mapping.ts';
import { readRows, withFaults, type RowsRead } from './read-rows.ts';
import type { KeptSheet } from './sealed-sheet.server.ts';
import type { AnyRow } from './target.ts';
import type { Importing, ImportTarget } from './targets.server.ts';

/** Reads a sheet and holds it against the database: what would be imported now, and what not, and why. */
export async function checkRows(
	scope: Scope,
	target: ImportTarget,
	sheet: KeptSheet,
	mapping: Mapping,
	importing: Importing
): Promise<RowsRead<AnyRow>> {
	const read = await readRows(sheet, mapping, target.fields, {
		today: dayOf(importing.now, importing.zone),
		buildings: buildingsByKey(await target.buildings(scope)),
		duplicates: target.duplicates
	});
	return withFaults(read, await target.faults(scope, read.good, importing), sheet);
}
