import { m } from '#lib/paraglide/messages.js';
import { sheetOf, type SheetColumn } from '#lib/records/sheet.server.ts';
import type { PairLine } from './pairs.server.ts';

const columns: readonly SheetColumn<PairLine>[] = [
	{ head: m.pairings_col_resident, width: 12, value: ({ resident }) => resident },
	{ head: m.pairings_col_member, width: 12, value: ({ member }) => member },
	{ head: m.pairings_col_state, width: 14, value: ({ state }) => state.words },
	{ head: m.pairings_col_met, width: 14, value: ({ met }) => met },
	{ head: m.pairings_col_kept, width: 10, value: ({ figures }) => figures.kept },
	{ head: m.pairings_col_missed, width: 10, value: ({ figures }) => figures.missed },
	{ head: m.pairings_col_minutes, width: 12, value: ({ figures }) => figures.minutes },
	{
		head: m.pairings_col_stars,
		width: 10,
		value: ({ figures: { stars } }) => (stars === null ? null : Math.round(stars * 10) / 10)
	},
	{ head: m.pairings_col_next, width: 30, value: ({ next }) => next }
];

/** The pairs of a campaign as .xlsx, in the reader's language. */
export function pairsSheet(pairs: readonly PairLine[]): Promise<Uint8Array<ArrayBuffer>> {
	return sheetOf(columns, pairs);
}
