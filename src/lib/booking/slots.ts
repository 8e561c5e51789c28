import { overlaps, type Span } from '#lib/shared/time.ts';

/** A member of staff at a desk who may do the service that is wanted. */
export interface QualifiedDuty extends Span {
	deskId: string;
}

/** Something that takes a desk's time: booked, or held while a form is open. */
export interface Taken extends Span {
	deskId: string;
}

/** What a service asks of a time. */
export interface Wanted {
	/** Milliseconds from one possible beginning to the next, counted from the beginning of a duty. */
	step: number;
	/** Milliseconds that it takes. */
	length: number;
	/** The first instant at which it may begin. */
	from: Date;
}

/** A beginning at which at least one desk is free. */
export interface FreeTime {
	start: Date;
	/** Desks that are free for the whole of it, in the order of their ids. */
	desks: string[];
}

/**
 * The beginnings at which a service can be had, in order. Residents see times alone; which desk it is staff may change, so
 * all that are free are named. Times stand on steps from the beginning of each duty, whatever odd gaps bookings leave.
 */
export function freeTimes(
	duties: readonly QualifiedDuty[],
	taken: readonly Taken[],
	{ step, length, from }: Wanted
): FreeTime[] {
	const byDesk = Map.groupBy(taken, ({ deskId }) => deskId);
	const desks = new Map<number, Set<string>>();
	for (const duty of duties) {
		const busy = (byDesk.get(duty.deskId) ?? []).filter((one) => overlaps(one, duty));
		const last = duty.end.getTime() - length;
		for (let start = firstStep(duty.start, from, step); start <= last; start += step) {
			if (busy.some((one) => one.start.getTime() < start + length && start < one.end.getTime())) continue;
			const free = desks.get(start);
			if (free) free.add(duty.deskId);
			else desks.set(start, new Set([duty.deskId]));
		}
	}
	return [...desks]
		.sort(([a], [b]) => a - b)
		.map(([start, free]) => ({ start: new Date(start), desks: [...free].sort() }));
}

function firstStep(duty: Date, from: Date, step: number): number {
	const late = Math.max(0, from.getTime() - duty.getTime());
	return duty.getTime() + Math.ceil(late / step) * step;
}

/** The times nearest to one that is gone, before and after, nearest first. */
export function nearest(times: readonly FreeTime[], wanted: Date, count: number): FreeTime[] {
	const away = ({ start }: FreeTime) => Math.abs(start.getTime() - wanted.getTime());
	return [...times]
		.sort((a, b) => away(a) - away(b) || a.start.getTime() - b.start.getTime())
		.slice(0, count);
}
