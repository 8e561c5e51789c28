import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import { alsoIn, type Scope } from '#lib/db/client.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { communityById, sisterCommunities } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Here } from '#lib/ui/dates.ts';
import { openGroup } from './group-for.server.ts';
import { groupById } from './queries.server.ts';
import { movesOf, type ShareState } from './shares.ts';
import * as query from './share-queries.server.ts';
import { leadingIds, tell } from './tell.server.ts';

/**
 * Offers a group to another community of the sub-district, whose staff are told.
 * @throws AppError `not_allowed`, `not_found`, `lapsed` / `group`; `invalid` / `community` for one that is not next door;
 *   `already_taken` / `group_share`
 */
export async function offerGroup(
	scope: Scope,
	actor: Actor,
	{ groupId, hostId }: { groupId: string; hostId: string },
	here: Here
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const { id } = await openGroup(scope, groupId);
	const sisters = await sisterCommunities(scope);
	if (!sisters.some((one) => one.id === hostId)) throw new AppError('invalid', 'community');
	const share: query.ShareRow = {
		...{ communityId: scope.communityId, id: newId(), homeId: scope.communityId, hostId, groupId: id },
		...{ status: 'offered', offeredAt: here.now, changedAt: here.now }
	};
	if (!(await query.addShare(scope, share))) throw new AppError('already_taken', 'group_share');
	const host = await alsoIn(scope, hostId);
	await query.addShare(host, share);
	await happened(scope, actor, share, { home: scope, host }, here);
}

/**
 * Staff of one side move a share on: the host agrees or refuses, the home takes its offer back, either ends what was agreed. Who
 * has joined stays; nobody new comes.
 * @throws AppError `not_allowed`; `not_found` for a community that has no part in it; `changed_meanwhile` / `group_share`
 *   where it stands otherwise by now, or that is for the other side to do
 */
export async function moveShare(
	scope: Scope,
	actor: Actor,
	{ id, to }: { id: string; to: ShareState },
	here: Here
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const share = await query.shareById(scope, id);
	if (!share) throw new AppError('not_found');
	const isHome = share.homeId === scope.communityId;
	const other = await alsoIn(scope, isHome ? share.hostId : share.homeId);
	const sides = isHome ? { home: scope, host: other } : { home: other, host: scope };
	const change = { status: to, changedAt: here.now };
	const mayMove = movesOf(isHome ? 'home' : 'host', share.status).includes(to);
	// the copy of the home first, always: of two who move it at once the second waits there
	if (
		!mayMove ||
		!(await query.moveShare(sides.home, id, change)) ||
		!(await query.moveShare(sides.host, id, change))
	)
		throw new AppError('changed_meanwhile', 'group_share');
	await happened(scope, actor, { ...share, status: to }, sides, here);
}

interface Sides {
	home: Scope;
	host: Scope;
}

const news = {
	offered: 'staff_group_offered',
	agreed: 'staff_group_agreed',
	refused: 'staff_group_refused',
	withdrawn: 'staff_group_unshared',
	ended: 'staff_group_unshared'
} as const satisfies Record<ShareState, NoticeTemplate>;

/** Writes down in both communities what happened, who did it only in his own, and tells the staff of the other one. */
async function happened(
	scope: Scope,
	actor: Actor,
	{ id, groupId, status }: query.ShareRow,
	{ home, host }: Sides,
	here: Here
): Promise<void> {
	const subject = { kind: 'group', id: groupId } as const;
	for (const side of [home, host]) {
		const by = side === scope ? actor.personId : null;
		await recordEvent(side, subject, `share_${status}`, by, here.now, { shareId: id });
	}
	const group = (await groupById(home, groupId))!;
	const us = (await communityById(scope, scope.communityId))!;
	const params = { group: group.name, groupEn: group.nameEn, by: us.name, byEn: us.nameEn };
	const [told, path] = scope === home ? [host, '/desk/groups'] : [home, `/desk/groups/${groupId}`];
	await notify(
		told,
		await staffIds(told),
		{ template: news[status], params, path, about: `${id}:${status}` },
		here.now
	);
	if (status !== 'agreed') return;
	const by = { by: us.name, byEn: us.nameEn };
	await tell(
		home,
		group,
		await leadingIds(home, groupId, here),
		{ template: 'group_shared', about: id, params: by },
		here
	);
}
