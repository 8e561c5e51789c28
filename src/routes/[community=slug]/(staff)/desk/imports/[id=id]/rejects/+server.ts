import { error } from '@sveltejs/kit';
import { checkRows } from '#lib/imports/check-rows.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { rejectsSheet } from '#lib/imports/rejects.server.ts';
import { isUnfinished, rejectsOf, runFor, sheetOf } from '#lib/imports/runs.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import { errorWords } from '#lib/web/error-words.server.ts';
import type { RequestHandler } from './$types';

/** The rows that were left out, or would be, each with its reason. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const run = await runFor(scope, actor, event.params.id);
		const left = isUnfinished(run) ? await wouldBeLeft() : await rejectsOf(scope, run);
		if (!left) error(404, errorWords(new AppError('not_found')));
		const { locale } = event.locals.preferences;
		const sheet = await rejectsSheet(left.columns, left.bad, run.into.fields, locale);
		const name = run.fileName.replace(/\.[a-z]+$/i, '');
		return sheetDownload(sheet, `${name} ${m.imports_rejects_file()}.xlsx`);

		async function wouldBeLeft() {
			const sheet = await sheetOf(scope, run);
			const importing = { id: run.id, by: actor, now, zone };
			const { bad } = await checkRows(scope, run.into, sheet, run.mapping, importing);
			return { columns: sheet.columns, bad };
		}
	});
