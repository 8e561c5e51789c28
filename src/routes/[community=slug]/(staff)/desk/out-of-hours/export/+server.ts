import { recordEvent } from '#lib/audit/record.server.ts';
import { outOfHoursReport } from '#lib/hall/out-of-hours.server.ts';
import { outOfHoursSheet } from '#lib/hall/sheet.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { m } from '#lib/paraglide/messages.js';
import { readPeriod } from '#lib/records/period.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** What was served outside of the old office hours, as .xlsx. Who took it is written down. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const period = readPeriod(event.url.searchParams, dayOf(now, zone));
		const report = await outOfHoursReport(scope, period, zone);
		const subject = { kind: 'person', id: actor.personId } as const;
		await recordEvent(scope, subject, 'exported_out_of_hours', actor.personId, now, { ...period });
		return sheetDownload(await outOfHoursSheet(report), `${m.hall_out_file(period)}.xlsx`);
	});
