import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { deskById } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { leaveDuring } from './leave-queries.server.ts';
import { dutyInTheWay, type DutyRow } from './roster-queries.server.ts';
import { whenOf } from './when.ts';

/** The door of all verbs of the roster. */
export function admitStaff(actor: Actor): void {
	if (!isStaff(actor)) throw new AppError('not_allowed');
}

/** The door of what only the admin decides: the hours, the shifts, and what is published. */
export function admitAdmin(actor: Actor): void {
	if (!actor.roles.includes('admin')) throw new AppError('not_allowed');
}

/** The roster of a community, as events speak of it. */
export function rosterOf({ communityId }: Scope) {
	return { kind: 'roster', id: communityId } as const;
}

/**
 * Sees that a duty can stand where it is meant to.
 * @throws AppError `not_found` for a desk that is closed or somebody who does not work here, `not_possible_now` /
 *   `on_leave`, `already_taken` / `colleague_busy` or `desk_taken` with who and when
 */
export async function seeFree(
	scope: Scope,
	wanted: Pick<DutyRow, 'id' | 'staffId' | 'deskId' | 'during'>,
	zone: string
): Promise<void> {
	const { staffId, deskId, during } = wanted;
	if (!(await staffIds(scope)).includes(staffId)) throw new AppError('not_found');
	if (deskId !== null) {
		const desk = await deskById(scope, deskId);
		if (!desk || desk.closed) throw new AppError('not_found');
	}
	const leave = await leaveDuring(scope, staffId, during);
	if (leave) {
		throw new AppError('not_possible_now', 'on_leave', {
			name: leave.name,
			when: whenOf(leave.during, zone)
		});
	}
	const other = await dutyInTheWay(scope, wanted);
	if (!other) return;
	const params = { name: other.name, when: whenOf(other.during, zone) };
	throw new AppError('already_taken', other.staffId === staffId ? 'colleague_busy' : 'desk_taken', params);
}
