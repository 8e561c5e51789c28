import { redirect } from '@sveltejs/kit';
import { columnViews, fieldViews } from '#lib/imports/columns-view.ts';
import { dateRange } from '#lib/imports/date-range.ts';
import {
	forgetMapping,
	keepMapping,
	keptFor,
	loadMapping,
	longestName
} from '#lib/imports/kept-mappings.server.ts';
import { mapPoints } from '#lib/imports/map-points.ts';
import { changeMapping, faultyInputs, type FormValues } from '#lib/imports/mapping-form.ts';
import { missingFields } from '#lib/imports/mapping.ts';
import { sheetBounds } from '#lib/imports/read-rows.ts';
import {
	discardSheet,
	isUnfinished,
	mapColumns,
	runFor,
	sheetOf,
	type Run
} from '#lib/imports/runs.server.ts';
import type { KeptSheet } from '#lib/imports/sealed-sheet.server.ts';
import { dayWords } from '#lib/imports/value-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { readAsStaff, staffAction, type Act } from '#lib/web/act.server.ts';
import { id, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async (act) => {
		const { scope, actor, community, now, zone } = act;
		const run = await runFor(scope, actor, event.params.id);
		if (!isUnfinished(run)) redirect(303, `/${community.slug}/desk/imports/${run.id}`);
		const sheet = await sheetOf(scope, run);
		const { into, mapping } = run;
		const buildings = await into.buildings(scope);
		const { fields, values } = fieldViews(sheet, mapping, into.fields, buildings, into.nameOf);
		const nextWeek = addDays(dayOf(now, zone), 7);
		const usual: FormValues = { toDay: nextWeek, intoDay: nextWeek, count: '4', weeks: '0' };
		return {
			key: newId(),
			run: { id: run.id, fileName: run.fileName, rowCount: run.rowCount },
			columns: columnViews(sheet),
			fields,
			values: { ...usual, ...boundsOf(sheet, run), ...values },
			missing: missingFields(mapping, into.fields).map(({ label }) => label()),
			dates: datesOf(sheet, run),
			places: placesOf(sheet, run, act, buildings),
			kept: await keptFor(scope, actor, into.key)
		};
	});

function boundsOf(sheet: KeptSheet, { mapping, into }: Run): FormValues {
	const bounds = sheetBounds(sheet, mapping, into.fields);
	return Object.fromEntries(Object.entries(bounds ?? {}).map(([side, degrees]) => [side, String(degrees)]));
}

function datesOf(sheet: KeptSheet, { mapping, into }: Run): { now: string; then: string | null } | null {
	const range = dateRange(sheet, mapping, into.fields);
	if (!range) return null;
	const { before, after } = range;
	return {
		now: m.imports_dates_now({ from: dayWords(before.from), to: dayWords(before.to) }),
		then:
			mapping.shift.kind === 'none'
				? null
				: m.imports_dates_then({ from: dayWords(after.from), to: dayWords(after.to) })
	};
}

function placesOf(
	sheet: KeptSheet,
	{ mapping, into }: Run,
	{ community }: Act,
	buildings: readonly { east?: number; north?: number }[]
) {
	if (!into.fields.some(({ key }) => key === 'latitude')) return null;
	const { widthMetres, heightMetres } = community;
	return {
		...mapPoints(sheet, mapping, into.fields),
		size: { widthMetres, heightMetres },
		buildings: buildings.flatMap(({ east, north }) =>
			east === undefined || north === undefined ? [] : [{ east, north }]
		)
	};
}

const input = z.string().trim().max(200).default('');

const mappingSchema = z
	.looseObject({
		then: z.enum(['look', 'next', 'keep', 'overwrite']),
		keepAs: z.string().trim().max(longestName).default(''),
		weeks: input,
		toDay: input,
		intoDay: input,
		count: input,
		south: input,
		north: input,
		west: input,
		east: input,
		cornerLatitude: input,
		cornerLongitude: input
	})
	.superRefine((values, context) => {
		for (const name of faultyInputs(values as unknown as FormValues)) {
			context.addIssue({ code: 'custom', path: [name], message: 'invalid' });
		}
	});
const keptSchema = z.object({ kept: id() });

export const actions: Actions = {
	save: staffAction(mappingSchema, async ({ scope, actor, community, now }, data, { params }) => {
		const run = await runFor(scope, actor, params.id!);
		const values = data as unknown as FormValues;
		const mapping = changeMapping(run.mapping, values, run.into.fields, community);
		await mapColumns(scope, actor, { id: run.id, mapping });
		const here = `/${community.slug}/desk/imports/${run.id}`;
		if (data.then === 'next') return { to: `${here}/rows` };
		const to = `${here}/columns`;
		if (data.then === 'look') return { to, flash: { words: m.imports_saved() } };
		const overwrite = data.then === 'overwrite';
		await keepMapping(scope, actor, { runId: run.id, name: data.keepAs, overwrite }, now);
		return { to, flash: { words: m.imports_keep_done({ name: data.keepAs }) } };
	}),
	load: staffAction(keptSchema, async ({ scope, actor, community }, { kept }, { params }) => {
		const { name } = await loadMapping(scope, actor, { runId: params.id!, keptId: kept });
		const to = `/${community.slug}/desk/imports/${params.id}/columns`;
		return { to, flash: { words: m.imports_kept_loaded({ name }) } };
	}),
	forget: staffAction(keptSchema, async ({ scope, actor, community }, { kept }, { params }) => {
		const { into } = await runFor(scope, actor, params.id!);
		await forgetMapping(scope, actor, { target: into.key, keptId: kept });
		const to = `/${community.slug}/desk/imports/${params.id}/columns`;
		return { to, flash: { words: m.imports_kept_forgotten() } };
	}),
	discard: staffAction(z.object({}), async ({ scope, actor, community }, _, { params }) => {
		await discardSheet(scope, actor, params.id!);
		return { to: `/${community.slug}/desk/imports`, flash: { words: m.imports_discarded() } };
	})
};
