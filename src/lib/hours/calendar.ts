import { AppError } from '#lib/shared/errors.ts';
import { isDay, weekdayOf, type Day } from '#lib/shared/time.ts';

/** What a day is for those who work: `makeup_workday` is a Saturday or Sunday worked for a holiday's bridge (调休). */
export const dayClasses = ['workday', 'rest', 'holiday', 'makeup_workday'] as const;
export type DayClass = (typeof dayClasses)[number];

/** A day that is not what its weekday says, with why. */
export interface NamedDay {
	day: Day;
	class: DayClass;
	/** 春节, or what the community calls it. */
	name: string;
}

/** The days of one year as the State Council announced them. */
export interface AnnouncedYear {
	year: number;
	/** Where it was announced. */
	papers: string[];
	days: NamedDay[];
}

const weekend: ReadonlySet<number> = new Set([0, 6]);

/** The class of a day: what is said of it, else what its weekday says. */
export function dayClassOf(day: Day, named: ReadonlyMap<Day, NamedDay>): DayClass {
	return named.get(day)?.class ?? (weekend.has(weekdayOf(day)) ? 'rest' : 'workday');
}

/** The class whose hours a day has: worked weekends have those of workdays. */
export function hoursClassOf(dayClass: DayClass): Exclude<DayClass, 'makeup_workday'> {
	return dayClass === 'makeup_workday' ? 'workday' : dayClass;
}

/**
 * Reads a year in the form of the project holiday-cn: `{ year, papers, days: [{ name, date, isOffDay }] }`.
 * @throws AppError `invalid` / `calendar` with what is wrong, as a place in the file
 */
export function readAnnouncedYear(text: string): AnnouncedYear {
	const file = parsed(text);
	const { year, papers, days } = file;
	if (typeof year !== 'number' || !Number.isInteger(year) || year < 1949 || year > 9999) throw wrong('year');
	if (!Array.isArray(days) || days.length > 366) throw wrong('days');
	const read = days.map((one, at) => namedDay(one, at));
	const doubled = read.findIndex(({ day }, at) => read.findIndex((other) => other.day === day) < at);
	if (doubled >= 0) throw wrong(`days[${doubled}].date`);
	return {
		year,
		papers: Array.isArray(papers) ? papers.filter((one) => typeof one === 'string') : [],
		days: read
	};
}

function parsed(text: string): Record<string, unknown> {
	try {
		const file: unknown = JSON.parse(text);
		if (typeof file === 'object' && file !== null) return file as Record<string, unknown>;
	} catch {
		// said below in the words of this form
	}
	throw wrong('file');
}

function namedDay(one: unknown, at: number): NamedDay {
	const { name, date, isOffDay } = (one ?? {}) as Record<string, unknown>;
	if (typeof date !== 'string' || !isDay(date)) throw wrong(`days[${at}].date`);
	if (typeof name !== 'string' || name.length === 0 || name.length > 60) throw wrong(`days[${at}].name`);
	if (typeof isOffDay !== 'boolean') throw wrong(`days[${at}].isOffDay`);
	return { day: date, name, class: isOffDay ? 'holiday' : 'makeup_workday' };
}

function wrong(at: string): AppError {
	return new AppError('invalid', 'calendar', { at });
}
