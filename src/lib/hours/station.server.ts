import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import * as query from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { admitAdmin, rosterOf } from './place.server.ts';
import { deskIsStaffed } from './roster-queries.server.ts';

/** What is said of a service station. */
export type StationSaid = Omit<query.StationRow, 'communityId' | 'id' | 'east' | 'north'>;

/**
 * Opens a station.
 * @param at where it stands, metres on the community's map
 * @throws AppError `already_taken` / `station_name`
 */
export async function openStation(
	scope: Scope,
	actor: Actor,
	said: StationSaid,
	at: { east: number; north: number },
	now: Date
): Promise<void> {
	admitAdmin(actor);
	if (!(await query.addStation(scope, { id: newId(), ...said, ...at }))) {
		throw new AppError('already_taken', 'station_name', { name: said.name });
	}
	await recordEvent(scope, rosterOf(scope), 'station_opened', actor.personId, now, { name: said.name });
}

/** Adds a desk to a station. @throws AppError `not_found`, `already_taken` / `desk_name` */
export async function openDesk(
	scope: Scope,
	actor: Actor,
	{ stationId, name, nameEn }: Pick<query.DeskRow, 'stationId' | 'name' | 'nameEn'>,
	now: Date
): Promise<void> {
	admitAdmin(actor);
	if (!(await query.stationById(scope, stationId))) throw new AppError('not_found');
	if (!(await query.addDesk(scope, { id: newId(), stationId, name, nameEn, closed: false }))) {
		throw new AppError('already_taken', 'desk_name', { name });
	}
	await recordEvent(scope, rosterOf(scope), 'desk_opened', actor.personId, now, { name });
}

/**
 * Closes a desk, or opens it again. What happened at it stays.
 * @throws AppError `not_found`, `not_possible_now` / `desk_staffed` where somebody has a duty there still
 */
export async function closeDesk(
	scope: Scope,
	actor: Actor,
	{ id, closed }: { id: string; closed: boolean },
	now: Date
): Promise<void> {
	admitAdmin(actor);
	if (closed && (await deskIsStaffed(scope, id, now))) throw new AppError('not_possible_now', 'desk_staffed');
	if (!(await query.changeDesk(scope, id, { closed }))) throw new AppError('not_found');
	const kind = closed ? 'desk_closed' : 'desk_reopened';
	await recordEvent(scope, rosterOf(scope), kind, actor.personId, now, { desk: id });
}
