import { and, asc, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { households, people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildings } from '#lib/places/tables.server.ts';
import { requests } from '#lib/requests/tables.server.ts';
import type { Day } from '#lib/shared/time.ts';
import { heldSkills } from '#lib/skills/tables.server.ts';
import { cards } from '#lib/volunteers/tables.server.ts';

/* Whom a campaign could be made of. */

/** A volunteer with an approved card. */
export interface MemberLine {
	personId: string;
	name: string;
	partyMember: boolean;
	partyBranch: string | null;
	teams: string[];
	vettedUntil: string | null;
	expiresOn: string | null;
	building: string | null;
	buildingEn: string | null;
}

/** Everybody with an approved card, by name. */
export function memberLines(scope: Scope): Promise<MemberLine[]> {
	return scope.tx
		.select({
			personId: cards.personId,
			name: people.name,
			partyMember: cards.partyMember,
			partyBranch: cards.partyBranch,
			teams: cards.willingness,
			vettedUntil: cards.vettedUntil,
			expiresOn: cards.expiresOn,
			building: buildings.name,
			buildingEn: buildings.nameEn
		})
		.from(cards)
		.innerJoin(people, and(eq(people.communityId, cards.communityId), eq(people.id, cards.personId)))
		.leftJoin(
			households,
			and(eq(households.communityId, people.communityId), eq(households.id, people.householdId))
		)
		.leftJoin(
			buildings,
			and(eq(buildings.communityId, households.communityId), eq(buildings.id, households.buildingId))
		)
		.where(and(eq(cards.communityId, scope.communityId), eq(cards.status, 'approved')))
		.orderBy(asc(people.name), asc(people.id));
}

/** Skills of everybody that have not expired on a local day, by person. */
export async function skillsOfAll(scope: Scope, today: Day): Promise<Map<string, Set<string>>> {
	const rows = await scope.tx
		.select({ personId: heldSkills.personId, skills: sql<string[]>`array_agg(${heldSkills.skill})` })
		.from(heldSkills)
		.where(
			and(
				eq(heldSkills.communityId, scope.communityId),
				or(isNull(heldSkills.expiresOn), gte(heldSkills.expiresOn, today))
			)
		)
		.groupBy(heldSkills.personId);
	return new Map(rows.map(({ personId, skills }) => [personId, new Set(skills)]));
}

/** A resident whom staff have verified. */
export interface ResidentLine {
	personId: string;
	name: string;
	gender: 'female' | 'male' | null;
	bornOn: string | null;
	vulnerable: boolean;
	/** Nobody else is known in the household. */
	alone: boolean;
	building: string | null;
	buildingEn: string | null;
}

/** Verified residents, by name. */
export function residentLines(scope: Scope): Promise<ResidentLine[]> {
	return scope.tx
		.select({
			personId: people.id,
			name: people.name,
			gender: people.gender,
			bornOn: people.bornOn,
			vulnerable: people.vulnerable,
			alone: sql<boolean>`${people.householdId} is not null and count(*) over (partition by ${people.householdId}) = 1`,
			building: buildings.name,
			buildingEn: buildings.nameEn
		})
		.from(people)
		.leftJoin(
			households,
			and(eq(households.communityId, people.communityId), eq(households.id, people.householdId))
		)
		.leftJoin(
			buildings,
			and(eq(buildings.communityId, households.communityId), eq(buildings.id, households.buildingId))
		)
		.where(
			and(
				eq(people.communityId, scope.communityId),
				eq(people.kind, 'resident'),
				isNotNull(people.verifiedAt)
			)
		)
		.orderBy(asc(people.name), asc(people.id));
}

/** What somebody has asked for, how often, and what was wished of the helper last. */
export interface Asked {
	personId: string;
	need: string;
	times: number;
	wishGender: 'female' | 'male' | null;
	wishLanguage: string | null;
}

/**
 * What people have asked for since an instant.
 * @param personIds only of these; of everybody where absent
 */
export function askedSince(scope: Scope, since: Date, personIds?: readonly string[]): Promise<Asked[]> {
	if (personIds?.length === 0) return Promise.resolve([]);
	const last = (column: typeof requests.wishGender | typeof requests.wishLanguage) =>
		sql`(array_agg(${column} order by ${requests.createdAt} desc) filter (where ${column} is not null))[1]`;
	return scope.tx
		.select({
			personId: requests.forPersonId,
			need: requests.need,
			times: sql<number>`count(*)::int`,
			wishGender: sql<'female' | 'male' | null>`${last(requests.wishGender)}`,
			wishLanguage: sql<string | null>`${last(requests.wishLanguage)}`
		})
		.from(requests)
		.where(
			and(
				eq(requests.communityId, scope.communityId),
				gte(requests.createdAt, since),
				personIds ? inArray(requests.forPersonId, [...personIds]) : undefined
			)
		)
		.groupBy(requests.forPersonId, requests.need);
}
