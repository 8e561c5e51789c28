import type { FreeHours } from '#lib/matching/matching.ts';
import type { Weekday } from '#lib/shared/time.ts';
import { minutesOf } from './calendar.ts';
import type { Random } from './random.ts';

/** How the week of an occupation leaves time. */
export type Rhythm = 'office' | 'school' | 'shifts' | 'shop' | 'home' | 'student' | 'retired';

const weekdays: Weekday[] = [1, 2, 3, 4, 5];
const weekend: Weekday[] = [6, 0];
const everyDay: Weekday[] = [...weekdays, ...weekend];

interface Slot {
	on: Weekday[];
	/** How many of these days, at least and at most. */
	days: [number, number];
	from: string;
	to: string;
}

const evenings: Slot = { on: weekdays, days: [2, 4], from: '18:30', to: '21:00' };

const slots: Record<Rhythm, Slot[]> = {
	office: [evenings, { on: weekend, days: [1, 2], from: '09:00', to: '17:30' }],
	school: [
		{ on: weekdays, days: [1, 3], from: '17:30', to: '20:30' },
		{ on: weekend, days: [1, 2], from: '08:30', to: '17:00' }
	],
	shifts: [
		{ on: everyDay, days: [2, 4], from: '08:00', to: '12:00' },
		{ on: everyDay, days: [2, 3], from: '14:00', to: '18:00' },
		{ on: everyDay, days: [1, 3], from: '18:30', to: '21:00' }
	],
	shop: [
		{ on: everyDay, days: [3, 5], from: '13:00', to: '15:30' },
		{ on: everyDay, days: [2, 4], from: '19:00', to: '21:00' }
	],
	home: [
		{ on: weekdays, days: [3, 5], from: '09:00', to: '11:30' },
		{ on: weekdays, days: [2, 4], from: '13:30', to: '16:00' }
	],
	student: [
		{ on: [5], days: [1, 1], from: '18:00', to: '21:00' },
		{ on: weekend, days: [2, 2], from: '09:00', to: '18:00' }
	],
	retired: [
		{ on: everyDay, days: [4, 6], from: '08:00', to: '11:30' },
		{ on: everyDay, days: [3, 6], from: '14:00', to: '17:30' }
	]
};

/** The hours of one volunteer: some of the days that the rhythm of the occupation leaves. */
export function hoursOf(random: Random, rhythm: Rhythm): FreeHours[] {
	return slots[rhythm].flatMap(({ on, days: [fewest, most], from, to }) =>
		random
			.shuffled(on)
			.slice(0, random.int(fewest, most))
			.map((weekday) => ({ weekday, from: minutesOf(from), to: minutesOf(to) }))
	);
}

/** The same hours on each day of the week. */
export function daily(spans: [from: string, to: string][]): FreeHours[] {
	return spans.flatMap(([from, to]) =>
		everyDay.map((weekday) => ({ weekday, from: minutesOf(from), to: minutesOf(to) }))
	);
}
