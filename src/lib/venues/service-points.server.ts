import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import * as place from '#lib/places/service-point-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';

/**
 * Adds a service point to the ten-minute circle.
 * @throws AppError `not_allowed`; `already_taken` / `point_name`
 */
export async function addPoint(
	scope: Scope,
	actor: Actor,
	said: place.ServicePointSaid,
	now: Date
): Promise<void> {
	const id = newId();
	await readSaid(scope, actor, said, null);
	if (!(await place.addServicePoint(scope, { id, ...said }))) {
		throw new AppError('already_taken', 'point_name', { name: said.name });
	}
	await recordEvent(scope, { kind: 'service_point', id }, 'added', actor.personId, now);
}

/** @throws AppError as `addPoint`; `not_found` */
export async function changePoint(
	scope: Scope,
	actor: Actor,
	id: string,
	said: place.ServicePointSaid,
	now: Date
): Promise<void> {
	await readSaid(scope, actor, said, id);
	if (!(await place.changeServicePoint(scope, id, said))) throw new AppError('not_found');
	await recordEvent(scope, { kind: 'service_point', id }, 'changed', actor.personId, now);
}

/**
 * Takes a service point out of the circle, or puts it back.
 * @throws AppError `not_allowed`; `not_found`
 */
export async function closePoint(
	scope: Scope,
	actor: Actor,
	{ id, closed }: { id: string; closed: boolean },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!(await place.changeServicePoint(scope, id, { closed }))) throw new AppError('not_found');
	const kind = closed ? 'closed' : 'opened';
	await recordEvent(scope, { kind: 'service_point', id }, kind, actor.personId, now);
}

async function readSaid(
	scope: Scope,
	actor: Actor,
	{ name }: place.ServicePointSaid,
	id: string | null
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (await place.isServicePointName(scope, name, id)) {
		throw new AppError('already_taken', 'point_name', { name });
	}
}
