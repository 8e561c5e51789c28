import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { statesBefore } from '#lib/shared/states.ts';
import type { MemberState } from './groups.ts';
import { memberTransitions } from './membership.ts';
import { groupMembers } from './tables.server.ts';

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
		.where(
			and(
				eq(groupMembers.communityId, scope.communityId),
				eq(groupMembers.groupId, groupId),
				inArray(groupMembers.personId, [...personIds]),
				isNull(groupMembers.endedAt)
			)
		);
}

/** Moves somebody on where his state still allows it. */
export async function moveMember(
	scope: Scope,
	id: string,
	change: Partial<Omit<MemberRow, 'communityId' | 'id'>> & { status: MemberState }
): Promise<boolean> {
	const moved = await scope.tx
		.update(groupMembers)
		.set(change)
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

export async function countMembers(scope: Scope, groupId: string): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(groupMembers)
		.where(
			and(
				eq(groupMembers.communityId, scope.communityId),
				eq(groupMembers.groupId, groupId),
				eq(groupMembers.status, 'member')
			)
		);
	return row?.count ?? 0;
}

/** Somebody on the list, with the name and the key under which the answer is sealed. */
export interface NamedMember extends MemberRow {
	name: string;
	wrappedKey: Buffer;
}

/** All on the list in one of these states, by how long. */
export async function membersOf(
	scope: Scope,
	groupId: string,
	states: readonly MemberState[]
): Promise<NamedMember[]> {
	const rows = await scope.tx
		.select({ row: groupMembers, name: people.name, wrappedKey: people.wrappedKey })
		.from(groupMembers)
		.innerJoin(
			people,
			and(eq(people.communityId, groupMembers.communityId), eq(people.id, groupMembers.personId))
		)
		.where(
			and(
				eq(groupMembers.communityId, scope.communityId),
				eq(groupMembers.groupId, groupId),
				inArray(groupMembers.status, [...states])
			)
		)
		.orderBy(asc(groupMembers.since), asc(groupMembers.id));
	return rows.map(({ row, ...person }) => ({ ...row, ...person }));
}
