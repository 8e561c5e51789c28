import type { Hall } from './hall.server.ts';
import { waitersOf } from './hall.server.ts';
import type { HallNews, TicketNews } from './news.ts';
import { inOrder } from './queue.ts';
import { toldMinutes } from './wait-estimate.ts';

/** How many calls, and how many of those who come next, are shown to the hall. */
const shown = { calls: 8, next: 8 };

/** What the wall of a hall shows. */
export function hallNews({ tickets, desks }: Hall, now: Date): HallNews {
	const staffed = new Set(desks.map(({ id }) => id));
	const calls = tickets
		.flatMap(({ ticket: { number, deskId, calledAt, status, calls } }) =>
			calledAt && deskId && staffed.has(deskId)
				? [{ number, deskId, serving: status === 'serving', over: isOver(status), at: calledAt, calls }]
				: []
		)
		.sort((a, b) => Number(a.over) - Number(b.over) || b.at.getTime() - a.at.getTime())
		.slice(0, shown.calls)
		.map(({ at, ...call }) => ({ ...call, at: at.toISOString() }));
	const waiting = inOrder(waitersOf(tickets), now);
	return {
		calls,
		waiting: waiting.length,
		next: waiting.slice(0, shown.next).map(({ number }) => number)
	};
}

function isOver(status: string): boolean {
	return status !== 'called' && status !== 'serving';
}

/** What somebody sees of a number of today; undefined for none of this hall. */
export function ticketNews({ tickets, waits }: Hall, id: string): TicketNews | undefined {
	const ticket = tickets.find((one) => one.ticket.id === id)?.ticket;
	if (!ticket) return undefined;
	const { status, reason, number, deskId, calls } = ticket;
	const wait = waits.get(id);
	return {
		status,
		notReached: reason === 'not_reached',
		number,
		ahead: wait?.ahead ?? null,
		minutes: wait ? toldMinutes(wait.minutes) : null,
		deskId: status === 'waiting' ? null : deskId,
		calls
	};
}
