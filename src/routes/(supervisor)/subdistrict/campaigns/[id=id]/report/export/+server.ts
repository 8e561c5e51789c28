import { sheetDownload } from '#lib/imports/download.ts';
import { jointReport } from '#lib/subdistrict/report.server.ts';
import { reportSheet } from '#lib/subdistrict/sheet.server.ts';
import { readAsSupervisor } from '#lib/web/supervise.server.ts';
import type { RequestHandler } from './$types';

/** What came of a joint campaign as .xlsx: figures alone. */
export const GET: RequestHandler = (event) =>
	readAsSupervisor(event, async ({ supervisor, now }) => {
		const { head, rows } = await jointReport(supervisor, event.params.id, now);
		return sheetDownload(await reportSheet(rows), `${head.name}.xlsx`);
	});
