import { recordEvent } from '#lib/audit/record.server.ts';
import { sheetDownload } from '#lib/imports/download.ts';
import { campaignHead } from '#lib/pairings/head.server.ts';
import { pairLines } from '#lib/pairings/pairs.server.ts';
import { pairsSheet } from '#lib/pairings/sheet.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** The pairs of a campaign as .xlsx. Who took it is written down. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const { head } = await campaignHead(scope, event.params.id);
		const pairs = await pairLines(scope, head.id, { now, zone });
		const subject = { kind: 'campaign', id: head.id } as const;
		await recordEvent(scope, subject, 'exported', actor.personId, now, { rows: pairs.length });
		return sheetDownload(await pairsSheet(pairs), `${head.name}.xlsx`);
	});
