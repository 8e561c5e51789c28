import { importSheet } from '#lib/imports/import-sheet.server.ts';
import type { Mapping } from '#lib/imports/mapping.ts';
import { importedRowsOf } from '#lib/imports/queries.server.ts';
import { sheetBounds } from '#lib/imports/read-rows.ts';
import { bringSheet, mapColumns, rejectsOf, runFor, sheetOf, startImport } from '#lib/imports/runs.server.ts';
import { readSheet } from '#lib/imports/sheet.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { categories } from './calls-mapping.ts';
import type { Demo } from './demo.ts';

/** What became of the calls of New York in the demo community. */
export interface Brought {
	rows: number;
	requestIds: string[];
	/** Why each of the others did not go in: field and code. */
	leftOut: string[];
}

/** Brings the sheet in as staff do, with the columns mended as they would mend them. */
export async function bringCalls(
	{ run, actor, now, zone, community }: Demo,
	bytes: Buffer
): Promise<Brought> {
	const id = newId();
	const sheet = await readSheet(bytes, 'calls.csv');
	await run((scope) =>
		bringSheet(scope, actor, { id, target: 'requests', fileName: 'calls.csv', sheet }, now)
	);
	await run(async (scope) => {
		const { mapping, into } = await runFor(scope, actor, id);
		const bounds = sheetBounds(await sheetOf(scope, await runFor(scope, actor, id)), mapping, into.fields)!;
		const { widthMetres, heightMetres } = community;
		const place = { kind: 'lay_onto', bounds, size: { widthMetres, heightMetres } } as const;
		const day = addDays(dayOf(now, zone), 7);
		const shift = { kind: 'into_weeks', day, count: 4 } as const;
		await mapColumns(scope, actor, { id, mapping: { ...mended(mapping), place, shift } });
	});
	await run((scope) => startImport(scope, actor, { id, zone }));
	await run((scope) => importSheet(scope, { runId: id, zone, by: actor }, now));
	return run(async (scope) => {
		const rejects = await rejectsOf(scope, await runFor(scope, actor, id));
		const brought = await importedRowsOf(scope, id);
		return {
			rows: sheet.rows.length,
			requestIds: brought
				.filter(({ subjectKind }) => subjectKind === 'request')
				.map(({ subjectId }) => subjectId),
			leftOut: (rejects?.bad ?? []).flatMap(({ errors }) =>
				errors.map(({ field, code }) => `${field} ${code}`)
			)
		};
	});
}

function mended(mapping: Mapping): Mapping {
	const { need, people, onBehalfOf } = mapping.fields;
	return {
		...mapping,
		fields: {
			...mapping.fields,
			need: { ...need!, words: categories, fallback: 'event_help' },
			people: { ...people!, beyond: 'clip' },
			onBehalfOf: { ...onBehalfOf!, beyond: 'clip' }
		}
	};
}
