import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import type { Role } from './people.ts';
import { memberships, people } from './tables.server.ts';

export async function rolesOf(scope: Scope, personId: string): Promise<Role[]> {
	const rows = await scope.tx
		.select({ role: memberships.role })
		.from(memberships)
		.where(
			and(
				eq(memberships.communityId, scope.communityId),
				eq(memberships.personId, personId),
				isNull(memberships.endedAt)
			)
		);
	return rows.map((row) => row.role);
}

/** An account's person with its roles, in one statement: every page asks. */
export async function personActing(
	scope: Scope,
	accountId: string
): Promise<{ personId: string; name: string; verified: boolean; roles: Role[] } | null> {
	const [row] = await scope.tx
		.select({
			personId: people.id,
			name: people.name,
			verified: sql<boolean>`${people.verifiedAt} is not null`,
			roles: sql<Role[]>`array(
				select m.role from ${memberships} m
				where m.community_id = ${people.communityId} and m.person_id = ${people.id} and m.ended_at is null)`
		})
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), eq(people.accountId, accountId)));
	return row ?? null;
}

/** Roles of several people at once; who has none is not in the answer. */
export async function rolesOfMany(scope: Scope, personIds: string[]): Promise<Map<string, Role[]>> {
	const found = new Map<string, Role[]>();
	if (personIds.length === 0) return found;
	const rows = await scope.tx
		.select({ personId: memberships.personId, role: memberships.role })
		.from(memberships)
		.where(
			and(
				eq(memberships.communityId, scope.communityId),
				inArray(memberships.personId, personIds),
				isNull(memberships.endedAt)
			)
		);
	for (const { personId, role } of rows) found.set(personId, [...(found.get(personId) ?? []), role]);
	return found;
}

/** Gives a role, or gives it again after it ended. */
export async function grantRole(
	scope: Scope,
	personId: string,
	role: Role,
	grantedBy: string | null,
	now: Date
): Promise<void> {
	await scope.tx
		.insert(memberships)
		.values({ communityId: scope.communityId, personId, role, grantedBy, grantedAt: now })
		.onConflictDoUpdate({
			target: [memberships.communityId, memberships.personId, memberships.role],
			set: { endedAt: null, grantedBy, grantedAt: now }
		});
}

export async function endRole(scope: Scope, personId: string, role: Role, now: Date): Promise<void> {
	await scope.tx
		.update(memberships)
		.set({ endedAt: now })
		.where(
			and(
				eq(memberships.communityId, scope.communityId),
				eq(memberships.personId, personId),
				eq(memberships.role, role)
			)
		);
}

/** Ids of all who work here, for notices to the staff. */
export async function staffIds(scope: Scope): Promise<string[]> {
	const rows = await scope.tx
		.selectDistinct({ personId: memberships.personId })
		.from(memberships)
		.where(
			and(
				eq(memberships.communityId, scope.communityId),
				inArray(memberships.role, ['staff', 'admin']),
				isNull(memberships.endedAt)
			)
		);
	return rows.map((row) => row.personId);
}
