import { minute, type Span } from '#lib/shared/time.ts';
import { canServe, inOrder, type Server, type Turn } from './queue.ts';

/** Somebody who waits. */
export interface Waiter extends Turn {
	id: string;
	/** What the service usually takes. */
	minutes: number;
}

/** An appointment of the day for which nobody has come yet. */
export type Expected = Pick<Waiter, 'serviceId' | 'minutes' | 'turnAt'>;

/** An officer at a desk for a while. */
export interface OpenDesk extends Server {
	during: Span;
	/** When whoever is there now should be done; past or now where the desk is free. */
	freeAt: Date;
}

/** What somebody who waits can be told. */
export interface Wait {
	/** Of those who are in the hall, how many are called before him. */
	ahead: number;
	/** Until he is called. */
	minutes: number;
}

interface Line extends Turn {
	/** Null for an appointment that is still expected. */
	id: string | null;
	minutes: number;
}

/**
 * How long everybody waits, found by letting the queue go on as it stands: each desk takes the next in the fair order until
 * its officer's duty ends, every service takes the minutes it usually takes, and those with an appointment come on time.
 * Who is not in the answer will not be served today with the desks that there are.
 */
export function estimateWaits(
	waiting: readonly Waiter[],
	expected: readonly Expected[],
	desks: readonly OpenDesk[],
	now: Date
): Map<string, Wait> {
	const queue: Line[] = [...waiting];
	const coming = expected.map((one, at): Line => ({
		...one,
		id: null,
		number: 1_000 + at,
		appointed: true,
		deskId: null
	}));
	const open = desks.map((desk) => ({ desk, at: Math.max(+now, +desk.freeAt, +desk.during.start) }));
	const waits = new Map<string, Wait>();
	while (waits.size < waiting.length) {
		const next = open.reduce<(typeof open)[number] | null>((a, b) => (a && a.at <= b.at ? a : b), null);
		if (!next) break;
		const { desk, at } = next;
		const taken = at < +desk.during.end ? takenBy(desk, queue, coming, new Date(at)) : null;
		if (taken) {
			remove(taken.id === null ? coming : queue, taken);
			if (taken.id !== null) waits.set(taken.id, { ahead: waits.size, minutes: (at - +now) / minute });
			next.at = at + taken.minutes * minute;
		} else {
			const later = coming.filter((one) => +one.turnAt > at && canServe(desk, one));
			next.at = Math.min(...later.map((one) => +one.turnAt));
			if (next.at >= +desk.during.end) remove(open, next);
		}
	}
	return waits;
}

function takenBy(desk: Server, queue: Line[], coming: Line[], at: Date): Line | undefined {
	const here = [...queue, ...coming.filter(({ turnAt }) => turnAt <= at)];
	return inOrder(here, at).find((one) => canServe(desk, one));
}

function remove<T>(list: T[], one: T): void {
	list.splice(list.indexOf(one), 1);
}

/** Of a service that takes longer than usual, the share of its usual time that it is thought to go on still. */
const overrun = 0.3;

/** When somebody who is at a desk should be done. One who takes longer than usual is thought to go on for a while. */
export function doneAt(startedAt: Date, minutes: number, now: Date): Date {
	return new Date(Math.max(+startedAt + minutes * minute, +now + minutes * overrun * minute));
}

/** Minutes as they are told: in steps of five, rounded up, since who waits less than he was told does not mind. */
export function toldMinutes(minutes: number): number {
	return Math.max(5, 5 * Math.ceil(minutes / 5));
}
