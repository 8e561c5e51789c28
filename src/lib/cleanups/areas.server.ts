import { personById } from '#lib/accounts/queries.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildingsByIds } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import * as query from './area-queries.server.ts';
import { cleanupForUpdate, type CleanupRow } from './queries.server.ts';
import { isOpen, requireStaff } from './rights.server.ts';
import type { SaidArea } from './said.ts';
import { teamsOf } from './team-queries.server.ts';

/**
 * A day whose areas and teams may still be changed, locked.
 * @throws AppError `not_allowed`, `not_found`; `not_possible_now` / `cleanups_over`
 */
export async function plannedDay(scope: Scope, actor: Actor, cleanupId: string): Promise<CleanupRow> {
	requireStaff(actor);
	const cleanup = await cleanupForUpdate(scope, cleanupId);
	if (!cleanup) throw new AppError('not_found');
	if (cleanup.status !== 'draft' && !isOpen(cleanup.status)) {
		throw new AppError('not_possible_now', 'cleanups_over');
	}
	return cleanup;
}

/**
 * Draws an area as a list of buildings, under an id that the caller made.
 * @throws AppError as `plannedDay`; `already_taken` / `cleanups_area_name`, `cleanups_building`; `invalid` / `buildings`
 */
export async function addArea(
	scope: Scope,
	actor: Actor,
	{ id, cleanupId, buildingIds, ...said }: SaidArea & { id: string; cleanupId: string },
	now: Date
): Promise<void> {
	const cleanup = await plannedDay(scope, actor, cleanupId);
	if (!(await query.addArea(scope, { ...said, id, cleanupId }))) {
		throw new AppError('already_taken', 'cleanups_area_name');
	}
	await putBuildings(scope, cleanup, id, buildingIds);
	const params = { area: said.name };
	await recordEvent(scope, { kind: 'cleanup', id: cleanupId }, 'area_added', actor.personId, now, params);
}

/**
 * Changes an area.
 * @throws AppError as `addArea`; `not_possible_now` / `cleanups_places_taken` where more are on the list than it takes
 */
export async function changeArea(
	scope: Scope,
	actor: Actor,
	{ id, buildingIds, ...said }: SaidArea & { id: string },
	now: Date
): Promise<void> {
	const area = await query.areaById(scope, id);
	if (!area) throw new AppError('not_found');
	const cleanup = await plannedDay(scope, actor, area.cleanupId);
	const { cleanupId } = area;
	if (await query.isAreaNamed(scope, { cleanupId, name: said.name, except: id })) {
		throw new AppError('already_taken', 'cleanups_area_name');
	}
	// the day is locked, so nobody takes a place meanwhile
	const { taken } = (await query.areaById(scope, id))!;
	if (said.places !== null && said.places < taken) {
		throw new AppError('not_possible_now', 'cleanups_places_taken', { taken });
	}
	await query.changeArea(scope, id, said);
	await putBuildings(scope, cleanup, id, buildingIds);
	const params = { area: said.name };
	await recordEvent(scope, { kind: 'cleanup', id: cleanupId }, 'area_changed', actor.personId, now, params);
}

async function putBuildings(
	scope: Scope,
	{ id: cleanupId, status }: CleanupRow,
	areaId: string,
	said: readonly string[]
): Promise<void> {
	const known = (await buildingsByIds(scope, [...new Set(said)])).map(({ id }) => id);
	if (known.length === 0 && status !== 'draft') throw new AppError('invalid', 'buildings');
	const count = await query.replaceBuildings(scope, { id: areaId, cleanupId }, known);
	if (count < known.length) throw new AppError('already_taken', 'cleanups_building');
}

/**
 * Says who leads an area; null: staff do.
 * @throws AppError as `plannedDay`; `not_found`
 */
export async function appointLeader(
	scope: Scope,
	actor: Actor,
	{ areaId, personId }: { areaId: string; personId: string | null },
	now: Date
): Promise<void> {
	const area = await query.areaById(scope, areaId);
	const person = personId ? await personById(scope, personId) : null;
	if (!area || (personId && person?.kind !== 'resident')) throw new AppError('not_found');
	await plannedDay(scope, actor, area.cleanupId);
	await query.changeArea(scope, areaId, { leaderId: personId });
	const subject = { kind: 'cleanup', id: area.cleanupId } as const;
	await recordEvent(scope, subject, 'leader_appointed', actor.personId, now, { area: area.name, personId });
}

/**
 * Takes an area without a team away, before the day is announced.
 * @throws AppError as `plannedDay`; `not_possible_now` / `cleanups_area_used`
 */
export async function removeArea(scope: Scope, actor: Actor, areaId: string, now: Date): Promise<void> {
	const area = await query.areaById(scope, areaId);
	if (!area) throw new AppError('not_found');
	const { status } = await plannedDay(scope, actor, area.cleanupId);
	const teams = await teamsOf(scope, area.cleanupId);
	// once announced, people may have been told of it
	if (status !== 'draft' || teams.some((one) => one.areaId === areaId)) {
		throw new AppError('not_possible_now', 'cleanups_area_used');
	}
	await query.replaceBuildings(scope, area, []);
	await query.removeArea(scope, areaId);
	const subject = { kind: 'cleanup', id: area.cleanupId } as const;
	await recordEvent(scope, subject, 'area_removed', actor.personId, now, { area: area.name });
}
