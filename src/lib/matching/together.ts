import { isId } from '#lib/shared/ids.ts';
import { overlaps, type Span } from '#lib/shared/time.ts';

/** One who may come, at the time that suits him first. */
export interface Option {
	personId: string;
	during: Span;
	/** How many more tasks he may take. */
	room: number;
}

/** A request with its best, cheapest first. */
export interface Wanted {
	requestId: string;
	peopleNeeded: number;
	options: readonly Option[];
}

/** What is proposed for one of several requests that are approved together. */
export interface Proposed {
	requestId: string;
	/** The volunteers first, as many as are needed, then the reserves in order. */
	personIds: string[];
	/** Of those, how many are volunteers: fewer than needed where nobody else is left. */
	found: number;
	/** Better ones who are wanted at the same time, or as often as they may, by a request before this one. */
	passedOver: string[];
}

/** Reserves that are approved beside the volunteers. */
export const usualReserves = 2;

/**
 * First choices for several requests at once, in the order given, so that nobody is first choice for two things at the
 * same time or for more than he may take. Reserves may be so, since they are asked one after another and looked at
 * again when they accept.
 */
export function proposeTogether(wanted: readonly Wanted[]): Proposed[] {
	const taken = new Map<string, Span[]>();
	return wanted.map(({ requestId, peopleNeeded, options }) => {
		const isFree = ({ personId, during, room }: Option) => {
			const spans = taken.get(personId) ?? [];
			return spans.length < room && !spans.some((span) => overlaps(span, during));
		};
		const free = options.filter(isFree);
		const first = free.slice(0, peopleNeeded);
		for (const { personId, during } of first) taken.set(personId, [...(taken.get(personId) ?? []), during]);
		const last = options.indexOf(first.at(-1)!);
		const passedOver = options.slice(0, Math.max(0, last)).filter((one) => !first.includes(one));
		const reserves = options.filter((one) => !first.includes(one)).slice(0, usualReserves);
		return {
			requestId,
			personIds: [...first, ...(first.length > 0 ? reserves : [])].map(({ personId }) => personId),
			found: first.length,
			passedOver: (first.length > 0 ? passedOver : [...options]).map(({ personId }) => personId)
		};
	});
}

/** One choice of the preview as the value of its box: request, version and people. */
export function choiceValue(requestId: string, version: number, personIds: readonly string[]): string {
	return [requestId, version, ...personIds].join(' ');
}

/** Reads it again; null where it is none. */
export function readChoiceValue(
	value: string
): { requestId: string; version: number; personIds: string[] } | null {
	const [requestId, version, ...personIds] = value.split(' ');
	if (!isId(requestId) || !Number.isInteger(Number(version)) || !personIds.every(isId)) return null;
	return personIds.length > 0 ? { requestId, version: Number(version), personIds } : null;
}
