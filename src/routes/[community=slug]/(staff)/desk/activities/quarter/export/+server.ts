import { quarterPage, quarterSheet } from '#lib/activities/quarter-page.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { m } from '#lib/paraglide/messages.js';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** The groups' quarter as .xlsx. Who took it is written down. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const { rows, quarter } = await quarterPage(scope, event.url.searchParams.get('quarter'), { now, zone });
		const subject = { kind: 'person', id: actor.personId } as const;
		await recordEvent(scope, subject, 'exported_quarter', actor.personId, now, { quarter: quarter.key });
		return sheetDownload(await quarterSheet(rows, quarter.months), `${m.term_title()}-${quarter.key}.xlsx`);
	});
