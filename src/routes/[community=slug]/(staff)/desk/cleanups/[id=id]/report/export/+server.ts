import { recordEvent } from '#lib/audit/record.server.ts';
import { cleanupReport } from '#lib/cleanups/report.server.ts';
import { reportSheet } from '#lib/cleanups/sheet.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** The figures of a day as .xlsx. Who took them is written down. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const { id } = event.params;
		const report = await cleanupReport(scope, id, { now, zone });
		await recordEvent(scope, { kind: 'cleanup', id }, 'exported', actor.personId, now);
		return sheetDownload(await reportSheet(report), `${report.head.name}.xlsx`);
	});
