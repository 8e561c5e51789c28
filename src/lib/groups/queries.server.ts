import {
	and,
	arrayContains,
	asc,
	count,
	eq,
	gte,
	inArray,
	isNotNull,
	isNull,
	lte,
	or,
	sql
} from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { venues } from '#lib/places/tables.server.ts';
import { standingStates } from './membership.ts';
import type { Standing } from './rights.ts';
import { groupMembers, groupPosts, groups } from './tables.server.ts';

export type GroupRow = typeof groups.$inferSelect;

const one = (scope: Scope, id: string) => and(eq(groups.communityId, scope.communityId), eq(groups.id, id));

/**
 * What somebody is in a group on a day; undefined where there is no such group.
 * @param day local day, on which dated roles must stand
 */
export async function rightsIn(
	scope: Scope,
	groupId: string,
	personId: string,
	day: string
): Promise<Standing | undefined> {
	const { communityId } = scope;
	const own = sql`r.community_id = ${communityId} and r.group_id = ${groupId} and r.person_id = ${personId}`;
	const [row] = await scope.tx
		.select({
			archived: sql<boolean>`${groups.archivedAt} is not null`,
			member: sql<boolean>`exists (select 1 from ${groupMembers} r where ${own} and r.status = 'member')`,
			roles: sql<Standing['roles']>`array(select r.role from ${groupPosts} r
				where ${own} and r.since <= ${day} and (r.until is null or r.until >= ${day}))`
		})
		.from(groups)
		.where(one(scope, groupId));
	return row;
}

/** A group, archived or not. */
export async function groupById(scope: Scope, id: string): Promise<GroupRow | undefined> {
	const [row] = await scope.tx.select().from(groups).where(one(scope, id));
	return row;
}

/** The same, locked until the transaction ends: its places are counted by one at a time. */
export async function groupForUpdate(scope: Scope, id: string): Promise<GroupRow | undefined> {
	const [row] = await scope.tx.select().from(groups).where(one(scope, id)).for('update');
	return row;
}

/**
 * Groups by name.
 * @param filter.tokens all of which a group must be found by
 */
export function listGroups(
	scope: Scope,
	{ tokens = [], archived = false }: { tokens?: string[]; archived?: boolean }
): Promise<GroupRow[]> {
	return scope.tx
		.select()
		.from(groups)
		.where(
			and(
				eq(groups.communityId, scope.communityId),
				archived ? isNotNull(groups.archivedAt) : isNull(groups.archivedAt),
				tokens.length > 0 ? arrayContains(groups.search, tokens) : undefined
			)
		)
		.orderBy(asc(groups.name), asc(groups.id));
}

/** Those among these that somebody leads or helps to lead on a day, or belongs to, has asked for or is invited to. */
export async function groupIdsOf(scope: Scope, personId: string, day: string): Promise<Set<string>> {
	const belongs = await scope.tx
		.select({ groupId: groupMembers.groupId })
		.from(groupMembers)
		.where(
			and(
				eq(groupMembers.communityId, scope.communityId),
				eq(groupMembers.personId, personId),
				inArray(groupMembers.status, [...standingStates])
			)
		);
	const answers = await scope.tx
		.select({ groupId: groupPosts.groupId })
		.from(groupPosts)
		.where(
			and(
				eq(groupPosts.communityId, scope.communityId),
				eq(groupPosts.personId, personId),
				lte(groupPosts.since, day),
				or(isNull(groupPosts.until), gte(groupPosts.until, day))
			)
		);
	return new Set([...belongs, ...answers].map(({ groupId }) => groupId));
}

/** Founds a group. False where there is one of that name. */
export async function addGroup(
	scope: Scope,
	row: Omit<typeof groups.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(groups)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: groups.id });
	return added.length > 0;
}

/** Changes a group where it still is as somebody saw it. */
export async function changeGroup(
	scope: Scope,
	seen: { id: string; version: number },
	change: Partial<Omit<GroupRow, 'communityId' | 'id' | 'version'>>
): Promise<boolean> {
	const changed = await scope.tx
		.update(groups)
		.set({ ...change, version: seen.version + 1 })
		.where(and(one(scope, seen.id), eq(groups.version, seen.version)))
		.returning({ id: groups.id });
	return changed.length > 0;
}

/** Gives all groups of a unit to another one, or to none. @returns their ids */
export async function handOver(scope: Scope, unitId: string, heirId: string | null): Promise<string[]> {
	const moved = await scope.tx
		.update(groups)
		.set({ partnerId: heirId, version: sql`${groups.version} + 1` })
		.where(and(eq(groups.communityId, scope.communityId), eq(groups.partnerId, unitId)))
		.returning({ id: groups.id });
	return moved.map(({ id }) => id);
}

/** True where another group that goes on has this name. */
export async function isNameTaken(scope: Scope, name: string, except: string): Promise<boolean> {
	const [row] = await scope.tx
		.select({ taken: sql<boolean>`bool_or(${groups.id} <> ${except})` })
		.from(groups)
		.where(and(eq(groups.communityId, scope.communityId), eq(groups.name, name), isNull(groups.archivedAt)));
	return row?.taken ?? false;
}

/** Where a group may meet: the venues that are lent, by name. */
export function venuesToMeetIn(scope: Scope): Promise<{ id: string; name: string; nameEn: string }[]> {
	return scope.tx
		.select({ id: venues.id, name: venues.name, nameEn: venues.nameEn })
		.from(venues)
		.where(and(eq(venues.communityId, scope.communityId), eq(venues.closed, false)))
		.orderBy(asc(venues.name));
}

/** Where a group meets, with the way there. */
export async function venueOf(
	scope: Scope,
	{ venueId }: Pick<GroupRow, 'venueId'>
): Promise<{ name: string; nameEn: string; address: string; addressEn: string } | undefined> {
	if (!venueId) return undefined;
	const { name, nameEn, address, addressEn } = venues;
	const [row] = await scope.tx
		.select({ name, nameEn, address, addressEn })
		.from(venues)
		.where(and(eq(venues.communityId, scope.communityId), eq(venues.id, venueId)));
	return row;
}

/** How many members each group has; who has none is not in the answer. */
export async function memberCounts(scope: Scope): Promise<Map<string, number>> {
	const rows = await scope.tx
		.select({ groupId: groupMembers.groupId, count: count() })
		.from(groupMembers)
		.where(and(eq(groupMembers.communityId, scope.communityId), eq(groupMembers.status, 'member')))
		.groupBy(groupMembers.groupId);
	return new Map(rows.map(({ groupId, count }) => [groupId, count]));
}
