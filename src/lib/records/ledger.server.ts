import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isNeed } from '#lib/skills/needs.ts';
import { needName } from '#lib/skills/words.ts';
import { sayMinutes } from '#lib/ui/dates.ts';
import type { Period } from './period.ts';
import { listRecords, totalBetween, type ListedRecord, type RecordRow } from './queries.server.ts';

/** One service in the community's ledger, in the reader's words. */
export interface LedgerRow {
	id: string;
	/** The local day, `YYYY-MM-DD`. */
	day: string;
	need: string;
	doer: string;
	helped: string;
	place: string;
	minutes: number;
	time: string;
	/** People served. */
	served: number;
	rating: number | null;
	confirmed: string;
}

/** The ledger of a period, newest first, and what it adds up to. Minutes are without travel. */
export async function ledger(
	scope: Scope,
	period: Period,
	page: { limit: number; offset: number }
): Promise<{ rows: LedgerRow[]; total: { services: number; served: number; time: string } }> {
	const { services, minutes, served } = await totalBetween(scope, period.from, period.to);
	const rows = await listRecords(scope, period, page);
	return { rows: rows.map(ledgerRow), total: { services, served, time: sayMinutes(minutes) } };
}

const confirmations: Record<RecordRow['confirmedBy'], () => string> = {
	receiver: m.desk_confirmed_receiver,
	telephone: m.desk_confirmed_telephone,
	staff: m.desk_confirmed_staff
};

function ledgerRow({ record, doer, helped, building, buildingEn }: ListedRecord): LedgerRow {
	const place = getLocale() === 'en' ? buildingEn : building;
	return {
		id: record.id,
		day: record.servedOn,
		need: isNeed(record.need) ? needName(record.need) : record.need,
		doer,
		helped,
		place: place ?? m.desk_by_telephone(),
		minutes: record.minutes,
		time: sayMinutes(record.minutes),
		served: record.scale,
		rating: record.rating,
		confirmed: confirmations[record.confirmedBy]()
	};
}
