import { redirect } from '@sveltejs/kit';
import { checkRows } from '#lib/imports/check-rows.server.ts';
import { columnsShown, readRowsAddress, rowViews, totalViews } from '#lib/imports/rows-view.ts';
import { isUnfinished, runFor, sheetOf, startImport } from '#lib/imports/runs.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, community, now, zone }) => {
		const run = await runFor(scope, actor, event.params.id);
		if (!isUnfinished(run)) redirect(303, `/${community.slug}/desk/imports/${run.id}`);
		const { into, mapping } = run;
		const sheet = await sheetOf(scope, run);
		const read = await checkRows(scope, into, sheet, mapping, { id: run.id, by: actor, now, zone });
		const address = readRowsAddress(event.url.searchParams, read);
		const buildings = await into.buildings(scope);
		const names = { nameOf: into.nameOf, buildings };
		return {
			key: newId(),
			run: { id: run.id, fileName: run.fileName },
			counts: { good: read.good.length, bad: read.bad.length, all: read.good.length + read.bad.length },
			totals: totalViews(read),
			address,
			columns: columnsShown(mapping, into.fields),
			...rowViews(read, sheet, address, mapping, into.fields, names)
		};
	});

export const actions: Actions = {
	start: staffAction(z.object({}), async ({ scope, actor, community, zone }, _, { params }) => {
		await startImport(scope, actor, { id: params.id!, zone });
		return { to: `/${community.slug}/desk/imports/${params.id}` };
	})
};
