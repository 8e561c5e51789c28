import { recordEvent } from '#lib/audit/record.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { ledger } from '#lib/records/ledger.server.ts';
import { readPeriod } from '#lib/records/period.ts';
import { ledgerSheet } from '#lib/records/sheet.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

const mostRows = 50_000;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The ledger of a period as .xlsx. Who took it, and for which days, is written down. */
export const GET: RequestHandler = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const period = readPeriod(event.url.searchParams, dayOf(now, zone));
		const { rows } = await ledger(scope, period, { limit: mostRows, offset: 0 });
		const subject = { kind: 'person', id: actor.personId } as const;
		await recordEvent(scope, subject, 'exported_records', actor.personId, now, {
			...period,
			rows: rows.length
		});
		const name = encodeURIComponent(`${m.desk_records_file(period)}.xlsx`);
		return new Response(await ledgerSheet(rows), {
			headers: {
				'content-type': xlsx,
				'content-disposition': `attachment; filename="records-${period.from}-${period.to}.xlsx"; filename*=UTF-8''${name}`
			}
		});
	});
