import { addDays, type Day } from '#lib/shared/time.ts';

/** Two local days and all between them. */
export interface Period {
	from: Day;
	to: Day;
}

/** The month of a day, until that day. */
export function thisMonth(today: Day): Period {
	return { from: `${today.slice(0, 7)}-01`, to: today };
}

/** The whole month before. */
export function lastMonth(today: Day): Period {
	const to = addDays(`${today.slice(0, 7)}-01`, -1);
	return { from: `${to.slice(0, 7)}-01`, to };
}

/** The year of a day, until that day. */
export function thisYear(today: Day): Period {
	return { from: `${today.slice(0, 4)}-01-01`, to: today };
}

/** The period in an address; this month where there is none, and the right way round. */
export function readPeriod(params: URLSearchParams, today: Day): Period {
	const from = readDay(params.get('from'));
	const to = readDay(params.get('to'));
	if (!from || !to) return thisMonth(today);
	return from <= to ? { from, to } : { from: to, to: from };
}

function readDay(text: string | null): Day | null {
	if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	const read = new Date(`${text}T00:00:00Z`);
	// 31 February reads as a day in March
	return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text) ? text : null;
}
