import type { RequestFacts } from '#lib/matching/matching.ts';
import type { Unfilled } from '#lib/matching/planning/planning.ts';
import { clockOf, dayOf, hour, minute, weekdayOf, type Span, type Weekday } from '#lib/shared/time.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';

/** Parts of the week in which help may be wanted. */
export const weekParts = [
	'weekday_morning',
	'weekday_afternoon',
	'weekday_evening',
	'weekend_morning',
	'weekend_afternoon',
	'weekend_evening'
] as const;
export type WeekPart = (typeof weekParts)[number];

/** People of one skill that a plan lacks. */
export interface Shortage {
	skill: SkillKey;
	/** Places that stay open for want of it. */
	places: number;
	/** So many more volunteers, free at those hours, would fill them. */
	people: number;
	/** The grid in which most of these places are, and how many; null where none is known. */
	grid: { id: string; places: number } | null;
	/** The part of the week that suits most of them, and how many; null where any hour will do for all. */
	hours: { part: WeekPart; places: number } | null;
}

/** A request that a plan left short, with what a shortage is counted by. */
export interface Short extends Pick<Unfilled, 'missing'> {
	request: Pick<RequestFacts, 'skill' | 'windows' | 'minutes'>;
	gridId: string | null;
}

/** Further tasks that a newcomer would take on at a time; what cards say at first. */
const usualTasks = 3;
const weekend: ReadonlySet<Weekday> = new Set([0, 6]);
/** Between two tasks of one person. */
const way = 15 * minute;

/**
 * Which skills are short, where and when, most places first. How many people it takes is counted by giving each place
 * to the first newcomer who is free then and has fewer than three tasks: an upper bound that is met for equal lengths.
 */
export function shortagesOf(short: readonly Short[], zone: string): Shortage[] {
	return [...Map.groupBy(short, ({ request }) => request.skill)]
		.map(([skill, mine]) => ({
			skill,
			places: placesOf(mine),
			people: peopleFor(mine),
			grid: commonGrid(mine),
			hours: commonHours(mine, zone)
		}))
		.sort((a, b) => b.places - a.places || (a.skill < b.skill ? -1 : 1));
}

function placesOf(short: readonly Pick<Short, 'missing'>[]): number {
	return short.reduce((sum, { missing }) => sum + missing, 0);
}

interface Newcomer {
	tasks: number;
	busy: { start: number; end: number }[];
}

function peopleFor(short: readonly Short[]): number {
	const newcomers: Newcomer[] = [];
	const byEnd = [...short].sort((a, b) => lastEnd(a) - lastEnd(b));
	for (const { request, missing } of byEnd) {
		const asked = new Set<Newcomer>();
		for (let place = 0; place < missing; place++) {
			const found = newcomers.find((one) => !asked.has(one) && takes(one, request));
			const newcomer = found ?? { tasks: 0, busy: [] };
			if (!found) {
				newcomers.push(newcomer);
				takes(newcomer, request);
			}
			asked.add(newcomer);
		}
	}
	return newcomers.length;
}

function lastEnd({ request }: Short): number {
	return Math.max(...request.windows.map(({ end }) => end.getTime()));
}

/** Gives the newcomer the help at the first moment that suits; false where none does. */
function takes(newcomer: Newcomer, { windows, minutes }: Short['request']): boolean {
	if (newcomer.tasks >= usualTasks) return false;
	const length = minutes * minute;
	const starts = windows.map((window) => firstGap(newcomer, window, length)).filter((at) => at !== null);
	if (windows.length > 0 && starts.length === 0) return false;
	newcomer.tasks += 1;
	if (windows.length > 0) newcomer.busy.push({ start: starts[0]!, end: starts[0]! + length });
	newcomer.busy.sort((a, b) => a.start - b.start);
	return true;
}

function firstGap({ busy }: Newcomer, { start, end }: Span, length: number): number | null {
	let at = start.getTime();
	for (const other of busy) {
		if (at < other.end + way && other.start - way < at + length) at = other.end + way;
	}
	return at + length <= end.getTime() ? at : null;
}

function commonGrid(short: readonly Short[]): Shortage['grid'] {
	const placed = short.filter(({ gridId }) => gridId !== null);
	const [most] = [...Map.groupBy(placed, ({ gridId }) => gridId!)]
		.map(([id, mine]) => ({ id, places: placesOf(mine) }))
		.sort((a, b) => b.places - a.places || (a.id < b.id ? -1 : 1));
	return most ?? null;
}

function commonHours(short: readonly Short[], zone: string): Shortage['hours'] {
	const counts = new Map<WeekPart, number>();
	for (const { request, missing } of short) {
		for (const part of partsOf(request, zone)) counts.set(part, (counts.get(part) ?? 0) + missing);
	}
	const most = Math.max(0, ...counts.values());
	if (most === 0 || [...counts.values()].filter((one) => one === most).length > 2) return null;
	const part = weekParts.find((one) => counts.get(one) === most)!;
	return { part, places: most };
}

function partsOf({ windows }: Short['request'], zone: string): Set<WeekPart> {
	const parts = new Set<WeekPart>();
	for (const { start, end } of windows) {
		for (let at = start.getTime(); at < end.getTime(); at += hour) {
			const moment = new Date(at);
			const week = weekend.has(weekdayOf(dayOf(moment, zone))) ? 'weekend' : 'weekday';
			const clock = clockOf(moment, zone);
			const part = clock < '12:00' ? 'morning' : clock < '18:00' ? 'afternoon' : 'evening';
			parts.add(`${week}_${part}`);
		}
	}
	return parts;
}
