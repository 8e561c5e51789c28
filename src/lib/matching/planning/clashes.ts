import { minute } from '#lib/shared/time.ts';
import type { Assignment, AssignmentProblem } from '../assign/index.ts';
import { travelTime } from '../distance.ts';
import type { Row } from './candidates.ts';
import type { Planned } from './planning.ts';
import { minutesIn } from './seen-from.ts';

/** A chosen arc with what it means. */
interface Task {
	arc: number;
	/** Its place among the rows. */
	request: number;
	row: Row;
	start: number;
	end: number;
}

/** What an answer has to give up. */
export interface Clashes {
	/** Chosen arcs: somebody would be in two places, or work too much. */
	letOff: number[];
	/** Arcs that clash with what those people keep. Without these the next answers would run into the same people. */
	barred: number[];
}

/**
 * Where somebody would be in two places at once, the way between them included, or work more minutes in a week than he
 * wants, he keeps what would be dearest to give to others, and all that clashes with it goes.
 * @param isFixed arcs that staff have locked: kept before all others; of two locked ones that clash the later is named
 */
export function clashesIn(
	rows: readonly Row[],
	volunteers: readonly Planned[],
	problem: AssignmentProblem,
	{ arc: arcs, price }: Assignment,
	isFixed: (arc: number) => boolean
): Clashes {
	const letOff: number[] = [];
	const chosen = new Uint8Array(problem.cost.length);
	for (const arc of arcs) chosen[arc] = 1;
	const regret = ({ arc, request }: Task) =>
		isFixed(arc) ? Infinity : regretOf(arc, request, problem, price, chosen);
	const keeps = new Map<number, Task[]>();
	for (const [place, tasks] of tasksByVolunteer(rows, problem, arcs)) {
		if (tasks.length < 2) continue;
		const { kept, gone } = keepDearest(tasks, regret, volunteers[place]!);
		if (gone.length > 0) keeps.set(place, kept);
		letOff.push(...gone);
	}
	return { letOff, barred: letOff.length > 0 ? barredBy(keeps, rows, problem, chosen) : [] };
}

/** Arcs nobody has chosen that clash with what their person keeps. */
function barredBy(
	keeps: ReadonlyMap<number, readonly Task[]>,
	rows: readonly Row[],
	{ start, volunteer }: AssignmentProblem,
	chosen: Uint8Array
): number[] {
	const barred: number[] = [];
	for (const [request, row] of rows.entries()) {
		for (let arc = start[request]!; arc < start[request + 1]!; arc++) {
			const kept = keeps.get(volunteer[arc]!);
			if (!kept || chosen[arc] === 1) continue;
			const task = taskOf(arc, request, row);
			if (kept.some((one) => overlap(one, task))) barred.push(arc);
		}
	}
	return barred;
}

function taskOf(arc: number, request: number, row: Row): Task {
	return { arc, request, row, start: row.agreed!.start, end: row.agreed!.end };
}

function keepDearest(
	tasks: readonly Task[],
	regretOf: (task: Task) => number,
	volunteer: Planned
): { kept: Task[]; gone: number[] } {
	const byRegret = tasks
		.map((task) => ({ task, regret: regretOf(task) }))
		.sort((a, b) => (a.regret === b.regret ? a.task.arc - b.task.arc : b.regret - a.regret));
	const kept: Task[] = [];
	const gone: number[] = [];
	for (const { task } of byRegret) {
		const clashes = kept.some((other) => overlap(task, other)) || isTooMuch(task, kept, volunteer);
		if (clashes) gone.push(task.arc);
		else kept.push(task);
	}
	return { kept, gone };
}

function overlap(one: Task, other: Task): boolean {
	const [first, next] = one.start <= other.start ? [one, other] : [other, one];
	return next.start < first.end + wayBetween(first, next);
}

/** Tasks by volunteer. @param arcs ascending */
function tasksByVolunteer(
	rows: readonly Row[],
	{ start, volunteer }: AssignmentProblem,
	arcs: Int32Array
): Map<number, Task[]> {
	const tasks = new Map<number, Task[]>();
	let at = 0;
	for (const arc of arcs) {
		while (arc >= start[at + 1]!) at++;
		const task = taskOf(arc, at, rows[at]!);
		const mine = tasks.get(volunteer[arc]!);
		if (mine) mine.push(task);
		else tasks.set(volunteer[arc]!, [task]);
	}
	return tasks;
}

/** As the rules of free time have it: to or from a place that is unknown it is ten minutes. */
function wayBetween(one: Task, other: Task): number {
	const inPerson = one.row.agreed!.occasion.inPerson || other.row.agreed!.occasion.inPerson;
	return inPerson ? travelTime(placeOf(one), placeOf(other)) : 0;
}

function placeOf({ row: { agreed, request } }: Task) {
	return agreed!.occasion.inPerson ? request.place : null;
}

/** More minutes in that week than he wants, with what he keeps. A request near its deadline has that cap lifted. */
function isTooMuch(task: Task, kept: readonly Task[], volunteer: Planned): boolean {
	if (isUncapped(task)) return false;
	const { week } = task.row.agreed!;
	const mine = kept.filter((one) => !isUncapped(one) && one.row.agreed!.week === week);
	const planned = [...mine, task].reduce((sum, { start, end }) => sum + (end - start) / minute, 0);
	return mine.length > 0 && minutesIn(volunteer, week) + planned > volunteer.weeklyMinutesMax;
}

function isUncapped({ row }: Task): boolean {
	return row.context.lifted?.includes('weekly_minutes') ?? false;
}

/** How much dearer, at these prices, the next best way to fill the place of an arc is: with somebody else or nobody. */
function regretOf(
	arc: number,
	request: number,
	{ start, volunteer, cost, unmatchedCost }: AssignmentProblem,
	price: Float64Array,
	chosen: Uint8Array
): number {
	const full = (one: number) => cost[one]! + price[volunteer[one]!]!;
	let best = unmatchedCost[request]!;
	for (let one = start[request]!; one < start[request + 1]!; one++) {
		if (chosen[one] === 0) best = Math.min(best, full(one));
	}
	return best - full(arc);
}
