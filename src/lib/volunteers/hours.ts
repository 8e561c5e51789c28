import type { Weekday } from '#lib/shared/time.ts';

/** Minutes of a local weekday in which someone is usually free, `[fromMinute, toMinute)`, 0 … 1440. */
export interface WeeklySpan {
	/** 0 = Sunday … 6 = Saturday. */
	weekday: number;
	fromMinute: number;
	toMinute: number;
}

/** Parts of the day, as people speak of their time. */
export const dayParts = ['morning', 'noon', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

/** 8—12, 11:30—14, 14—18 and 18—21 o'clock. */
export const partMinutes: Record<DayPart, readonly [from: number, to: number]> = {
	morning: [480, 720],
	noon: [690, 840],
	afternoon: [840, 1080],
	evening: [1080, 1260]
};

/** The days of the grid, Monday first. */
export const gridDays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

/** One box of the grid: a weekday and a part of the day. */
export type Cell = `${Weekday}:${DayPart}`;

/** All boxes, day by day. */
export const cells: readonly Cell[] = gridDays.flatMap((weekday) =>
	dayParts.map((part): Cell => `${weekday}:${part}`)
);

function cellSpan(cell: Cell): WeeklySpan {
	const [weekday, part] = cell.split(':') as [string, DayPart];
	const [fromMinute, toMinute] = partMinutes[part];
	return { weekday: Number(weekday), fromMinute, toMinute };
}

/** Ticked boxes as spans of time, those that touch made one, in order of day and hour. */
export function spansOf(ticked: readonly Cell[]): WeeklySpan[] {
	const spans = ticked.map(cellSpan).sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
	const merged: WeeklySpan[] = [];
	for (const span of spans) {
		const last = merged.at(-1);
		if (last?.weekday === span.weekday && span.fromMinute <= last.toMinute) {
			last.toMinute = Math.max(last.toMinute, span.toMinute);
		} else merged.push(span);
	}
	return merged;
}

/** A box counts as ticked from this share of its time on: hours by the clock seldom fill a part of the day. */
const enough = 1 / 3;

/** The boxes that hours fill, wholly or for the better part. */
export function cellsOf(spans: readonly WeeklySpan[]): Cell[] {
	return cells.filter((cell) => {
		const { weekday, fromMinute, toMinute } = cellSpan(cell);
		const shared = spans
			.filter((span) => span.weekday === weekday)
			.reduce(
				(sum, span) =>
					sum + Math.max(0, Math.min(span.toMinute, toMinute) - Math.max(span.fromMinute, fromMinute)),
				0
			);
		return shared >= enough * (toMinute - fromMinute);
	});
}

/**
 * The hours after the grid was sent in. A day on which no box has changed keeps the hours it had, which may be finer
 * than the grid; the others follow their boxes.
 */
export function changeHours(before: readonly WeeklySpan[], ticked: readonly Cell[]): WeeklySpan[] {
	const ofDay = (all: readonly Cell[], weekday: Weekday) =>
		all.filter((cell) => cell.startsWith(`${weekday}:`));
	const shown = cellsOf(before);
	const inOrder = cells.filter((cell) => ticked.includes(cell));
	return gridDays
		.flatMap((weekday) => {
			const now = ofDay(inOrder, weekday);
			const same = now.join() === ofDay(shown, weekday).join();
			return same ? before.filter((span) => span.weekday === weekday) : spansOf(now);
		})
		.sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute);
}
