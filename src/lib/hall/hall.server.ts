import type { Scope } from '#lib/db/client.server.ts';
import { stationById, type StationRow } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, dayOf, instantAt, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { ticketsOfDay, type DayTicket } from './queries.server.ts';
import { grace } from './queue.ts';
import * as query from './station-queries.server.ts';
import {
	doneAt,
	estimateWaits,
	type Expected,
	type OpenDesk,
	type Wait,
	type Waiter
} from './wait-estimate.ts';

/** A station with its queue at a moment. */
export interface Hall {
	station: StationRow;
	day: Day;
	desks: query.DeskRow[];
	/** Duties of the day, in order. */
	duties: query.DeskDuty[];
	/** All numbers of the day, in order. */
	tickets: DayTicket[];
	/** The rest of the day's desks, each with what its officer knows. */
	open: OpenDesk[];
	/** Appointments for which nobody has come yet. */
	expected: Expected[];
	/** By the id of a ticket that waits. */
	waits: Map<string, Wait>;
}

/** How a station stands. @throws AppError `not_found` */
export async function readHall(scope: Scope, stationId: string, { now, zone }: Here): Promise<Hall> {
	const station = await stationById(scope, stationId);
	if (!station) throw new AppError('not_found');
	const day = dayOf(now, zone);
	const desks = await query.desksAt(scope, stationId);
	const duties = await query.deskDuties(scope, stationId, day);
	const known = await query.knownServices(
		scope,
		duties.map(({ staffId }) => staffId)
	);
	const tickets = await ticketsOfDay(scope, stationId, day);
	const expected = await query.expectedAt(scope, stationId, {
		start: new Date(now.getTime() - grace),
		end: instantAt(addDays(day, 1), '00:00', zone)
	});
	const open = openDesks(duties, known, tickets, now);
	const waits = estimateWaits(waitersOf(tickets), expected, open, now);
	return { station, day, desks, duties, tickets, open, expected, waits };
}

/** Those who wait, as the rules see them. */
export function waitersOf(tickets: readonly DayTicket[]): Waiter[] {
	return tickets
		.filter(({ ticket }) => ticket.status === 'waiting')
		.map(({ ticket, service, booking }) => {
			const { id, number, serviceId, turnAt, deskId } = ticket;
			const appointed = booking !== null && booking.start.getTime() === turnAt.getTime();
			return { id, number, serviceId, turnAt, deskId, appointed, minutes: service.minutes };
		});
}

function openDesks(
	duties: readonly query.DeskDuty[],
	known: ReadonlyMap<string, ReadonlySet<string>>,
	tickets: readonly DayTicket[],
	now: Date
): OpenDesk[] {
	const none = new Set<string>();
	return duties
		.filter(({ during }) => during.end > now)
		.map(({ deskId, staffId, during }) => ({
			deskId,
			during,
			serves: known.get(staffId) ?? none,
			freeAt: freeAt(tickets, deskId, now)
		}));
}

function freeAt(tickets: readonly DayTicket[], deskId: string, now: Date): Date {
	const busy = tickets.find(
		({ ticket }) => ticket.deskId === deskId && (ticket.status === 'called' || ticket.status === 'serving')
	);
	return busy ? doneAt(busy.ticket.startedAt ?? now, busy.service.minutes, now) : now;
}

/** What somebody who joined the queue now would be told; null where no desk of today takes him. */
export function waitOfNext(hall: Hall, next: Waiter, now: Date): Wait | null {
	const all = [...waitersOf(hall.tickets), next];
	return estimateWaits(all, hall.expected, hall.open, now).get(next.id) ?? null;
}
