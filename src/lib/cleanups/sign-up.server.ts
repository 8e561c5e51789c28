import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { standingOf } from '#lib/groups/member-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Here } from '#lib/ui/dates.ts';
import { givePlace, takePlace, type AreaOfDay } from './area-queries.server.ts';
import { leads, openArea, requireRight } from './rights.server.ts';
import * as query from './sign-up-queries.server.ts';
import { teamById } from './team-queries.server.ts';
import { tell } from './tell.server.ts';

/** Who wants to come where, with which team. */
export interface SignUpWish {
	areaId: string;
	teamId: string | null;
	personId: string;
}

/**
 * Signs somebody up for an area, for himself, as his proxy, or from the area's list.
 * @returns the id of the sign-up
 * @throws AppError as `openArea`; `not_allowed` / `cleanups_proxy`; `not_possible_now` / `cleanups_over`,
 *   `cleanups_not_in_group`; `already_taken` / `cleanups_full`, `cleanups_on_list`
 */
export async function signUp(scope: Scope, actor: Actor, wish: SignUpWish, here: Here): Promise<string> {
	return putOnList(scope, actor, wish, await openArea(scope, wish.areaId), here);
}

/** The same on an area that was opened already. */
export async function putOnList(
	scope: Scope,
	actor: Actor,
	wish: SignUpWish,
	found: AreaOfDay,
	{ now }: Here
): Promise<string> {
	const { area, cleanup } = found;
	await requireRight(scope, actor, wish.personId, area);
	if (cleanup.during.end <= now && !leads(actor, area)) {
		throw new AppError('not_possible_now', 'cleanups_over');
	}
	const person = await personById(scope, wish.personId);
	if (!person || person.kind === 'unit') throw new AppError('not_found');
	await requireTeam(scope, wish, found);
	if (!(await takePlace(scope, area.id))) throw new AppError('already_taken', 'cleanups_full');
	const id = newId();
	const row = { ...wish, id, cleanupId: cleanup.id, signedBy: actor.personId, createdAt: now };
	if (!(await query.addSignUp(scope, row))) throw new AppError('already_taken', 'cleanups_on_list');
	await recordEvent(scope, { kind: 'cleanup', id: cleanup.id }, 'signed_up', actor.personId, now, { id });
	if (wish.personId !== actor.personId) {
		await tell(scope, 'cleanup_signed_up', [wish.personId], { cleanup, about: id }, now);
	}
	return id;
}

/** A team belongs to the area; with a group go its members. */
async function requireTeam(
	scope: Scope,
	{ teamId, personId }: SignUpWish,
	{ area }: AreaOfDay
): Promise<void> {
	if (teamId === null) return;
	const team = await teamById(scope, teamId);
	if (team?.areaId !== area.id) throw new AppError('not_found');
	if (!team.groupId) return;
	const standing = await standingOf(scope, team.groupId, [personId]);
	if (!standing.some(({ status }) => status === 'member')) {
		throw new AppError('not_possible_now', 'cleanups_not_in_group');
	}
}

/**
 * A sign-up with its open day, locked, for whoever may change it.
 * @throws AppError as `openArea`; `not_allowed` / `cleanups_proxy`; `changed_meanwhile` / `cleanups_sign_up`
 */
export async function ownSignUp(
	scope: Scope,
	actor: Actor,
	id: string
): Promise<AreaOfDay & { row: query.SignUpRow }> {
	const seen = await query.signUpById(scope, id);
	if (!seen) throw new AppError('not_found');
	// the day first, as closing does
	const found = await openArea(scope, seen.areaId);
	const row = (await query.signUpForUpdate(scope, id))!;
	await requireRight(scope, actor, row.personId, found.area);
	if (row.endedAt) throw new AppError('changed_meanwhile', 'cleanups_sign_up');
	return { ...found, row };
}

/**
 * Takes somebody off the list who has not come; the place is free again.
 * @throws AppError as `ownSignUp`; `not_possible_now` / `cleanups_came`
 */
export async function withdraw(scope: Scope, actor: Actor, id: string, { now }: Here): Promise<void> {
	const { row, area } = await ownSignUp(scope, actor, id);
	if (!(await query.endSignUp(scope, id, now))) throw new AppError('not_possible_now', 'cleanups_came');
	await givePlace(scope, area.id);
	const subject = { kind: 'cleanup', id: row.cleanupId } as const;
	await recordEvent(scope, subject, 'withdrawn', actor.personId, now, { id });
}
