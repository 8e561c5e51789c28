import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { ticketTransitions, type TicketState } from './hall.ts';
import * as query from './queries.server.ts';

/** A number that staff have at hand. @throws AppError `not_allowed`, `not_found` */
export async function ticketAtHand(scope: Scope, actor: Actor, id: string): Promise<query.TicketRow> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const ticket = await query.ticketById(scope, id);
	if (!ticket) throw new AppError('not_found');
	return ticket;
}

/**
 * Moves a number to a state that may follow the one it is in, and tells the screens.
 * @param kind what the timeline calls it
 * @param from the states it may come from; all that the transitions allow unless said
 * @throws AppError `changed_meanwhile` / `ticket` where somebody else was first
 */
export async function moveTo(
	scope: Scope,
	actor: Actor,
	id: string,
	to: { status: TicketState } & Parameters<typeof query.moveTicket>[3],
	{ kind, now, from = statesBefore(ticketTransitions, to.status) }: Moving
): Promise<query.TicketRow> {
	const moved = await moveIf(scope, actor, id, to, { kind, now, from });
	if (!moved) throw new AppError('changed_meanwhile', 'ticket');
	return moved;
}

/** The same; undefined where somebody else was first. */
export async function moveIf(
	scope: Scope,
	actor: Actor,
	id: string,
	to: { status: TicketState } & Parameters<typeof query.moveTicket>[3],
	{ kind, now, from = statesBefore(ticketTransitions, to.status) }: Moving
): Promise<query.TicketRow | undefined> {
	const moved = await query.moveTicket(scope, id, from, to);
	if (!moved) return undefined;
	await recordEvent(scope, { kind: 'ticket', id }, kind, actor.personId, now);
	await query.announce(scope, moved.stationId);
	return moved;
}

interface Moving {
	kind: string;
	now: Date;
	from?: readonly TicketState[];
}
