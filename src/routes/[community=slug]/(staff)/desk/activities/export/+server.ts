import { activitiesSheet } from '#lib/activities/sheets.server.ts';
import { deskList } from '#lib/activities/desk-page.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { m } from '#lib/paraglide/messages.js';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** All activities with their figures, as .xlsx. Who took it is written down. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const rows = await deskList(scope, now);
		const subject = { kind: 'person', id: actor.personId } as const;
		await recordEvent(scope, subject, 'exported_activities', actor.personId, now);
		return sheetDownload(
			await activitiesSheet(rows, zone),
			`${m.activities_title()}-${dayOf(now, zone)}.xlsx`
		);
	});
