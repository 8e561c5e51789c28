import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import * as place from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { countAhead } from './queries.server.ts';

/**
 * Adds a place that is lent.
 * @throws AppError `not_allowed`; `invalid` / `closes`; `already_taken` / `venue_name`
 */
export async function addVenue(
	scope: Scope,
	actor: Actor,
	said: place.VenueSaid,
	now: Date
): Promise<string> {
	const id = newId();
	await readSaid(scope, actor, said, null);
	if (!(await place.addVenue(scope, { id, ...said })))
		throw new AppError('already_taken', 'venue_name', { name: said.name });
	await recordEvent(scope, { kind: 'venue', id }, 'added', actor.personId, now);
	return id;
}

/**
 * Changes what is said of a venue; what is booked stays as it was booked.
 * @throws AppError as `addVenue`; `not_found`
 */
export async function changeVenue(
	scope: Scope,
	actor: Actor,
	id: string,
	said: place.VenueSaid,
	now: Date
): Promise<void> {
	await readSaid(scope, actor, said, id);
	if (!(await place.changeVenue(scope, id, said))) throw new AppError('not_found');
	await recordEvent(scope, { kind: 'venue', id }, 'changed', actor.personId, now);
}

/**
 * Lends a venue no longer, or again. Its past stays.
 * @throws AppError `not_allowed`; `not_found`; `not_possible_now` / `venues_booked_ahead` while somebody counts on it
 */
export async function closeVenue(
	scope: Scope,
	actor: Actor,
	{ id, closed }: { id: string; closed: boolean },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!(await place.lockVenue(scope, id))) throw new AppError('not_found');
	const count = closed ? await countAhead(scope, id, now) : 0;
	if (count > 0) throw new AppError('not_possible_now', 'venues_booked_ahead', { count });
	await place.changeVenue(scope, id, { closed });
	const kind = closed ? 'closed' : 'opened';
	await recordEvent(scope, { kind: 'venue', id }, kind, actor.personId, now);
}

async function readSaid(scope: Scope, actor: Actor, said: place.VenueSaid, id: string | null): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (said.toMinute <= said.fromMinute) throw new AppError('invalid', 'closes');
	if (await place.isVenueName(scope, said.name, id)) {
		throw new AppError('already_taken', 'venue_name', { name: said.name });
	}
}
