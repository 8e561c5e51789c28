import type { Day } from '#lib/shared/time.ts';

/** The services of one local month. */
export interface Month<T> {
	/** `YYYY-MM`. */
	month: string;
	minutes: number;
	services: T[];
}

/** Services in months, each with its minutes, in the order in which they come. Travel is in none of them. */
export function byMonth<T extends { servedOn: Day; minutes: number }>(services: readonly T[]): Month<T>[] {
	const months = Map.groupBy(services, ({ servedOn }) => servedOn.slice(0, 7));
	return [...months].map(([month, own]) => ({
		month,
		minutes: own.reduce((sum, { minutes }) => sum + minutes, 0),
		services: own
	}));
}
