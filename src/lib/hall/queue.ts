import { minute } from '#lib/shared/time.ts';

/** How late somebody may come for an appointment and still have its turn, milliseconds. */
export const grace = 10 * minute;

/** How long those without an appointment give way to those who have one, milliseconds. */
export const givesWay = 30 * minute;

/** Somebody's place in the queue. */
export interface Turn {
	/** Counts from 1 each day: decides between two who have come at the same moment. */
	number: number;
	serviceId: string;
	/** The time of the appointment for those who came for it in time, that of arrival for all others. */
	turnAt: Date;
	/** Has an appointment and came for it in time. */
	appointed: boolean;
	/** The desk that was told to take him; null: any whose officer knows the service. */
	deskId: string | null;
}

/** A desk, and what the officer behind it knows. */
export interface Server {
	deskId: string;
	serves: ReadonlySet<string>;
}

/** When somebody's turn is: who comes too late for an appointment queues like everybody else, and loses nothing more. */
export function turnOf(arrivedAt: Date, appointment: Date | null): Date {
	return appointment && arrivedAt.getTime() <= appointment.getTime() + grace ? appointment : arrivedAt;
}

/**
 * The one queue of those with and without an appointment, first comes first. What is fair in it:
 *
 * - Who has an appointment has his turn at its time. Coming early gains nothing: until then everybody who is there goes
 *   first. Up to ten minutes late loses nothing; who is later queues from when he came.
 * - Those without one go in the order in which they came. They give way to appointments that are due, but for half an hour
 *   at most, so that a full book of appointments never keeps anybody waiting for ever.
 * - A desk that is free takes whoever comes next in this order and can be served there; it never waits for somebody.
 */
export function inOrder<T extends Turn>(waiting: readonly T[], now: Date): T[] {
	const isEarly = ({ appointed, turnAt }: Turn) => Number(appointed && turnAt > now);
	const claim = ({ appointed, turnAt }: Turn) => turnAt.getTime() + (appointed ? 0 : givesWay);
	return [...waiting].sort((a, b) => isEarly(a) - isEarly(b) || claim(a) - claim(b) || a.number - b.number);
}

/** True where a desk can take somebody: it was told to, or its officer knows the service. */
export function canServe({ deskId, serves }: Server, turn: Turn): boolean {
	return turn.deskId === null ? serves.has(turn.serviceId) : turn.deskId === deskId;
}
