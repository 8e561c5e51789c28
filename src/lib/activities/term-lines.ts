import { minuteOfDay, type Day } from '#lib/shared/time.ts';
import { duringOn } from './during.ts';
import type { Quarter } from './quarter.ts';
import { conflictsOf, lineOf, type Conflict, type TermContext, type TermLine } from './term-conflicts.ts';
import { rowOn, ruleDaysOf } from './term-dates.ts';
import type { TermDate } from './term-outcome.ts';
import type { GroupDate, TermPlanRow } from './term-queries.server.ts';
import type { CellState, RowOrigin } from './term-view.ts';
import type { TermRow } from './term.ts';

/** A date of a row: when and in which venue it is, and how it stands. */
export interface LineDate {
	day: Day;
	startMinute: number;
	venueId: string | null;
	state: CellState;
}

/** A row of the board with how each of its dates stands. */
export interface BoardLine {
	row: TermRow;
	dates: LineDate[];
	conflicts: Conflict[];
	origin: RowOrigin;
}

/** A row of a draft: what of it takes place, what is left out, and where something stands in the way. */
export function draftLine(row: TermRow, context: TermContext): BoardLine {
	const line = lineOf(row, context);
	const conflicts = conflictsOf(line, context);
	const bad = new Set(conflicts.map(({ day }) => day));
	const stateOf = (day: Day): CellState => {
		if (row.except.includes(day)) return 'out';
		if (bad.has(day) || bad.has(null)) return 'trouble';
		return rowOn(row, day) === row ? 'on' : 'changed';
	};
	const dates = ruleDaysOf(row)
		.map((day) => ({ day, ...rowOn(row, day) }))
		.filter((one) => duringOn(one, one.day, context.zone).start > context.now)
		.map(({ day, startMinute, venueId }) => ({ day, startMinute, venueId, state: stateOf(day) }));
	return { row, dates, conflicts, origin: 'draft' };
}

/** What the group has in a quarter: the dates that are written with what became of them, then those that will follow. */
export function standingLine(
	{ row, days }: TermLine,
	written: readonly GroupDate[],
	plan: TermPlanRow | undefined,
	{ quarter, now, zone }: { quarter: Quarter; now: Date; zone: string }
): BoardLine {
	const own = written.filter(({ activity }) => activity.id === row.id);
	const inside = own.filter(({ date }) => quarter.from <= date.localDay && date.localDay <= quarter.to);
	const dates = inside.map(({ date }) => ({
		day: date.localDay,
		startMinute: minuteOfDay(date.during.start, zone),
		venueId: date.venueId ?? row.venueId,
		state: stateOf(termDate({ date, activity: own[0]!.activity }, plan, now))
	}));
	const known = new Set(dates.map(({ day }) => day));
	const later = days
		.filter((day) => !known.has(day))
		.map((day) => ({ day, startMinute: row.startMinute, venueId: row.venueId, state: 'on' as const }));
	return { row, dates: [...dates, ...later], conflicts: [], origin: originOf(own[0], plan) };
}

function originOf(one: GroupDate | undefined, plan: TermPlanRow | undefined): RowOrigin {
	if (!one || !plan) return 'standing';
	if (one.activity.termPlanId === plan.id) return 'plan';
	return isAdded(one, plan) ? 'added' : 'standing';
}

/** What of a date counts for the plan of its quarter. */
export interface CountedDate {
	date: Pick<GroupDate['date'], 'status' | 'sequence' | 'during' | 'ruleDay'>;
	activity: Pick<GroupDate['activity'], 'termPlanId' | 'publishedAt'>;
}

/** The plan that it counts for. */
type CountedPlan = Pick<TermPlanRow, 'id' | 'publishedAt'> | null | undefined;

/** A date of a group as far as it counts: planned is what stood when the plan was published, or all where none was. */
export function termDate({ date, activity }: CountedDate, plan: CountedPlan, now: Date): TermDate {
	return {
		planned: !isAdded({ activity }, plan),
		cancelled: date.status === 'cancelled',
		moved: date.status === 'planned' && date.sequence > 0,
		over: date.during.end <= now
	};
}

/** The dates that a group planned in a quarter; one that was moved into another counts where it was planned. */
export function termDatesIn(
	{ from, to }: Pick<Quarter, 'from' | 'to'>,
	dates: readonly CountedDate[],
	plan: CountedPlan,
	now: Date
): TermDate[] {
	const inside = dates.filter(({ date }) => from <= date.ruleDay && date.ruleDay <= to);
	return inside.map((one) => termDate(one, plan, now));
}

/** True for what came after the plan was published, beside it. */
export function isAdded({ activity }: Pick<CountedDate, 'activity'>, plan: CountedPlan): boolean {
	const since = plan?.publishedAt;
	return Boolean(since && activity.termPlanId !== plan.id && activity.publishedAt! > since);
}

function stateOf({ cancelled, over, moved }: TermDate): CellState {
	if (cancelled) return 'cancelled';
	if (over) return 'held';
	return moved ? 'moved' : 'on';
}
