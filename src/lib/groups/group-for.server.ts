import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { countMembers } from './member-list-queries.server.ts';
import { requireRoom } from './membership.ts';
import { groupById, groupForUpdate, rightsIn, type GroupRow } from './queries.server.ts';
import { mayLead, type Standing } from './rights.ts';

/** What somebody is in a group. @throws AppError `not_found` */
export async function standingIn(
	scope: Scope,
	groupId: string,
	{ personId }: Pick<Actor, 'personId'>,
	{ now, zone }: Here
): Promise<Standing> {
	const standing = await rightsIn(scope, groupId, personId, dayOf(now, zone));
	if (!standing) throw new AppError('not_found');
	return standing;
}

/**
 * A group that goes on, locked until the transaction ends.
 * @throws AppError `not_found`; `lapsed` / `group` for one that is archived
 */
export async function openGroup(scope: Scope, id: string): Promise<GroupRow> {
	const group = await groupForUpdate(scope, id);
	if (!group) throw new AppError('not_found');
	if (group.archivedAt) throw new AppError('lapsed', 'group');
	return group;
}

/**
 * The same for one who leads it.
 * @throws AppError also `not_allowed`
 */
export async function ledGroup(
	scope: Scope,
	actor: Actor,
	id: string,
	here: Here
): Promise<{ group: GroupRow; standing: Standing }> {
	const group = await openGroup(scope, id);
	const standing = await standingIn(scope, id, actor, here);
	if (!mayLead(actor, standing)) throw new AppError('not_allowed');
	return { group, standing };
}

/**
 * A group for a page of one who leads it.
 * @throws AppError `not_found`, also for everybody else
 */
export async function ledPage(scope: Scope, actor: Actor, id: string, here: Here): Promise<GroupRow> {
	const group = await groupById(scope, id);
	if (!group || !mayLead(actor, await standingIn(scope, id, actor, here))) throw new AppError('not_found');
	return group;
}

/**
 * Somebody more fits into a group that is locked. Where everybody does, nobody is counted.
 * @throws AppError `already_taken` / `group_full`
 */
export async function requirePlace(scope: Scope, { id, places }: GroupRow): Promise<void> {
	if (places !== null) requireRoom({ members: await countMembers(scope, id), places });
}

/**
 * Whoever joins or leaves for somebody else is staff, or his proxy at this very moment.
 * @throws AppError `not_allowed` / `group_proxy`
 */
export async function requireRight(scope: Scope, actor: Actor, personId: string): Promise<void> {
	if (isStaff(actor) || (await mayActFor(scope, actor, personId, 'book'))) return;
	throw new AppError('not_allowed', 'group_proxy');
}
