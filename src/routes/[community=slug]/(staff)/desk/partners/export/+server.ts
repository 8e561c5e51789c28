import { recordEvent } from '#lib/audit/record.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { m } from '#lib/paraglide/messages.js';
import { readShown, unitsSheet } from '#lib/partners/desk-page.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** The partner units of the list as .xlsx. Who took it is written down. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const sheet = await unitsSheet(scope, readShown(event.url.searchParams), { now, zone });
		const subject = { kind: 'person', id: actor.personId } as const;
		await recordEvent(scope, subject, 'exported_partners', actor.personId, now);
		return sheetDownload(sheet, `${m.partners_title()}-${dayOf(now, zone)}.xlsx`);
	});
