import { error } from '@sveltejs/kit';
import { blankSheet } from '#lib/imports/rejects.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { targetName } from '#lib/imports/run-words.ts';
import { targetFor } from '#lib/imports/targets.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import { errorWords } from '#lib/web/error-words.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	readAsStaff(event, async () => {
		const target = targetFor(event.url.searchParams.get('target') ?? '');
		if (!target) error(404, errorWords(new AppError('not_found')));
		const sheet = await blankSheet(target.fields, event.locals.preferences.locale);
		return sheetDownload(sheet, `${targetName(target.key)} ${m.imports_template_file()}.xlsx`);
	});
