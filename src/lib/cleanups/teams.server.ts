import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { memberIds } from '#lib/groups/member-queries.server.ts';
import { groupById } from '#lib/groups/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { areaById } from './area-queries.server.ts';
import { plannedDay } from './areas.server.ts';
import { lengthOf } from './presence.ts';
import { ledArea } from './rights.server.ts';
import type { SaidTeam } from './said.ts';
import * as query from './team-queries.server.ts';
import { tell } from './tell.server.ts';

/**
 * Assigns a team to an area, with its quota, under an id that the caller made. Members of a group are told once the day is
 * announced.
 * @throws AppError as `plannedDay`; `invalid` / `who`; `already_taken` / `cleanups_team`
 */
export async function assignTeam(
	scope: Scope,
	actor: Actor,
	{ id, areaId, who, ...said }: SaidTeam & { id: string; areaId: string },
	now: Date
): Promise<void> {
	const area = await areaById(scope, areaId);
	if (!area) throw new AppError('not_found');
	const cleanup = await plannedDay(scope, actor, area.cleanupId);
	const row = { ...said, ...(await readWho(scope, who)), id, areaId, cleanupId: cleanup.id };
	if (!(await query.addTeam(scope, row))) throw new AppError('already_taken', 'cleanups_team');
	const subject = { kind: 'cleanup', id: cleanup.id } as const;
	const params = { teamId: id, promised: said.promised };
	await recordEvent(scope, subject, 'team_assigned', actor.personId, now, params);
	if (cleanup.status === 'draft' || !('groupId' in who)) return;
	const ids = await memberIds(scope, who.groupId);
	await tell(scope, 'cleanup_announced', ids, { cleanup, about: cleanup.id }, now);
}

async function readWho(scope: Scope, who: SaidTeam['who']) {
	if ('name' in who) return { kind: 'free' as const, name: who.name };
	if ('unitId' in who) {
		const units = await query.standingUnits(scope);
		if (!units.some(({ id }) => id === who.unitId)) throw new AppError('invalid', 'who');
		return { kind: 'unit' as const, unitId: who.unitId };
	}
	const group = await groupById(scope, who.groupId);
	if (!group || group.archivedAt) throw new AppError('invalid', 'who');
	return { kind: 'group' as const, groupId: who.groupId };
}

/** Changes a team's quota and who brings it. @throws AppError as `plannedDay`; `not_found` */
export async function changeTeam(
	scope: Scope,
	actor: Actor,
	{ id, promised, lead }: Omit<SaidTeam, 'who'> & { id: string },
	now: Date
): Promise<void> {
	const team = await query.teamById(scope, id);
	if (!team) throw new AppError('not_found');
	await plannedDay(scope, actor, team.cleanupId);
	await query.changeTeam(scope, id, { promised, lead });
	const subject = { kind: 'cleanup', id: team.cleanupId } as const;
	await recordEvent(scope, subject, 'team_changed', actor.personId, now, { teamId: id, promised });
}

/**
 * Takes a team off its area, where nobody has signed up with it.
 * @throws AppError as `plannedDay`; `not_possible_now` / `cleanups_team_used`
 */
export async function removeTeam(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const team = await query.teamById(scope, id);
	if (!team) throw new AppError('not_found');
	await plannedDay(scope, actor, team.cleanupId);
	if (await query.hasSignUps(scope, id)) throw new AppError('not_possible_now', 'cleanups_team_used');
	await query.removeTeam(scope, id);
	const subject = { kind: 'cleanup', id: team.cleanupId } as const;
	await recordEvent(scope, subject, 'team_removed', actor.personId, now, { teamId: id });
}

/**
 * Writes down how many of a team came who are on no list, and how long each stayed: the whole day unless said.
 * @throws AppError as `ledArea`; `invalid` / `minutes` for longer than the day lasts
 */
export async function countTeam(
	scope: Scope,
	actor: Actor,
	{ id, counted, minutes }: { id: string; counted: number; minutes: number | null },
	now: Date
): Promise<void> {
	const team = await query.teamById(scope, id);
	if (!team) throw new AppError('not_found');
	const { cleanup } = await ledArea(scope, actor, team.areaId);
	const longest = lengthOf(cleanup.during);
	if ((minutes ?? 0) > longest)
		throw new AppError('not_possible_now', 'cleanups_too_long', { minutes: longest });
	const countedMinutes = minutes ?? longest;
	await query.changeTeam(scope, id, { counted, countedMinutes });
	const params = { teamId: id, counted, minutes: countedMinutes };
	await recordEvent(scope, { kind: 'cleanup', id: cleanup.id }, 'counted', actor.personId, now, params);
}
