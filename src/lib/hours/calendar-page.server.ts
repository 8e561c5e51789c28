import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { weekdayName } from '#lib/pairings/words.ts';
import { addDays, dayOf, type Day, type Weekday } from '#lib/shared/time.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { dayClassOf, type DayClass } from './calendar.ts';
import * as query from './calendar-queries.server.ts';
import { classTones, className } from './words.ts';
import { mondayOf } from './week.ts';

/** A day of a month's picture. */
export interface CalendarCell {
	day: Day;
	number: number;
	/** One character: off, or worked; null for a day that is what its weekday says. */
	sign: string | null;
	tone: Tone;
	/** What is read of it. */
	words: string | null;
	rest: boolean;
	today: boolean;
}

export interface CalendarMonth {
	name: string;
	/** Weeks from Monday on; null beside the month. */
	weeks: (CalendarCell | null)[][];
	/** The days that are called something, in words. */
	named: string[];
}

/** A year as it is known here. */
export interface CalendarPage {
	year: number;
	/** When and by whom it was brought in, and where it was announced; null where it was not. */
	known: { words: string; papers: string[] } | null;
	weekdays: string[];
	months: CalendarMonth[];
	/** Days that the community itself has said something of. */
	own: { day: Day; words: string }[];
}

const mondayFirst: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

/** The calendar of a year. */
export async function calendarPage(scope: Scope, year: number, here: Here): Promise<CalendarPage> {
	const rows = await query.namedDays(scope, `${year}-01-01`, `${year}-12-31`);
	const named = new Map(rows.map((row) => [row.day, row]));
	const today = dayOf(here.now, here.zone);
	const cell = (day: Day): CalendarCell => {
		const dayClass = dayClassOf(day, named);
		const row = named.get(day);
		return {
			day,
			number: Number(day.slice(8)),
			sign: row ? signs[dayClass]() : null,
			tone: classTones[dayClass],
			words: row ? m.hours_mark({ name: row.name, class: className(dayClass) }) : null,
			rest: dayClass === 'rest' || dayClass === 'holiday',
			today: day === today
		};
	};
	return {
		year,
		known: await knownWords(scope, year, here),
		weekdays: mondayFirst.map(weekdayName),
		months: Array.from({ length: 12 }, (_, at) => month(year, at + 1, cell, rows)),
		own: rows
			.filter(({ source }) => source === 'own')
			.map((row) => ({
				day: row.day,
				words: m.hours_own_day({ day: row.day, name: row.name, class: className(row.class) })
			}))
	};
}

const signs: Record<DayClass, () => string> = {
	workday: m.hours_sign_work,
	makeup_workday: m.hours_sign_work,
	rest: m.hours_sign_off,
	holiday: m.hours_sign_off
};

function month(
	year: number,
	number: number,
	cell: (day: Day) => CalendarCell,
	rows: readonly query.DayRow[]
): CalendarMonth {
	const first = `${year}-${String(number).padStart(2, '0')}-01`;
	const monday = mondayOf(first);
	const name = new Intl.DateTimeFormat(getLocale(), { month: 'long', timeZone: 'UTC' }).format(
		new Date(`${first}T00:00:00Z`)
	);
	const inMonth = (day: Day) => day.slice(0, 7) === first.slice(0, 7);
	const weeks = Array.from({ length: 6 }, (_, week) =>
		Array.from({ length: 7 }, (__, at) => {
			const day = addDays(monday, 7 * week + at);
			return inMonth(day) ? cell(day) : null;
		})
	);
	return {
		name,
		weeks: weeks.filter((week) => week.some((day) => day !== null)),
		named: namedWords(rows.filter(({ day }) => inMonth(day)))
	};
}

/** 元旦 1—3（节假日）: days that follow one another and are the same are said together. */
function namedWords(rows: readonly query.DayRow[]): string[] {
	const runs: query.DayRow[][] = [];
	for (const row of rows) {
		const last = runs.at(-1)?.at(-1);
		const goesOn = last?.name === row.name && last.class === row.class && addDays(last.day, 1) === row.day;
		if (goesOn) runs.at(-1)!.push(row);
		else runs.push([row]);
	}
	return runs.map((run) => {
		const [from, to] = [run[0]!, run.at(-1)!].map(({ day }) => String(Number(day.slice(8)))) as [
			string,
			string
		];
		const days = from === to ? from : m.app_span({ from, to });
		return m.hours_days_of({ name: run[0]!.name, days, class: className(run[0]!.class) });
	});
}

async function knownWords(scope: Scope, year: number, here: Here): Promise<CalendarPage['known']> {
	const row = (await query.knownYears(scope)).find((one) => one.year === year);
	if (!row) return null;
	const by = row.importedBy && (await personById(scope, row.importedBy));
	const when = sayWhen(row.importedAt, here);
	const words = by ? m.hours_year_known_by({ when, name: by.name }) : m.hours_year_known({ when });
	return { words, papers: row.papers.filter((paper) => paper.startsWith('https://')) };
}
