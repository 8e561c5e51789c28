import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sheetOf, type SheetColumn } from '#lib/records/sheet.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { planningGroups, quarterDates, type QuarterDate } from './quarter-queries.server.ts';
import { monthState, readQuarter, type MonthCount, type MonthState, type PlanState } from './quarter.ts';
import { termDatesIn } from './term-lines.ts';
import { outcomeOf, type TermDate, type TermOutcome } from './term-outcome.ts';
import { planStateWords, quarterName, quartersBeside } from './term-words.ts';
import { nameOf, sayMonth } from './words.ts';

/** A group in a quarter: its months with all that takes place, its figures against the plan as it was published. */
export interface QuarterRow extends TermOutcome {
	id: string;
	name: string;
	months: (MonthCount & { month: string; state: MonthState })[];
	/** Has nothing this month. */
	missing: boolean;
	plan: PlanState;
}

/** What each group planned, held and called off in the quarter that an address names; who has nothing this month comes first. */
export async function quarterPage(scope: Scope, asked: string | null, { now, zone }: Here) {
	const today = dayOf(now, zone);
	const quarter = readQuarter(asked, today);
	const groups = await planningGroups(scope, quarter);
	const byGroup = Map.groupBy(await quarterDates(scope, quarter), ({ groupId }) => groupId);
	const counted: TermDate[] = [];
	const rows = groups.map((group): QuarterRow => {
		const dates = byGroup.get(group.id) ?? [];
		const months = quarter.months.map((month) => {
			const count = monthCount(dates, month, now);
			return { ...count, month, state: monthState(count, month, today) };
		});
		const missing = months.some(({ state }) => state === 'missing');
		const own = termDatesIn(quarter, dates, group.termPlan, now);
		counted.push(...own);
		return { id: group.id, name: nameOf(group), months, missing, plan: group.plan, ...outcomeOf(own) };
	});
	rows.sort((a, b) => Number(b.missing) - Number(a.missing));
	return {
		quarter: { ...quarter, name: quarterName(quarter.key) },
		...quartersBeside(quarter),
		rows,
		missing: rows.filter((row) => row.missing).length,
		total: outcomeOf(counted)
	};
}

function monthCount(dates: readonly QuarterDate[], month: string, now: Date): MonthCount {
	const on = dates.filter(({ date }) => date.status === 'planned' && date.localDay.startsWith(month));
	const held = on.filter(({ date }) => date.during.end <= now).length;
	return { held, ahead: on.length - held };
}

/** The same as .xlsx. */
export function quarterSheet(rows: readonly QuarterRow[], months: readonly string[]) {
	const columns: SheetColumn<QuarterRow>[] = [
		{ head: m.term_group, width: 22, value: ({ name }) => name },
		{ head: m.term_plan_state, width: 12, value: ({ plan }) => planStateWords(plan) },
		...months.map((month, at) => ({
			head: () => sayMonth(month),
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
