import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { stationById } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { clockOf, dayOf } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import { readHall } from './hall.server.ts';
import { ticketNews } from './news.server.ts';
import type { TicketNews } from './news.ts';
import { ticketById } from './queries.server.ts';
import { isOwn } from './serve.server.ts';
import { desksAt } from './station-queries.server.ts';

/** A number as the one who holds it sees it. Whoever has its address may see it: there is nothing of a person in it. */
export interface TicketPage {
	id: string;
	number: number;
	stationId: string;
	station: string;
	service: string;
	/** When he came, in words. */
	arrived: string;
	/** The time of the appointment that he came for. */
	appointment: string | null;
	/** Null once the day is over. */
	news: TicketNews | null;
	told: number | null;
	/** Names of desks by their ids. */
	desks: Record<string, string>;
	/** The reader may give it back. */
	own: boolean;
}

/** A number with where it stands. @throws AppError `not_found` */
export async function ticketPage(
	scope: Scope,
	actor: Actor | null,
	id: string,
	here: Here
): Promise<TicketPage> {
	const ticket = await ticketById(scope, id);
	const station = ticket && (await stationById(scope, ticket.stationId));
	if (!ticket || !station) throw new AppError('not_found');
	const { now, zone } = here;
	const today = dayOf(now, zone);
	const isToday = ticket.day === today;
	const hall = await readHall(scope, station.id, isToday ? here : { now: ticket.arrivedAt, zone });
	const mine = hall.tickets.find((one) => one.ticket.id === id)!;
	return {
		id,
		number: ticket.number,
		stationId: station.id,
		station: named(station),
		service: named(mine.service),
		arrived: `${sayDay(ticket.day, today)} ${clockOf(ticket.arrivedAt, zone)}`,
		appointment: mine.booking && clockOf(mine.booking.start, zone),
		news: isToday ? ticketNews(hall, id)! : null,
		told: ticket.toldMinutes,
		desks: await deskNames(scope, station.id),
		own: actor !== null && (await isOwn(scope, actor, ticket))
	};
}

/** The names of a station's desks by their ids, in the reader's language. */
export async function deskNames(scope: Scope, stationId: string): Promise<Record<string, string>> {
	const desks = await desksAt(scope, stationId);
	return Object.fromEntries(desks.map((desk) => [desk.id, named(desk)]));
}
