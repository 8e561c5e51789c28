import { mayActFor } from '#lib/accounts/act-for.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { areaForShare, type AreaOfDay, type AreaRow } from './area-queries.server.ts';
import { openStates, type CleanupState } from './cleanups.ts';

/** @throws AppError `not_allowed` to who is no staff */
export function requireStaff(actor: Actor): void {
	if (!isStaff(actor)) throw new AppError('not_allowed');
}

/** True for staff, and for who leads an area: the code, the list and the counts are theirs. */
export function leads(actor: Actor, { leaderId }: Pick<AreaRow, 'leaderId'>): boolean {
	return isStaff(actor) || leaderId === actor.personId;
}

/** True while people may be on the list and check in. */
export const isOpen = (status: CleanupState): boolean =>
	(openStates as readonly CleanupState[]).includes(status);

/**
 * An area of a day on which people may sign up and check in; the day is held until the transaction ends.
 * @throws AppError `not_found`, for a draft too; `not_possible_now` / `cleanups_over` for one that is closed or cancelled
 */
export async function openArea(scope: Scope, areaId: string): Promise<AreaOfDay> {
	const found = await areaForShare(scope, areaId);
	if (!found || found.cleanup.status === 'draft') throw new AppError('not_found');
	if (!isOpen(found.cleanup.status)) throw new AppError('not_possible_now', 'cleanups_over');
	return found;
}

/** The same, which the actor leads. @throws AppError as `openArea`; `not_found` to who does not lead it */
export async function ledArea(scope: Scope, actor: Actor, areaId: string): Promise<AreaOfDay> {
	const found = await openArea(scope, areaId);
	if (!leads(actor, found.area)) throw new AppError('not_found');
	return found;
}

/**
 * Who acts for somebody else is his proxy at this very moment, or leads the area.
 * @throws AppError `not_allowed` / `cleanups_proxy`
 */
export async function requireRight(
	scope: Scope,
	actor: Actor,
	personId: string,
	area: AreaRow
): Promise<void> {
	if (leads(actor, area) || (await mayActFor(scope, actor, personId, 'book'))) return;
	throw new AppError('not_allowed', 'cleanups_proxy');
}
