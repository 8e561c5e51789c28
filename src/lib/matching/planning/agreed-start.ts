import { firstFree, never } from '../freetime.ts';
import type { Context, RequestFacts, VolunteerFacts } from '../matching.ts';
import { occasionOf, type Calendar, type Occasion } from '../occasion.ts';

/** So many of the moments that suit people first are tried for all of them. */
const tried = 6;

/** A request at one agreed time. */
export interface Agreed {
	occasion: Occasion;
	start: number;
	end: number;
	/** Who is free then. */
	free: VolunteerFacts[];
}

/**
 * The one time at which a request is planned: of those that suit somebody first, the one at which most are free, the
 * earliest of equals. A plan of many would have to weigh times against each other otherwise, and people are told one
 * time, not several. Null where nobody is ever free.
 */
export function agreedStart(
	request: RequestFacts,
	volunteers: readonly VolunteerFacts[],
	context: Context,
	calendar: Calendar
): Agreed | null {
	const open = occasionOf(request, context, calendar);
	const firsts = volunteers.map((one) => firstFree(open, one));
	let best: Agreed | null = null;
	for (const [start, suits] of commonest(firsts)) {
		if (best && best.free.length >= volunteers.length) break;
		const agreed = at(request, start, context, calendar, open.length);
		// whoever is free first then need not be asked again
		agreed.free =
			suits === volunteers.length
				? [...volunteers]
				: volunteers.filter(
						(one, index) => firsts[index] === start || firstFree(agreed.occasion, one) === start
					);
		if (isBetter(agreed, best)) best = agreed;
	}
	return best;
}

function at(
	request: RequestFacts,
	start: number,
	context: Context,
	calendar: Calendar,
	length: number
): Agreed {
	const end = start + length;
	const windows = [{ start: new Date(start), end: new Date(end) }];
	return { occasion: occasionOf({ ...request, windows }, context, calendar), start, end, free: [] };
}

function commonest(firsts: readonly number[]): [start: number, suits: number][] {
	const counts = new Map<number, number>();
	for (const start of firsts) if (start !== never) counts.set(start, (counts.get(start) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, tried);
}

function isBetter(one: Agreed, best: Agreed | null): boolean {
	if (best === null || one.free.length > best.free.length) return true;
	return one.free.length === best.free.length && one.start < best.start;
}
