import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { waitersOf } from './hall.server.ts';
import { moveIf, moveTo, ticketAtHand } from './move.server.ts';
import * as query from './queries.server.ts';
import { canServe, inOrder } from './queue.ts';
import { knownServices } from './station-queries.server.ts';

/**
 * Calls the next in the fair order whom this officer can serve to a desk. Two desks that call at the same moment call two
 * people: a number is taken only while it still waits.
 * @returns null where nobody waits whom the officer can serve
 * @throws AppError `not_found`, `not_possible_now` / `desk_busy` while somebody is at the desk
 */
export async function callNext(
	scope: Scope,
	actor: Actor,
	deskId: string,
	{ now, zone }: Here
): Promise<query.TicketRow | null> {
	const stationId = await takeDesk(scope, actor, deskId, dayOf(now, zone));
	const serves = (await knownServices(scope, [actor.personId])).get(actor.personId)!;
	const waiting = waitersOf(await query.ticketsOfDay(scope, stationId, dayOf(now, zone)));
	for (const one of inOrder(waiting, now)) {
		if (!canServe({ deskId, serves }, one)) continue;
		const called = await moveIf(scope, actor, one.id, callTo(deskId, actor, now), {
			kind: 'called',
			now,
			from: ['waiting']
		});
		if (called) return called;
	}
	return null;
}

/**
 * Calls a number once more; one who was not there at his call and has come after all, to this desk.
 * @throws AppError `not_found`, `not_possible_now` / `desk_busy`, `changed_meanwhile` / `ticket`
 */
export async function recall(
	scope: Scope,
	actor: Actor,
	{ id, deskId }: { id: string; deskId: string },
	now: Date
): Promise<query.TicketRow> {
	const { status, calls, day, deskId: at } = await ticketAtHand(scope, actor, id);
	const moving = { kind: 'called_again', now };
	if (status === 'called' && at) {
		const again = { ...callTo(at, actor, now), calls: calls + 1 };
		return moveTo(scope, actor, id, again, { ...moving, from: ['called'] });
	}
	await takeDesk(scope, actor, deskId, day);
	const back = { ...callTo(deskId, actor, now), calls: calls + 1, endedAt: null };
	return moveTo(scope, actor, id, back, { ...moving, from: ['no_show'] });
}

function callTo(deskId: string, { personId }: Actor, now: Date) {
	return { status: 'called', deskId, officerId: personId, calledAt: now, calls: 1 } as const;
}

/** A desk that is free, for this call alone. @returns its station */
async function takeDesk(scope: Scope, actor: Actor, deskId: string, day: Day): Promise<string> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const desk = await query.deskForCall(scope, deskId, day);
	if (!desk) throw new AppError('not_found');
	if (desk.busyWith) throw new AppError('not_possible_now', 'desk_busy');
	return desk.stationId;
}
