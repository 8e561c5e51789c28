import { clockAt } from '#lib/pairings/visit-start.ts';
import { clockOf, dayOf, weekdayOf, type Day, type Weekday } from '#lib/shared/time.ts';
import { isFitnessKey } from './fitness.ts';
import type { ActivityRow } from './queries.server.ts';
import { repeatOf, type Nth, type Pattern, type Repeat } from './recurrence.ts';

/** How an activity is repeated, as the form asks it; the rest follows from the first day. */
export const repeatKinds = ['once', 'week', 'month_weekday', 'month_day'] as const;
export type RepeatKind = (typeof repeatKinds)[number];

/** The repetition that a form means; null for a single occasion. */
export function saidRepeat(said: {
	repeat: RepeatKind;
	weekdays: readonly string[];
	interval: number | null;
	until: Day | null;
	firstDay: Day;
}): Repeat | null {
	if (said.repeat === 'once') return null;
	const end = said.until ? { until: said.until } : null;
	return { ...patternOf(said.repeat, said), interval: said.interval ?? 1, end };
}

function patternOf(
	repeat: Exclude<RepeatKind, 'once'>,
	{ firstDay, weekdays }: { firstDay: Day; weekdays: readonly string[] }
): Pattern {
	const weekday = weekdayOf(firstDay);
	const day = Number(firstDay.slice(8));
	if (repeat === 'week') {
		const chosen = weekdays.map(Number) as Weekday[];
		return { every: 'week', weekdays: chosen.length > 0 ? chosen : [weekday] };
	}
	if (repeat === 'month_day') return { every: 'month_day', day };
	const nth = Math.ceil(day / 7);
	return { every: 'month_weekday', nth: (nth > 4 ? -1 : nth) as Nth, weekday };
}

/** What stands in the fields: texts, lists of texts, ticks. */
export type FormValues = Record<string, string | string[] | boolean>;

/** The fields of a new activity. */
export function newValues(firstDay: Day, group: string): FormValues {
	return {
		...{ group, firstDay, start: '14:00', minutes: '90', repeat: 'once', signUp: 'either' },
		...{ minimum: '', seats: '', companions: '', closes: '' }
	};
}

const textOf = (value: number | string | null) => (value === null ? '' : String(value));

/** The fields of an activity as it stands. */
export function valuesOf(row: ActivityRow, zone: string): FormValues {
	const repeat = row.rule === null ? null : repeatOf(row.rule);
	return {
		...{ group: textOf(row.groupId), kind: row.kind, theme: row.theme },
		...{ name: row.name, nameEn: row.nameEn, words: row.words, wordsEn: row.wordsEn },
		...{ venue: textOf(row.venueId), place: textOf(row.place), placeEn: row.placeEn },
		...{
			firstDay: row.firstDay,
			start: clockAt(row.startMinute),
			minutes: textOf(row.minutes),
			signUp: row.signUp
		},
		...repeatValues(repeat),
		...{ seats: textOf(row.seats), minimum: textOf(row.minimum), companions: textOf(row.companions) },
		opensDay: row.opensAt ? dayOf(row.opensAt, zone) : '',
		opensClock: row.opensAt ? clockOf(row.opensAt, zone) : '',
		closes: textOf(Math.round(row.closesMinutes / 60)),
		...{ youngest: textOf(row.youngest), oldest: textOf(row.oldest), residentsOnly: row.residentsOnly },
		fit: row.fitness.filter(isFitnessKey),
		ownFit: row.fitness.filter((one) => !isFitnessKey(one)).join('\n'),
		...{
			risk: textOf(row.risk),
			riskEn: row.riskEn,
			dangerous: row.dangerous,
			insurance: textOf(row.insurance)
		}
	};
}

/** How something is repeated, as the fields of a form have it. */
export function repeatValues(repeat: Repeat | null): FormValues {
	if (!repeat) return { repeat: 'once' };
	const { every, interval, end } = repeat;
	return {
		repeat: every,
		weekdays: every === 'week' ? repeat.weekdays.map(String) : [],
		interval: String(interval),
		until: end && 'until' in end ? end.until : ''
	};
}
