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

/**
 * Arcs to be forbidden, at most one per volunteer: where somebody would be in two places at once, the way between them
 * included, or work more minutes in a week than he wants, the one that is cheapest to replace.
 * @param isFixed arcs that staff have locked; of two locked ones that clash the later is named
 */
export function clashingArcs(
	rows: readonly Row[],
	volunteers: readonly Planned[],
	problem: AssignmentProblem,
	answer: Assignment,
	isFixed: (arc: number) => boolean
): number[] {
	const found: number[] = [];
	const chosen = new Uint8Array(problem.cost.length);
	for (const arc of answer.arc) chosen[arc] = 1;
	for (const [place, tasks] of tasksByVolunteer(rows, problem, answer)) {
		if (tasks.length < 2) continue;
		const clash = clashOf(
			tasks.sort((a, b) => a.start - b.start || a.arc - b.arc),
			volunteers[place]!
		);
		if (clash) found.push(cheapestToReplace(clash, problem, answer.price, chosen, isFixed));
	}
	return found;
}

function tasksByVolunteer(
	rows: readonly Row[],
	{ start, volunteer }: AssignmentProblem,
	{ arc: arcs }: Assignment
): Map<number, Task[]> {
	const tasks = new Map<number, Task[]>();
	let at = 0;
	for (const arc of arcs) {
		while (arc >= start[at + 1]!) at++;
		const row = rows[at]!;
		const task = { arc, request: at, row, start: row.agreed!.start, end: row.agreed!.end };
		const mine = tasks.get(volunteer[arc]!);
		if (mine) mine.push(task);
		else tasks.set(volunteer[arc]!, [task]);
	}
	return tasks;
}

function clashOf(tasks: readonly Task[], volunteer: Planned): Task[] | null {
	for (const [at, task] of tasks.entries()) {
		const later = tasks.slice(at + 1).find((next) => next.start < task.end + wayBetween(task, next));
		if (later) return [task, later];
	}
	return tooMuch(tasks, volunteer);
}

/** As the rules of free time have it: to or from a place that is unknown it is ten minutes. */
function wayBetween(one: Task, other: Task): number {
	const inPerson = one.row.agreed!.occasion.inPerson || other.row.agreed!.occasion.inPerson;
	return inPerson ? travelTime(placeOf(one), placeOf(other)) : 0;
}

function placeOf({ row: { agreed, request } }: Task) {
	return agreed!.occasion.inPerson ? request.place : null;
}

/** The tasks of the first week that holds too many minutes. A request near its deadline has that cap lifted. */
function tooMuch(tasks: readonly Task[], volunteer: Planned): Task[] | null {
	const capped = tasks.filter(({ row }) => !row.context.lifted?.includes('weekly_minutes'));
	const weeks = Map.groupBy(capped, ({ row }) => row.agreed!.week);
	for (const [week, mine] of weeks) {
		const planned = mine.reduce((sum, { start, end }) => sum + (end - start) / minute, 0);
		if (mine.length > 1 && minutesIn(volunteer, week) + planned > volunteer.weeklyMinutesMax) return mine;
	}
	return null;
}

function cheapestToReplace(
	tasks: readonly Task[],
	problem: AssignmentProblem,
	price: Float64Array,
	chosen: Uint8Array,
	isFixed: (arc: number) => boolean
): number {
	const free = tasks.filter(({ arc }) => !isFixed(arc));
	if (free.length === 0) return tasks.at(-1)!.arc;
	const regrets = free.map((task) => regretOf(task, problem, price, chosen));
	return free[regrets.indexOf(Math.min(...regrets))]!.arc;
}

/** How much dearer, at these prices, the next best way to fill the place of an arc is: with somebody else or nobody. */
function regretOf(
	{ arc, request }: Task,
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
