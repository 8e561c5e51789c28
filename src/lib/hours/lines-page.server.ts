import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { weekdayName } from '#lib/pairings/words.ts';
import type { Weekday } from '#lib/shared/time.ts';
import { deskChoices } from './duty-page.server.ts';
import * as query from './roster-queries.server.ts';
import { className, named, sayOpen } from './words.ts';

/** What weeks are made from, as staff read it. */
export interface LinesPage {
	weekdays: string[];
	rows: { deskId: string; name: string; cells: { id: string; name: string; shift: string }[][] }[];
	patterns: { id: string; name: string; hours: string; dayClass: string; lines: number }[];
}

const mondayFirst: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

/** The lines by desk and weekday, and the shifts. */
export async function linesPage(scope: Scope): Promise<LinesPage> {
	const lines = await query.linesOf(scope);
	const patterns = await query.patternsOf(scope);
	const shifts = new Map(patterns.map((one) => [one.id, named(one)]));
	const people = await peopleByIds(scope, [...new Set(lines.map(({ staffId }) => staffId))]);
	const names = new Map(people.map(({ id, name }) => [id, name]));
	const cellsOf = (deskId: string) =>
		mondayFirst.map((weekday) =>
			lines
				.filter((line) => line.weekday === weekday && (line.deskId ?? '') === deskId)
				.map(({ id, staffId, patternId }) => ({
					id,
					name: names.get(staffId) ?? '',
					shift: shifts.get(patternId) ?? ''
				}))
		);
	return {
		weekdays: mondayFirst.map(weekdayName),
		rows: (await deskChoices(scope)).map(({ value, label }) => ({
			deskId: value,
			name: label,
			cells: cellsOf(value)
		})),
		patterns: patterns.map((one) => ({
			id: one.id,
			name: named(one),
			hours: sayOpen(one.hours),
			dayClass: className(one.dayClass),
			lines: lines.filter(({ patternId }) => patternId === one.id).length
		}))
	};
}
