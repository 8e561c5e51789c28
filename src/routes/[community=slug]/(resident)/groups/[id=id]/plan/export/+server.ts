import { recordEvent } from '#lib/audit/record.server.ts';
import { termSheet } from '#lib/activities/sheets.server.ts';
import { termPage } from '#lib/activities/term-page.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** The quarter of a group as .xlsx: what its page shows to whoever asks. Who took it is written down. */
export const GET: RequestHandler = (event) =>
	readAs(event, async ({ scope, actor, now, zone }) => {
		const quarter = event.url.searchParams.get('quarter');
		const term = await termPage(scope, actor, event.params.id, { quarter }, { now, zone });
		const subject = { kind: 'group', id: term.group.id } as const;
		const said = { quarter: term.quarter.key };
		await recordEvent(scope, subject, 'exported_term', actor.personId, now, said);
		const dates = term.months.flatMap((month) => month.dates);
		return sheetDownload(await termSheet(dates), `${term.group.name}-${term.quarter.key}.xlsx`);
	});
