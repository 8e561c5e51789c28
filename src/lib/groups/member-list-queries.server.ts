import { and, asc, count, eq, sql } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { standing, type MemberRow } from './member-queries.server.ts';
import type { StandingState } from './membership.ts';
import { groupMembers } from './tables.server.ts';

/** Somebody on the list, with the name and the key under which the answer is sealed. */
export interface NamedMember extends MemberRow {
	name: string;
	wrappedKey: Buffer;
}

/** Who is looked for on a group's list. */
export interface MemberFilter {
	status: StandingState;
	/** Only who agreed that other members see the name. */
	shown?: true;
	/** Only who has all of these in the name. */
	tokens?: readonly string[];
}

function fits(scope: Scope, groupId: string, { status, shown, tokens = [] }: MemberFilter) {
	return and(
		standing(scope, groupId, status),
		shown && eq(groupMembers.shown, true),
		tokens.length > 0
			? sql`exists (select 1 from ${people} p where p.community_id = ${groupMembers.communityId}
				and p.id = ${groupMembers.personId} and p.search @> ${sql.param([...tokens], people.search)})`
			: undefined
	);
}

/** A part of a group's list, those who have stood there longest first. Names are looked up for that part alone. */
export async function membersOf(
	scope: Scope,
	groupId: string,
	filter: MemberFilter,
	{ limit, offset = 0 }: { limit: number; offset?: number }
): Promise<NamedMember[]> {
	const part = scope.tx
		.select()
		.from(groupMembers)
		.where(fits(scope, groupId, filter))
		.orderBy(asc(groupMembers.since), asc(groupMembers.id))
		.limit(limit)
		.offset(offset)
		.as('part');
	const { name, wrappedKey } = people;
	return scope.tx
		.select({ ...part._.selectedFields, name, wrappedKey })
		.from(part)
		.innerJoin(people, and(eq(people.communityId, part.communityId), eq(people.id, part.personId)))
		.orderBy(asc(part.since), asc(part.id));
}

export async function countMembers(
	scope: Scope,
	groupId: string,
	filter: MemberFilter = { status: 'member' }
): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(groupMembers)
		.where(fits(scope, groupId, filter));
	return row?.count ?? 0;
}

/** A member of a group by the id of his place on the list. */
export async function namedMember(
	scope: Scope,
	groupId: string,
	id: string
): Promise<NamedMember | undefined> {
	const [found] = await scope.tx
		.select({ row: groupMembers, name: people.name, wrappedKey: people.wrappedKey })
		.from(groupMembers)
		.innerJoin(
			people,
			and(eq(people.communityId, groupMembers.communityId), eq(people.id, groupMembers.personId))
		)
		.where(and(standing(scope, groupId, 'member'), eq(groupMembers.id, id)));
	return found && { ...found.row, name: found.name, wrappedKey: found.wrappedKey };
}
