import { and, asc, count, eq, gte, inArray, isNull, lt, lte, notExists, or, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { addDays, type Day } from '#lib/shared/time.ts';
import type { GroupRole } from './groups.ts';
import { groupPosts, groups } from './tables.server.ts';

export type PostRow = typeof groupPosts.$inferSelect;

/** With the name of who has it. */
export interface NamedPost extends PostRow {
	name: string;
}

const on = (day: Day) =>
	and(lte(groupPosts.since, day), or(isNull(groupPosts.until), gte(groupPosts.until, day)));

/** Who answers for what in a group on a day, those with the longest first. */
export async function postsOn(scope: Scope, groupId: string, day: Day): Promise<NamedPost[]> {
	const rows = await scope.tx
		.select({ row: groupPosts, name: people.name })
		.from(groupPosts)
		.innerJoin(
			people,
			and(eq(people.communityId, groupPosts.communityId), eq(people.id, groupPosts.personId))
		)
		.where(and(eq(groupPosts.communityId, scope.communityId), eq(groupPosts.groupId, groupId), on(day)))
		.orderBy(asc(groupPosts.since), asc(groupPosts.id));
	return rows.map(({ row, name }) => ({ ...row, name }));
}

/** The leaders of all groups on a day. */
export function leadersOn(scope: Scope, day: Day): Promise<{ groupId: string; name: string }[]> {
	return scope.tx
		.select({ groupId: groupPosts.groupId, name: people.name })
		.from(groupPosts)
		.innerJoin(
			people,
			and(eq(people.communityId, groupPosts.communityId), eq(people.id, groupPosts.personId))
		)
		.where(and(eq(groupPosts.communityId, scope.communityId), eq(groupPosts.role, 'leader'), on(day)))
		.orderBy(asc(groupPosts.since), asc(groupPosts.id));
}

/** How many groups that go on have neither leader nor deputy on a day. */
export async function countLeaderless(scope: Scope, day: Day): Promise<number> {
	const led = scope.tx
		.select({ one: sql`1` })
		.from(groupPosts)
		.where(
			and(
				eq(groupPosts.communityId, groups.communityId),
				eq(groupPosts.groupId, groups.id),
				inArray(groupPosts.role, ['leader', 'deputy']),
				on(day)
			)
		);
	const [row] = await scope.tx
		.select({ count: count() })
		.from(groups)
		.where(and(eq(groups.communityId, scope.communityId), isNull(groups.archivedAt), notExists(led)));
	return row?.count ?? 0;
}

export async function postById(scope: Scope, id: string): Promise<PostRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(groupPosts)
		.where(and(eq(groupPosts.communityId, scope.communityId), eq(groupPosts.id, id)));
	return row;
}

/** Gives somebody a role from a day on. False where he has it. */
export async function addPost(
	scope: Scope,
	row: { id: string; groupId: string; personId: string; role: GroupRole; since: Day }
): Promise<boolean> {
	const added = await scope.tx
		.insert(groupPosts)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: groupPosts.id });
	return added.length > 0;
}

/** Ends roles that stand, one or all of a person in a group: from this day on they are his no longer. */
export async function endPosts(
	scope: Scope,
	which: { id: string } | { groupId: string; personId: string },
	day: Day
): Promise<void> {
	const meant = and(
		eq(groupPosts.communityId, scope.communityId),
		'id' in which
			? eq(groupPosts.id, which.id)
			: and(eq(groupPosts.groupId, which.groupId), eq(groupPosts.personId, which.personId)),
		isNull(groupPosts.until)
	);
	// one that began today has lasted no whole day
	await scope.tx.delete(groupPosts).where(and(meant, gte(groupPosts.since, day)));
	await scope.tx
		.update(groupPosts)
		.set({ until: addDays(day, -1) })
		.where(and(meant, lt(groupPosts.since, day)));
}
