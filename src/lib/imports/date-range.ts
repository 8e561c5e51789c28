import type { Day } from '#lib/shared/time.ts';
import type { Mapping } from './mapping.ts';
import { daysThatMove, readCells } from './read-row.ts';
import { moved, weeksToShift } from './shift-days.ts';
import type { SheetRows } from './read-rows.ts';
import type { Field } from './target.ts';

/** The first and the last of some days. */
export interface DayRange {
	from: Day;
	to: Day;
}

/** The days of a sheet that move: as they stand there, and as the mapping moves them. Null where there are none. */
export function dateRange(
	{ columns, rows }: SheetRows,
	mapping: Mapping,
	fields: readonly Field[]
): { before: DayRange; after: DayRange } | null {
	const moving = fields.filter(({ moves }) => moves);
	const days = rows
		.map((cells) =>
			daysThatMove(readCells(cells, mapping, moving, { columns, buildings: new Map() }), moving)
		)
		.map((found) => found.map(([, day]) => day).sort());
	const before = rangeOf(days.flat());
	if (!before) return null;
	const shifted = days.flatMap((found) => {
		const [first] = found;
		const weeks = first ? weeksToShift(mapping.shift, before.from, first) : 0;
		return found.map((day) => moved(day, weeks));
	});
	return { before, after: rangeOf(shifted) ?? before };
}

function rangeOf(days: readonly Day[]): DayRange | null {
	const [first] = days;
	if (!first) return null;
	const range = { from: first, to: first };
	for (const day of days) {
		if (day < range.from) range.from = day;
		if (day > range.to) range.to = day;
	}
	return range;
}
