import { and, arrayContains, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { buildings } from '../places/tables.server.ts';
import { households, memberships, people } from './tables.server.ts';
import type { PersonRow } from './queries.server.ts';

export interface PeopleFilter {
	tokens: string[];
	show: 'all' | 'unverified' | 'volunteers' | 'vulnerable';
	buildingId?: string | null;
	/** Only these. */
	among?: readonly string[] | undefined;
	limit: number;
	offset: number;
}

function filtered(scope: Scope, filter: PeopleFilter) {
	const isVolunteer = sql`exists (select 1 from ${memberships} m where m.community_id = ${people.communityId}
		and m.person_id = ${people.id} and m.role = 'volunteer' and m.ended_at is null)`;
	const livesIn = (
		buildingId: string
	) => sql`exists (select 1 from ${households} h where h.community_id = ${people.communityId}
		and h.id = ${people.householdId} and h.building_id = ${buildingId})`;
	return and(
		eq(people.communityId, scope.communityId),
		filter.tokens.length > 0 ? arrayContains(people.search, filter.tokens) : undefined,
		filter.show === 'unverified' ? and(isNull(people.verifiedAt), eq(people.kind, 'resident')) : undefined,
		filter.show === 'vulnerable' ? eq(people.vulnerable, true) : undefined,
		filter.show === 'volunteers' ? isVolunteer : undefined,
		filter.buildingId ? livesIn(filter.buildingId) : undefined,
		filter.among ? inArray(people.id, [...filter.among]) : undefined
	);
}

export interface ListedPerson extends PersonRow {
	building: string | null;
	buildingEn: string | null;
}

export async function listPeople(scope: Scope, filter: PeopleFilter): Promise<ListedPerson[]> {
	const rows = await scope.tx
		.select({ person: people, building: buildings.name, buildingEn: buildings.nameEn })
		.from(people)
		.leftJoin(
			households,
			and(eq(households.communityId, people.communityId), eq(households.id, people.householdId))
		)
		.leftJoin(
			buildings,
			and(eq(buildings.communityId, households.communityId), eq(buildings.id, households.buildingId))
		)
		.where(filtered(scope, filter))
		.orderBy(desc(people.createdAt), asc(people.name))
		.limit(filter.limit)
		.offset(filter.offset);
	return rows.map(({ person, building, buildingEn }) => ({ ...person, building, buildingEn }));
}

export async function countPeople(scope: Scope, filter: PeopleFilter): Promise<number> {
	const [row] = await scope.tx.select({ count: count() }).from(people).where(filtered(scope, filter));
	return row?.count ?? 0;
}
