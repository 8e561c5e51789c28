import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, type Day } from '#lib/shared/time.ts';
import { venueById } from '#lib/places/venue-queries.server.ts';
import { sayDate, type Here } from '#lib/ui/dates.ts';
import { quarterOf, readQuarter, type Quarter } from './quarter.ts';
import { plansFor } from './rights.server.ts';
import { farthestDays } from './dates-ahead.ts';
import { termHolidays, termLeaders } from './term-context.server.ts';
import { ruleDaysOf } from './term-dates.ts';
import { saidRow, spanOf, type SaidRow } from './term-form.ts';
import { proposalOf } from './term-proposal.ts';
import * as query from './term-queries.server.ts';
import { remedied, type Remedy } from './term-remedies.ts';
import { mostEarlier, mostRows, type DayChange, type TermRow } from './term.ts';

/** A plan as somebody saw it. */
export interface SeenTerm extends query.TermKey {
	/** Nought where it was not begun. */
	version: number;
}

/**
 * A draft for one who may plan, locked until the transaction ends; begun where there is none.
 * @throws AppError `not_found`, also for everybody else; `not_possible_now` / `term_over`; `changed_meanwhile` / `term_version`
 */
export async function draftTerm(
	scope: Scope,
	actor: Actor,
	{ version, ...key }: SeenTerm,
	here: Here
): Promise<{ plan: query.TermPlanRow; quarter: Quarter; today: Day }> {
	if (!(await plansFor(scope, actor, key.groupId, here))) throw new AppError('not_found');
	const today = dayOf(here.now, here.zone);
	const quarter = readQuarter(key.quarter, today);
	if (quarter.key !== key.quarter) throw new AppError('not_found');
	if (quarter.to < today || quarter.from > addDays(today, farthestDays)) {
		throw new AppError('not_possible_now', 'term_over');
	}
	await query.addTermPlan(scope, { id: newId(), ...key });
	const plan = (await query.termPlanForUpdate(scope, key))!;
	if (plan.publishedAt || plan.version !== version) throw new AppError('changed_meanwhile', 'term_version');
	return { plan, quarter, today };
}

/** Takes a step of a draft, which can be taken back. */
async function step(scope: Scope, plan: query.TermPlanRow, rows: TermRow[]): Promise<void> {
	if (rows.length > mostRows) throw new AppError('not_possible_now', 'term_full', { most: mostRows });
	const earlier = [...plan.earlier, plan.rows].slice(-mostEarlier);
	await query.changeTermPlan(scope, plan.id, { rows, earlier });
}

function rowIn({ rows }: query.TermPlanRow, id: string): TermRow {
	const row = rows.find((one) => one.id === id);
	if (!row) throw new AppError('not_found');
	return row;
}

/**
 * Adds a row to a draft, or changes one.
 * @param id of the row; null for a new one
 * @throws AppError as `draftTerm`; `not_found`; `not_possible_now` / `term_full`; `invalid` with the field that is wrong
 */
export async function putRow(
	scope: Scope,
	actor: Actor,
	seen: SeenTerm,
	{ id, said }: { id: string | null; said: SaidRow },
	here: Here
): Promise<void> {
	const { plan, quarter, today } = await draftTerm(scope, actor, seen, here);
	const before = id === null ? null : rowIn(plan, id);
	const holidays = new Set((await termHolidays(scope, quarter)).names.keys());
	const row = saidRow(said, { quarter, today, holidays });
	if ('wrong' in row) {
		if (row.wrong === 'weekdays') throw new AppError('invalid', 'term_weekdays', { field: 'weekdays' });
		const [first, last] = spanOf({ quarter, today }).map((day) => sayDate(day)) as [string, string];
		throw new AppError('invalid', row.wrong, { first, last });
	}
	await requireChoices(scope, actor, seen.groupId, row, here);
	if (!before) return step(scope, plan, [...plan.rows, { ...row, id: newId(), like: null }]);
	const still = ruleDaysOf(row).filter((day) => before.except.includes(day) && !holidays.has(day));
	const except = [...new Set([...row.except, ...still])].sort();
	const changed = { ...before, ...row, except, changes: changesKept(before, row) };
	return step(
		scope,
		plan,
		plan.rows.map((one) => (one.id === id ? changed : one))
	);
}

