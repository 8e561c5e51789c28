import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { stationsOf } from '#lib/places/station-queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { clockOf, type Day } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { atDeskStates } from './hall.ts';
import { readHall, waitersOf, type Hall } from './hall.server.ts';
import { leftAtDesks, type DayTicket, type OpenNumber } from './queries.server.ts';
import { canServe, inOrder } from './queue.ts';
import { knownServices } from './station-queries.server.ts';
import { noteOf, prepareFor, type Preparation } from './visit.server.ts';
import { toldMinutes } from './wait-estimate.ts';
import { ticketTag } from './words.ts';

/** A number in the list of the hall. */
export interface QueueLine {
	id: string;
	number: number;
	service: string;
	/** Null where nobody knows who it is. */
	person: string | null;
	arrived: string;
	appointment: string | null;
	/** Whose turn is later than that of all without an appointment: he came before his time. */
	early: boolean;
	/** Until he is called, as it is told; null where no desk takes him today. */
	minutes: number | null;
	/** This officer can serve him. */
	mine: boolean;
	/** The desk that he was sent to. */
	sentTo: string | null;
}

/** Who is at a desk, or was called there. */
export interface AtDesk extends Preparation {
	id: string;
	number: number;
	service: string;
	person: { id: string; name: string } | null;
	serving: boolean;
	calls: number;
	appointment: string | null;
	/** When he came, was called, and has been at the desk. */
	times: { arrived: string; called: string | null; started: string | null };
	note: string | null;
}

/** The hall as a member of staff sees it from a desk. */
export interface HallDesk {
	stations: { id: string; name: string }[];
	stationId: string;
	/** The desk of this page; null until one is chosen. */
	deskId: string | null;
	desks: { id: string; name: string; officer: string | null; now: { number: number; tag: Tag } | null }[];
	current: AtDesk | null;
	queue: QueueLine[];
	/** Those of today who were not there when they were called, newest first. */
	missed: { id: string; number: number; service: string; person: string | null }[];
	/** Appointments for which nobody has come yet. */
	expected: number;
	served: number;
	/** Numbers of earlier days of which nobody has said how they ended. */
	leftOpen: OpenLine[];
}

/** A number that was never closed, in words. */
export interface OpenLine {
	id: string;
	title: string;
	/** The day, and what for. */
	text: string;
}

interface Tag {
	words: string;
	tone: Tone;
}

/** What the address asks for. */
export interface DeskAsked {
	station: string | null;
	desk: string | null;
}

/** The hall from a desk: the one asked for, else where the officer has duty. Null where there is no station yet. */
export async function hallDesk(
	scope: Scope,
	actor: Actor,
	asked: DeskAsked,
	here: Here
): Promise<HallDesk | null> {
	const stations = await stationsOf(scope);
	const station = stations.find(({ id }) => id === asked.station) ?? stations[0];
	if (!station) return null;
	const hall = await readHall(scope, station.id, here);
	const deskId = deskOf(hall, actor, asked.desk, here.now);
	const { missed, served } = ended(hall);
	return {
		stations: stations.map((one) => ({ id: one.id, name: named(one) })),
		stationId: station.id,
		deskId,
		desks: desksNow(hall, here.now),
		current: await atDesk(scope, hall, deskId, here),
		queue: await queueLines(scope, hall, actor, deskId, here),
		missed,
		expected: hall.expected.length,
		served,
		leftOpen: (await leftAtDesks(scope, station.id, hall.day)).map((one) => openLine(one, hall.day))
	};
}

function openLine({ id, number, day, service, person }: OpenNumber, today: Day): OpenLine {
	const who = person ?? m.hall_unknown();
	return {
		id,
		title: `${m.hall_number_of({ number })} · ${who}`,
		text: `${sayDay(day, today)} · ${named(service)}`
	};
}

function deskOf(
	{ desks, duties }: Hall,
	{ personId }: Actor,
	asked: string | null,
	now: Date
): string | null {
	if (desks.some(({ id }) => id === asked)) return asked;
	const mine = duties.filter(({ staffId }) => staffId === personId);
	const next = mine.find(({ during }) => now < during.end) ?? mine.at(-1);
	return next?.deskId ?? null;
}

function desksNow({ desks, duties, tickets }: Hall, now: Date): HallDesk['desks'] {
	return desks.map((desk) => {
		const duty = duties.find(
			({ deskId, during }) => deskId === desk.id && during.start <= now && now < during.end
		);
		const busy = busyAt(tickets, desk.id)?.ticket;
		return {
			id: desk.id,
			name: named(desk),
			officer: duty?.officer ?? null,
			now: busy ? { number: busy.number, tag: ticketTag(busy.status) } : null
		};
	});
}

function busyAt(tickets: readonly DayTicket[], deskId: string | null): DayTicket | undefined {
	const busy: readonly string[] = atDeskStates;
	return tickets.find(({ ticket }) => ticket.deskId === deskId && busy.includes(ticket.status));
}

async function atDesk(
	scope: Scope,
	{ tickets, day }: Hall,
	deskId: string | null,
	here: Here
): Promise<AtDesk | null> {
	const found = deskId === null ? undefined : busyAt(tickets, deskId);
	if (!found) return null;
	const { ticket, service, person, booking } = found;
	const { id, number, status, calls, serviceId, personId, arrivedAt, calledAt, startedAt } = ticket;
	const clock = (at: Date | null) => at && clockOf(at, here.zone);
	const comer = { serviceId, personId, documentsReady: booking?.documentsReady ?? [] };
	const [prepared] = await prepareFor(scope, [comer], day, here);
	return {
		...prepared!,
		id,
		number,
		service: named(service),
		person: personId && person ? { id: personId, name: person } : null,
		serving: status === 'serving',
		calls,
		appointment: clock(booking?.start ?? null),
		times: { arrived: clockOf(arrivedAt, here.zone), called: clock(calledAt), started: clock(startedAt) },
		note: await noteOf(scope, ticket)
	};
}

async function queueLines(
	scope: Scope,
	{ tickets, waits, desks }: Hall,
	{ personId }: Actor,
	deskId: string | null,
	{ now, zone }: Here
): Promise<QueueLine[]> {
	const serves = (await knownServices(scope, [personId])).get(personId)!;
	const byId = new Map(tickets.map((one) => [one.ticket.id, one]));
	return inOrder(waitersOf(tickets), now).map((one) => {
		const { ticket, service, person, booking } = byId.get(one.id)!;
		const wait = waits.get(one.id);
		const sentTo = desks.find(({ id }) => id === one.deskId);
		return {
			id: one.id,
			number: one.number,
			service: named(service),
			person,
			arrived: clockOf(ticket.arrivedAt, zone),
			appointment: booking && clockOf(booking.start, zone),
			early: one.appointed && one.turnAt > now,
			minutes: wait ? toldMinutes(wait.minutes) : null,
			mine: canServe({ deskId: deskId ?? '', serves }, one),
			sentTo: sentTo ? named(sentTo) : null
		};
	});
}

function ended({ tickets }: Hall): Pick<HallDesk, 'missed' | 'served'> {
	const missed = tickets
		.filter(({ ticket }) => ticket.status === 'no_show')
		.reverse()
		.map(({ ticket, service, person }) => ({
			id: ticket.id,
			number: ticket.number,
			service: named(service),
			person
		}));
	return { missed, served: tickets.filter(({ ticket }) => ticket.status === 'served').length };
}
