import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Scope } from '#lib/db/client.server.ts';
import { statesBefore } from '#lib/shared/states.ts';
import type { MemberState } from './groups.ts';
import { memberTransitions, type StandingState } from './membership.ts';
import { groupMembers, groups } from './tables.server.ts';

export type MemberRow = typeof groupMembers.$inferSelect;

/** Puts somebody on the list. False where he stands there already. */
export async function addMember(
	scope: Scope,
	row: Omit<typeof groupMembers.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(groupMembers)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: groupMembers.id });
	return added.length > 0;
}

export async function memberById(scope: Scope, id: string): Promise<MemberRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(groupMembers)
		.where(and(eq(groupMembers.communityId, scope.communityId), eq(groupMembers.id, id)));
	return row;
}

/** How each of these people stands with a group: belongs, has asked, is invited. */
export function standingOf(
	scope: Scope,
	groupId: string,
	personIds: readonly string[]
): Promise<MemberRow[]> {
	return scope.tx
		.select()
		.from(groupMembers)
		.where(and(standing(scope, groupId), inArray(groupMembers.personId, [...personIds])));
}

/** The groups that go on in which somebody is, to which he is invited, or to which he has asked to come. */
export function standingsOf(
	scope: Scope,
	personId: string
): Promise<{ groupId: string; name: string; nameEn: string }[]> {
	return scope.tx
		.select({ groupId: groups.id, name: groups.name, nameEn: groups.nameEn })
		.from(groupMembers)
		.innerJoin(
			groups,
			and(eq(groups.communityId, groupMembers.communityId), eq(groups.id, groupMembers.groupId))
		)
		.where(
			and(
				eq(groupMembers.communityId, scope.communityId),
				eq(groupMembers.personId, personId),
				isNull(groupMembers.endedAt),
				isNull(groups.archivedAt)
			)
		)
		.orderBy(asc(groupMembers.since));
}

/** Moves somebody on where his state still allows it. The answer to the question has served then, and is forgotten. */
export async function moveMember(
	scope: Scope,
	id: string,
	change: Partial<Omit<MemberRow, 'communityId' | 'id'>> & { status: MemberState }
): Promise<boolean> {
	const moved = await scope.tx
		.update(groupMembers)
		.set({ ...change, answerSealed: null })
		.where(
			and(
				eq(groupMembers.communityId, scope.communityId),
				eq(groupMembers.id, id),
				inArray(groupMembers.status, statesBefore(memberTransitions, change.status))
			)
		)
		.returning({ id: groupMembers.id });
	return moved.length > 0;
}

/** Those who stand on a group's list in one of these states, or in any: by the index of what goes on. */
export function standing(scope: Scope, groupId: string, ...states: readonly MemberState[]) {
	return and(
		eq(groupMembers.communityId, scope.communityId),
		eq(groupMembers.groupId, groupId),
		isNull(groupMembers.endedAt),
		states.length > 0 ? inArray(groupMembers.status, [...states]) : undefined
	);
}

/** How many stand on a group's list in each state, and how many members agreed that others see their names. */
export async function countStanding(
	scope: Scope,
	groupId: string
): Promise<Record<StandingState | 'shown', number>> {
	const { status, shown } = groupMembers;
	const where = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
	const [row] = await scope.tx
		.select({
			asked: where(eq(status, 'asked')),
			invited: where(eq(status, 'invited')),
			member: where(eq(status, 'member')),
			shown: where(and(eq(status, 'member'), shown)!)
		})
		.from(groupMembers)
		.where(standing(scope, groupId));
	return row!;
}

/** Ids of all who belong to a group, or stand on its list in one of these states: for what is told to everybody. */
export async function memberIds(
	scope: Scope,
	groupId: string,
	states: readonly StandingState[] = ['member']
): Promise<string[]> {
	const rows = await scope.tx
		.select({ personId: groupMembers.personId })
		.from(groupMembers)
		.where(standing(scope, groupId, ...states));
	return rows.map(({ personId }) => personId);
}
