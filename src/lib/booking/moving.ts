import type { FreeTime } from './slots.ts';

/** A booking whose officer will not be there. */
export interface Stranded {
	id: string;
	serviceId: string;
	attendeeId: string;
	start: Date;
	/** Milliseconds that it takes. */
	length: number;
}

/** Where it goes; a null start where nothing is free. */
export interface Moving {
	id: string;
	start: Date | null;
}

interface Given {
	who: string;
	start: number;
	end: number;
}

/**
 * Where bookings go whose officer is away (seed 003, 错时工作制: whoever has a time is served). Each goes to another desk
 * at the same time, else to the nearest free time, the earlier of two that are as near. Those that come first choose first,
 * no desk and nobody is given twice, and those for whom nothing is left are named.
 * @param free the free times of each service, with the desks that are free
 */
export function movingPlan(
	stranded: readonly Stranded[],
	free: ReadonlyMap<string, readonly FreeTime[]>
): Moving[] {
	const given: Given[] = [];
	const isFree = (who: string, start: number, end: number) =>
		!given.some((one) => one.who === who && one.start < end && start < one.end);
	return inOrder(stranded).map(({ id, serviceId, attendeeId, start, length }) => {
		const away = (time: FreeTime) => Math.abs(time.start.getTime() - start.getTime());
		const nearestFirst = [...(free.get(serviceId) ?? [])].sort(
			(a, b) => away(a) - away(b) || +a.start - +b.start
		);
		for (const time of nearestFirst) {
			const [from, to] = [time.start.getTime(), time.start.getTime() + length];
			const deskId = time.desks.find((desk) => isFree(desk, from, to));
			if (!deskId || !isFree(attendeeId, from, to)) continue;
			given.push({ who: deskId, start: from, end: to }, { who: attendeeId, start: from, end: to });
			return { id, start: time.start };
		}
		return { id, start: null };
	});
}

function inOrder(stranded: readonly Stranded[]): Stranded[] {
	return [...stranded].sort((a, b) => +a.start - +b.start || (a.id < b.id ? -1 : 1));
}
