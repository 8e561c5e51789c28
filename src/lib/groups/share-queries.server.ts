import { and, arrayContains, asc, count, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';
import { guests } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { statesBefore } from '#lib/shared/states.ts';
import type { GroupRow } from './queries.server.ts';
import { shareTransitions, type ShareState } from './shares.ts';
import { groupMembers, groups, groupShares } from './tables.server.ts';

export type ShareRow = typeof groupShares.$inferSelect;

/** Writes down the copy of one community. False where the group is offered or open to that one already. */
export async function addShare(scope: Scope, row: Omit<ShareRow, 'communityId'>): Promise<boolean> {
	const added = await scope.tx
		.insert(groupShares)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: groupShares.id });
	return added.length > 0;
}

/** A share in which this community has a part. */
export async function shareById(scope: Scope, id: string): Promise<ShareRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(groupShares)
		.where(and(eq(groupShares.communityId, scope.communityId), eq(groupShares.id, id)));
	return row;
}

/** Moves the copy of one community on where its state still allows it. */
export async function moveShare(
	scope: Scope,
	id: string,
	change: { status: ShareState; changedAt: Date }
): Promise<boolean> {
	const moved = await scope.tx
		.update(groupShares)
		.set(change)
		.where(
			and(
				eq(groupShares.communityId, scope.communityId),
				eq(groupShares.id, id),
				inArray(groupShares.status, statesBefore(shareTransitions, change.status))
			)
		)
		.returning({ id: groupShares.id });
	return moved.length > 0;
}

/** To whom a group of this community is offered or open, the first first. */
export function sharesOf(scope: Scope, groupId: string): Promise<ShareRow[]> {
	return scope.tx
		.select()
		.from(groupShares)
		.where(
			and(
				eq(groupShares.communityId, scope.communityId),
				eq(groupShares.homeId, scope.communityId),
				eq(groupShares.groupId, groupId),
				inArray(groupShares.status, ['offered', 'agreed'])
			)
		)
		.orderBy(asc(groupShares.offeredAt), asc(groupShares.id));
}

/** What other communities share with this one, in these states. */
export function sharesWithUs(scope: Scope, states: readonly ShareState[]): Promise<ShareRow[]> {
	return scope.tx
		.select()
		.from(groupShares)
		.where(
			and(
				eq(groupShares.communityId, scope.communityId),
				eq(groupShares.hostId, scope.communityId),
				inArray(groupShares.status, [...states])
			)
		)
		.orderBy(asc(groupShares.offeredAt), asc(groupShares.id));
}

/** True where a group of this community is open to that one; until the transaction ends nobody ends that. */
export async function holdShare(scope: Scope, groupId: string, hostId: string): Promise<boolean> {
	const [row] = await scope.tx
		.select({ id: groupShares.id })
		.from(groupShares)
		.where(
			and(
				eq(groupShares.communityId, scope.communityId),
				eq(groupShares.groupId, groupId),
				eq(groupShares.hostId, hostId),
				eq(groupShares.status, 'agreed')
			)
		)
		.for('share');
	return row !== undefined;
}

/** A group of this community as a share makes it known to another one. */
export interface SharedGroup extends GroupRow {
	shareId: string;
	shareStatus: ShareState;
}

/**
 * The groups of this community that go on and that it shares with that one, by name. Those that it does not share are not
 * found, whatever is asked.
 * @param filter.tokens all of which a group must be found by
 */
export function groupsSharedWith(
	scope: Scope,
	hostId: string,
	{ states, tokens = [] }: { states: readonly ShareState[]; tokens?: string[] }
): Promise<SharedGroup[]> {
	return scope.tx
		.select({ ...getTableColumns(groups), shareId: groupShares.id, shareStatus: groupShares.status })
		.from(groupShares)
		.innerJoin(
			groups,
			and(eq(groups.communityId, groupShares.communityId), eq(groups.id, groupShares.groupId))
		)
		.where(
			and(
				eq(groupShares.communityId, scope.communityId),
				eq(groupShares.hostId, hostId),
				inArray(groupShares.status, [...states]),
				isNull(groups.archivedAt),
				tokens.length > 0 ? arrayContains(groups.search, tokens) : undefined
			)
		)
		.orderBy(asc(groups.name), asc(groupShares.status));
}

/** How many members from another community each group of this one has; who has none is not in the answer. */
export async function membersFrom(scope: Scope, homeCommunityId: string): Promise<Map<string, number>> {
	const rows = await scope.tx
		.select({ groupId: groupMembers.groupId, count: count() })
		.from(groupMembers)
		.innerJoin(
			guests,
			and(eq(guests.communityId, groupMembers.communityId), eq(guests.personId, groupMembers.personId))
		)
		.where(
			and(
				eq(groupMembers.communityId, scope.communityId),
				eq(groupMembers.status, 'member'),
				eq(guests.homeCommunityId, homeCommunityId)
			)
		)
		.groupBy(groupMembers.groupId);
	return new Map(rows.map(({ groupId, count }) => [groupId, count]));
}
