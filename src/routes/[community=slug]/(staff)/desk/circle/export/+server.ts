import { recordEvent } from '#lib/audit/record.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { m } from '#lib/paraglide/messages.js';
import { gapsPage, gapsSheet, readLacking } from '#lib/venues/gaps.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** Which buildings lack what, as .xlsx. Who took it is written down. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now }) => {
		const { lines } = await gapsPage(scope, readLacking(event.url.searchParams));
		const subject = { kind: 'person', id: actor.personId } as const;
		await recordEvent(scope, subject, 'exported_circle', actor.personId, now);
		return sheetDownload(await gapsSheet(lines), `${m.venues_gaps_file()}.xlsx`);
	});
