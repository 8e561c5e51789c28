import { redirect } from '@sveltejs/kit';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { countImportedRows, importedRowsOf, type ImportedRow } from '#lib/imports/queries.server.ts';
import { statusWords, stayWords, targetName } from '#lib/imports/run-words.ts';
import { runFor } from '#lib/imports/runs.server.ts';
import { undoImport } from '#lib/imports/undo-import.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** So many things that stayed are listed. */
const mostStays = 100;

/** The list on which staff find what came in. */
const shelves = { residents: 'people', volunteers: 'volunteers', requests: 'requests' } as const;

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, community, now, zone }) => {
		const run = await runFor(scope, actor, event.params.id);
		const desk = `/${community.slug}/desk`;
		if (run.status === 'draft') redirect(303, `${desk}/imports/${run.id}/columns`);
		const [person] = await peopleByIds(scope, [run.createdBy]);
		const isUndone = run.status === 'undone';
		const stays = isUndone ? await importedRowsOf(scope, run.id, mostStays) : [];
		return {
			key: newId(),
			run: {
				id: run.id,
				status: run.status,
				fileName: run.fileName,
				target: targetName(run.into.key),
				state: statusWords(run.status),
				by: m.imports_by({
					name: person?.name ?? '',
					when: sayWhen(run.undoneAt ?? run.importedAt ?? run.createdAt, { now, zone })
				}),
				done: run.progress,
				good: run.good,
				bad: run.bad ?? 0,
				rejectsKept: run.rejectsKept
			},
			shelf: `${desk}/${shelves[run.into.key]}`,
			stays: stays.map((row) => stayView(row, desk)),
			stayCount: isUndone ? await countImportedRows(scope, run.id) : 0
		};
	});

function stayView({ rowNumber, subjectKind, subjectId, stayed }: ImportedRow, desk: string) {
	const row = rowNumber;
	const views = {
		person: { words: m.imports_stay_person({ row }), href: `${desk}/people/${subjectId}` },
		card: { words: m.imports_stay_card({ row }), href: `${desk}/volunteers/${subjectId}` },
		request: { words: m.imports_stay_request({ row }), href: `${desk}/requests/${subjectId}` }
	};
	return { id: `${subjectKind} ${subjectId}`, ...views[subjectKind], why: stayWords(stayed) };
}

export const actions: Actions = {
	undo: staffAction(z.object({}), async ({ scope, actor, community, now }, _, { params }) => {
		const { gone, stay } = await undoImport(scope, actor, params.id!, now);
		const to = `/${community.slug}/desk/imports/${params.id}`;
		return { to, flash: { words: m.imports_undone_flash({ gone, stay }) } };
	})
};
