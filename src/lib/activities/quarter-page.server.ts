import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sheetOf, type SheetColumn } from '#lib/records/sheet.server.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { groupMonths } from './quarter-queries.server.ts';
import {
	fulfilment,
	monthState,
	quarterOf,
	readQuarter,
	type MonthCount,
	type MonthState,
	type PlanState
} from './quarter.ts';
import { planStateWords } from './term-words.ts';
import { nameOf } from './words.ts';

/** A group in a quarter. */
export interface QuarterRow extends ReturnType<typeof fulfilment> {
	id: string;
	name: string;
	months: (MonthCount & { month: string; state: MonthState })[];
	/** Has nothing this month. */
	missing: boolean;
	/** Take place at another time than planned, and beside the plan that was published. */
	moved: number;
	added: number;
	plan: PlanState;
}

const nothing: MonthCount = { held: 0, ahead: 0, cancelled: 0 };

/** What each group planned, held and called off in the quarter that an address names; who has nothing this month comes first. */
export async function quarterPage(scope: Scope, asked: string | null, { now, zone }: Here) {
	const today = dayOf(now, zone);
	const quarter = readQuarter(asked, today);
	const byGroup = Map.groupBy(await groupMonths(scope, quarter, now), ({ id }) => id);
	const rows = [...byGroup.values()].map((all): QuarterRow => {
		const months = quarter.months.map((month) => {
			const { held, ahead, cancelled } = all.find((one) => one.month === month) ?? nothing;
			return { held, ahead, cancelled, month, state: monthState({ held, ahead, cancelled }, month, today) };
		});
		const missing = months.some(({ state }) => state === 'missing');
		const sum = (of: 'moved' | 'added') => all.reduce((total, one) => total + one[of], 0);
		const { id, plan } = all[0]!;
		const counts = { moved: sum('moved'), added: sum('added'), ...fulfilment(months) };
		return { id, name: nameOf(all[0]!), months, missing, plan, ...counts };
	});
	rows.sort((a, b) => Number(b.missing) - Number(a.missing));
	return {
		quarter,
		before: quarterOf(addDays(quarter.from, -1)).key,
		after: quarterOf(addDays(quarter.to, 1)).key,
		rows,
		missing: rows.filter((row) => row.missing).length,
		total: fulfilment(rows.flatMap(({ months }) => months))
	};
}

/** The same as .xlsx. */
export function quarterSheet(rows: readonly QuarterRow[], months: readonly string[]) {
	const columns: SheetColumn<QuarterRow>[] = [
		{ head: m.term_group, width: 22, value: ({ name }) => name },
		{ head: m.term_plan_state, width: 12, value: ({ plan }) => planStateWords(plan) },
		...months.map((month, at) => ({
			head: () => month,
			width: 12,
			value: (row: QuarterRow) => row.months[at]!.held + row.months[at]!.ahead
		})),
		{ head: m.term_planned, width: 10, value: ({ planned }) => planned },
		{ head: m.term_held, width: 10, value: ({ held }) => held },
		{ head: m.term_cancelled, width: 10, value: ({ cancelled }) => cancelled },
		{ head: m.term_moved, width: 10, value: ({ moved }) => moved },
		{ head: m.term_added_count, width: 10, value: ({ added }) => added },
		{ head: m.term_percent, width: 12, value: ({ percent }) => percent }
	];
	return sheetOf(columns, rows);
}
