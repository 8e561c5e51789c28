import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { minute } from '#lib/shared/time.ts';
import { holdMinutes, type ServicePlace } from './booking.ts';
import { claim } from './claim.server.ts';
import * as query from './queries.server.ts';
import { requireRight } from './rights.server.ts';
import type { Here } from './times.server.ts';

/** A time that somebody has tapped. */
export interface Tapped {
	serviceId: string;
	place: ServicePlace;
	start: Date;
	/** Who comes. */
	attendeeId: string;
}

/**
 * Holds a time while its form is open, in the place of whatever the person held before.
 * @returns the id of the booking that is held
 */
export async function hold(scope: Scope, actor: Actor, tapped: Tapped, here: Here): Promise<string> {
	await requireRight(scope, actor, tapped.attendeeId);
	const service = await serviceFor(scope, tapped.serviceId);
	const { place, start, attendeeId } = tapped;
	await query.clearHolds(scope, actor.personId, { start, end: new Date(start.getTime() + minute) }, here.now);
	const heldUntil = new Date(here.now.getTime() + holdMinutes * minute);
	return claim(scope, { service, place, start, attendeeId, bookedBy: actor.personId, heldUntil }, here);
}

/** @throws AppError `not_found` */
export async function serviceFor(scope: Scope, id: string): Promise<query.ServiceRow> {
	const service = await query.serviceById(scope, id);
	if (!service) throw new AppError('not_found');
	return service;
}
