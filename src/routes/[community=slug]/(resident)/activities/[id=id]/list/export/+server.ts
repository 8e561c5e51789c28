import { recordEvent } from '#lib/audit/record.server.ts';
import { rollPage } from '#lib/activities/roll-page.server.ts';
import { rollSheet } from '#lib/activities/sheets.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { isId } from '#lib/shared/ids.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** The list of a date as .xlsx. Who took it is written down. */
export const GET: RequestHandler = (event) =>
	readAs(event, async ({ scope, actor, now, zone }) => {
		const asked = event.url.searchParams.get('date');
		const page = await rollPage(scope, actor, event.params.id, isId(asked) ? asked : null, { now, zone });
		const subject = { kind: 'activity', id: event.params.id } as const;
		await recordEvent(scope, subject, 'exported_list', actor.personId, now);
		return sheetDownload(await rollSheet(page.rows), `${page.activity.name}-${page.date?.day ?? ''}.xlsx`);
	});