/** The days that were not as usual, as far as the changed row has them, and a venue at all. */
function changesKept({ changes = [] }: TermRow, row: Omit<TermRow, 'id' | 'like'>): DayChange[] {
	const days = ruleDaysOf(row);
	const fits = ({ day, startMinute = 0 }: DayChange) =>
		days.includes(day) && startMinute + row.minutes <= 24 * 60;
	return changes.filter(fits).map(({ venueId, ...change }) => ({
		...change,
		...(row.venueId && venueId && { venueId })
	}));
}

async function requireChoices(
	scope: Scope,
	actor: Actor,
	groupId: string,
	{ venueId, ledBy }: Pick<TermRow, 'venueId' | 'ledBy'>,
	here: Here
): Promise<void> {
	const venue = venueId ? await venueById(scope, venueId) : null;
	if (venueId && (!venue || venue.closed)) throw new AppError('invalid', 'venue');
	const leaders = await termLeaders(scope, actor, groupId, here);
	if (!leaders.some(({ id }) => id === ledBy)) throw new AppError('invalid', 'leader');
}

/** What can be done with a row at one tap. */
export type RowStep =
	| { do: 'remove' | 'copy' }
	| { do: 'mend'; remedy: Remedy }
	/** A day is left out, or is in again. */
	| { do: 'toggle'; day: Day };

/**
 * Takes a row out of a draft, copies it, mends it, or leaves one of its days out.
 * @returns the id of the row, or of its copy
 * @throws AppError as `draftTerm`; `not_found`; `not_possible_now` / `term_full`
 */
export async function stepRow(
	scope: Scope,
	actor: Actor,
	seen: SeenTerm,
	id: string,
	how: RowStep,
	here: Here
): Promise<string> {
	const { plan } = await draftTerm(scope, actor, seen, here);
	const after = stepped(rowIn(plan, id), how);
	const rows = plan.rows.flatMap((row) => (row.id === id ? after : row));
	await step(scope, plan, rows);
	return after.at(-1)?.id ?? id;
}

function stepped(row: TermRow, how: RowStep): TermRow[] {
	switch (how.do) {
		case 'remove':
			return [];
		case 'copy':
			return [row, { ...row, id: newId() }];
		case 'mend':
			return [mended(row, how.remedy)];
		case 'toggle':
			return [toggled(row, how.day)];
	}
}

function mended(row: TermRow, remedy: Remedy): TermRow {
	if ('on' in remedy && remedy.on) requireDay(row, remedy.on);
	return remedied(row, remedy);
}

function requireDay(row: TermRow, day: Day): void {
	if (!ruleDaysOf(row).includes(day)) throw new AppError('not_found');
}

function toggled(row: TermRow, day: Day): TermRow {
	requireDay(row, day);
	const out = row.except.includes(day);
	return { ...row, except: out ? row.except.filter((one) => one !== day) : [...row.except, day].sort() };
}

/**
 * Takes the last step of a draft back.
 * @throws AppError as `draftTerm`
 */
export async function undoStep(scope: Scope, actor: Actor, seen: SeenTerm, here: Here): Promise<void> {
	const { plan } = await draftTerm(scope, actor, seen, here);
	const rows = plan.earlier.at(-1);
	if (rows) await query.changeTermPlan(scope, plan.id, { rows, earlier: plan.earlier.slice(0, -1) });
}

/**
 * Takes over what the group did last quarter and what the draft does not have yet.
 * @returns how many rows are new
 * @throws AppError as `draftTerm`; `not_possible_now` / `term_nothing`, `term_taken_already`, `term_full`
 */
export async function takeOver(scope: Scope, actor: Actor, seen: SeenTerm, here: Here): Promise<number> {
	const { plan, quarter } = await draftTerm(scope, actor, seen, here);
	const before = quarterOf(addDays(quarter.from, -1));
	const dates = await query.datesOfGroup(scope, seen.groupId, before);
	const held = dates.filter(
		({ date, activity }) => date.status === 'planned' && activity.status === 'published'
	);
	const past = new Map(held.map(({ activity }) => [activity.id, activity]));
	const known = past.size;
	for (const { like } of plan.rows) if (like) past.delete(like);
	const { names } = await termHolidays(scope, quarter);
	const leaders = (await termLeaders(scope, actor, seen.groupId, here)).map(({ id }) => id);
	if (leaders.length === 0) leaders.push(actor.personId);
	const proposal = proposalOf([...past.values()], { quarter, holidays: new Set(names.keys()), leaders });
	if (proposal.length === 0) {
		throw new AppError('not_possible_now', past.size < known ? 'term_taken_already' : 'term_nothing');
	}
	await step(scope, plan, [...plan.rows, ...proposal.map((row) => ({ ...row, id: newId() }))]);
	return proposal.length;
}
