import type { Day } from '#lib/shared/time.ts';
import { dayClassOf, type AnnouncedYear, type DayClass, type NamedDay } from './calendar.ts';

/** A day as it is kept, with where that is from. */
export interface KeptDay extends NamedDay {
	source: 'announced' | 'own';
}

/** What bringing a year in does to one day. */
export interface DayChange {
	day: Day;
	/** What it will be called; null where it becomes an ordinary day again. */
	name: string | null;
	before: DayClass;
	after: DayClass;
	/** The community has said something else of it, which stands. */
	kept: boolean;
}

/** What bringing a year in would change, in order of days. Own days stand; days that are the same already are left out. */
export function changesOf({ year, days }: AnnouncedYear, kept: readonly KeptDay[]): DayChange[] {
	const before = new Map(kept.map((one) => [one.day, one]));
	const announced = new Map(days.map((one) => [one.day, one]));
	const gone = kept.filter(
		({ day, source }) => source === 'announced' && day.startsWith(`${year}-`) && !announced.has(day)
	);
	return [...days.map(({ day }) => day), ...gone.map(({ day }) => day)].sort().flatMap((day) => {
		const said = announced.get(day);
		const own = before.get(day);
		const change = {
			day,
			name: said?.name ?? null,
			before: dayClassOf(day, before),
			after: dayClassOf(day, announced),
			kept: own?.source === 'own'
		};
		return change.before === change.after && own?.name === said?.name ? [] : [change];
	});
}
