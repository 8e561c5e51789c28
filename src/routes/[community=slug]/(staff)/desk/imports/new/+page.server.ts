import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { bringSheet } from '#lib/imports/runs.server.ts';
import { targetHint, targetName } from '#lib/imports/run-words.ts';
import { readSheet } from '#lib/imports/sheet.server.ts';
import { sheetLimits, type Sheet } from '#lib/imports/sheet.ts';
import { targetKeys } from '#lib/imports/target.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { errorWords } from '#lib/web/error-words.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const megabyte = 2 ** 20;
/** What a form adds to the file it carries. */
const envelope = 64 * 1024;

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async () => {
		const target = targetKeys.find((key) => key === event.url.searchParams.get('target'));
		if (!target) error(404, errorWords(new AppError('not_found')));
		const { bytes, rows, columns } = sheetLimits;
		return {
			key: newId(),
			target: { key: target, name: targetName(target), hint: targetHint(target) },
			limits: { bytes, megabytes: bytes / megabyte, rows, columns }
		};
	});

const schema = z.object({ target: z.enum(targetKeys) });

const keep = staffAction(
	schema,
	async ({ scope, actor, community, now }, { target }, event, { fileName, sheet }) => {
		const id = newId();
		await bringSheet(scope, actor, { id, target, fileName, sheet }, now);
		return { to: `/${community.slug}/desk/imports/${id}/columns` };
	},
	sheetIn
);

/** The file is read before the transaction opens: a large one takes seconds. */
async function sheetIn(sent: FormData): Promise<{ fileName: string; sheet: Sheet }> {
	const file = sent.get('file');
	if (!(file instanceof File) || file.name === '') throw new AppError('invalid', 'imports_file_missing');
	try {
		return { fileName: file.name, sheet: await readSheet(await file.bytes(), file.name) };
	} catch (thrown) {
		if (!(thrown instanceof AppError)) throw thrown;
		throw new AppError(thrown.code, `imports_${thrown.detail}`, thrown.params);
	}
}

/** Refuses by what the browser says is coming, before any of it is read. */
function tooLarge({ request }: RequestEvent) {
	const size = Number(request.headers.get('content-length'));
	if (size <= sheetLimits.bytes + envelope) return undefined;
	const message = m.imports_too_large({
		size: Math.ceil(size / megabyte),
		most: sheetLimits.bytes / megabyte
	});
	return fail(413, { form: { message, data: {}, errors: {} } });
}

function bring(event: RequestEvent) {
	return tooLarge(event) ?? keep(event);
}

export const actions: Actions = { default: bring };
