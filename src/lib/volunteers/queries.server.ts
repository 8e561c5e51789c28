import { and, arrayContains, asc, count, eq, gte, inArray, sql } from 'drizzle-orm';
import { households, people } from '#lib/accounts/tables.server.ts';
import { among } from '#lib/db/among.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildings } from '#lib/places/tables.server.ts';
import { heldSkills } from '#lib/skills/tables.server.ts';
import { absences, availability, cards } from './tables.server.ts';
import type { CardState } from './volunteers.ts';

export type CardRow = typeof cards.$inferSelect;
export type AvailabilityRow = typeof availability.$inferSelect;
export type AbsenceRow = typeof absences.$inferSelect;
export type SkillRow = typeof heldSkills.$inferSelect;

export async function cardOf(scope: Scope, personId: string): Promise<CardRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(cards)
		.where(and(eq(cards.communityId, scope.communityId), eq(cards.personId, personId)));
	return row;
}

/** Writes a card, whether or not there is one. */
export async function putCard(
	scope: Scope,
	row: Omit<typeof cards.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx
		.insert(cards)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoUpdate({ target: [cards.communityId, cards.personId], set: row });
}

/** Begins a card; leaves the one that there is. */
export async function addCard(
	scope: Scope,
	row: Omit<typeof cards.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx
		.insert(cards)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing();
}

/** Changes what a card tells, in whatever state it is. */
export async function changeCard(
	scope: Scope,
	personId: string,
	change: Partial<Omit<typeof cards.$inferInsert, 'communityId' | 'personId' | 'status'>>
): Promise<void> {
	await scope.tx
		.update(cards)
		.set(change)
		.where(and(eq(cards.communityId, scope.communityId), eq(cards.personId, personId)));
}

/** The card, locked until the transaction ends. */
export async function cardForUpdate(scope: Scope, personId: string): Promise<CardRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(cards)
		.where(and(eq(cards.communityId, scope.communityId), eq(cards.personId, personId)))
		.for('update');
	return row;
}

/** Moves a card where it still is in one of `from`; false where it is not. */
export async function moveCard(
	scope: Scope,
	personId: string,
	from: CardState[],
	change: Partial<Omit<typeof cards.$inferInsert, 'communityId' | 'personId'>>
): Promise<boolean> {
	const moved = await scope.tx
		.update(cards)
		.set(change)
		.where(
			and(eq(cards.communityId, scope.communityId), eq(cards.personId, personId), inArray(cards.status, from))
		)
		.returning({ personId: cards.personId });
	return moved.length > 0;
}

export async function countCards(scope: Scope, status: CardState): Promise<number> {
	const [row] = await scope.tx
		.select({ count: count() })
		.from(cards)
		.where(and(eq(cards.communityId, scope.communityId), eq(cards.status, status)));
	return row?.count ?? 0;
}

export function availabilityOf(scope: Scope, personIds: string[]): Promise<AvailabilityRow[]> {
	if (personIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(availability)
		.where(and(eq(availability.communityId, scope.communityId), inArray(availability.personId, personIds)))
		.orderBy(asc(availability.weekday), asc(availability.fromMinute));
}

export async function replaceAvailability(
	scope: Scope,
	personId: string,
	hours: Omit<AvailabilityRow, 'communityId' | 'personId'>[]
): Promise<void> {
	const { communityId } = scope;
	await scope.tx
		.delete(availability)
		.where(and(eq(availability.communityId, communityId), eq(availability.personId, personId)));
	if (hours.length === 0) return;
	await scope.tx.insert(availability).values(hours.map((one) => ({ ...one, communityId, personId })));
}

/** Absences that have not ended before `from`. */
export function absencesFrom(scope: Scope, personIds: string[], from: string): Promise<AbsenceRow[]> {
	if (personIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(absences)
		.where(
			and(
				eq(absences.communityId, scope.communityId),
				inArray(absences.personId, personIds),
				gte(absences.toDay, from)
			)
		)
		.orderBy(asc(absences.fromDay));
}

/**
 * The usual hours of everyone in the community, `[weekday, fromMinute, toMinute]` each. One row a person: a thousand
 * people have six thousand spans, and a row for each costs more than all the rules of matching.
 * @param ids these people alone
 */
export async function everyonesHours(
	scope: Scope,
	ids?: readonly string[]
): Promise<Map<string, [number, number, number][]>> {
	const spans = sql<[number, number, number][]>`json_agg(json_build_array(
		${availability.weekday}, ${availability.fromMinute}, ${availability.toMinute}))`;
	const rows = await scope.tx
		.select({ personId: availability.personId, spans })
		.from(availability)
		.where(and(eq(availability.communityId, scope.communityId), among(availability.personId, ids)))
		.groupBy(availability.personId);
	return new Map(rows.map(({ personId, spans }) => [personId, spans]));
}

/** Absences of everyone in the community that have not ended before `from`. @param ids these people's alone */
export function everyonesAbsences(
	scope: Scope,
	from: string,
	ids?: readonly string[]
): Promise<AbsenceRow[]> {
	return scope.tx
		.select()
		.from(absences)
		.where(
			and(
				eq(absences.communityId, scope.communityId),
				gte(absences.toDay, from),
				among(absences.personId, ids)
			)
		);
}

export async function addAbsence(scope: Scope, row: Omit<AbsenceRow, 'communityId'>): Promise<void> {
	await scope.tx
		.insert(absences)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing();
}

/** Puts these in the place of all absences of a person. */
export async function replaceAbsences(
	scope: Scope,
	personId: string,
	away: Omit<AbsenceRow, 'communityId' | 'personId'>[]
): Promise<void> {
	const { communityId } = scope;
	await scope.tx
		.delete(absences)
		.where(and(eq(absences.communityId, communityId), eq(absences.personId, personId)));
	if (away.length === 0) return;
	await scope.tx.insert(absences).values(away.map((one) => ({ ...one, communityId, personId })));
}

export async function removeAbsence(scope: Scope, personId: string, id: string): Promise<void> {
	await scope.tx
		.delete(absences)
		.where(
			and(eq(absences.communityId, scope.communityId), eq(absences.personId, personId), eq(absences.id, id))
		);
}

export function skillsOf(scope: Scope, personIds: string[]): Promise<SkillRow[]> {
	if (personIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(heldSkills)
		.where(and(eq(heldSkills.communityId, scope.communityId), inArray(heldSkills.personId, personIds)));
}

/** What everyone in the community can do. @param ids these people alone */
export function everyonesSkills(scope: Scope, ids?: readonly string[]): Promise<SkillRow[]> {
	return scope.tx
		.select()
		.from(heldSkills)
		.where(and(eq(heldSkills.communityId, scope.communityId), among(heldSkills.personId, ids)));
}

/** Puts these in the place of all skills of a person. */
export async function replaceSkills(
	scope: Scope,
	personId: string,
	skills: Omit<SkillRow, 'communityId' | 'personId'>[]
): Promise<void> {
	const { communityId } = scope;
	await scope.tx
		.delete(heldSkills)
		.where(and(eq(heldSkills.communityId, communityId), eq(heldSkills.personId, personId)));
	if (skills.length === 0) return;
	await scope.tx.insert(heldSkills).values(skills.map((one) => ({ ...one, communityId, personId })));
}

/** Writes down that staff have seen that someone can do these; those not held are passed over. */
export async function confirmSkills(
	scope: Scope,
	personId: string,
	skills: string[],
	by: { confirmedAt: Date; confirmedBy: string }
): Promise<void> {
	if (skills.length === 0) return;
	await scope.tx
		.update(heldSkills)
		.set(by)
		.where(
			and(
				eq(heldSkills.communityId, scope.communityId),
				eq(heldSkills.personId, personId),
				inArray(heldSkills.skill, skills)
			)
		);
}

/** What matching looks at on a card. */
const matchingColumns = {
	personId: cards.personId,
	status: cards.status,
	partyMember: cards.partyMember,
	vettedUntil: cards.vettedUntil,
	insuredUntil: cards.insuredUntil,
	hobbies: cards.hobbies,
	languages: cards.languages,
	healthLimits: cards.healthLimits,
	reachMetres: cards.reachMetres,
	activeTasksMax: cards.activeTasksMax,
	weeklyMinutesMax: cards.weeklyMinutesMax,
	expiresOn: cards.expiresOn
};

/** Everything matching needs to know of one volunteer. */
export interface VolunteerRow {
	card: Pick<CardRow, keyof typeof matchingColumns>;
	name: string;
	gender: 'female' | 'male' | null;
	bornOn: string | null;
	householdId: string | null;
	east: number | null;
	north: number | null;
}

const handedIn: readonly CardState[] = ['submitted', 'approved', 'returned', 'ended'];

/**
 * All who have a card that was handed in.
 * @param also cards in these states beside them
 * @param ids these people alone
 */
export function volunteerRows(
	scope: Scope,
	also: readonly CardState[] = [],
	ids?: readonly string[]
): Promise<VolunteerRow[]> {
	return scope.tx
		.select({
			card: matchingColumns,
			name: people.name,
			gender: people.gender,
			bornOn: people.bornOn,
			householdId: people.householdId,
			east: buildings.east,
			north: buildings.north
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
		.where(
			and(
				eq(cards.communityId, scope.communityId),
				inArray(cards.status, [...handedIn, ...also]),
				among(cards.personId, ids)
			)
		);
}

/** A card in the desk's list. */
export interface CardLine {
	personId: string;
	name: string;
	partyMember: boolean;
	building: string | null;
	buildingEn: string | null;
	submittedAt: Date | null;
	expiresOn: string | null;
}

/** All cards in one state whose holders' names have these tokens, in no order. */
export function cardLines(scope: Scope, status: CardState, tokens: string[]): Promise<CardLine[]> {
	return scope.tx
		.select({
			personId: cards.personId,
			name: people.name,
			partyMember: cards.partyMember,
			building: buildings.name,
			buildingEn: buildings.nameEn,
			submittedAt: cards.submittedAt,
			expiresOn: cards.expiresOn
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
		.where(
			and(
				eq(cards.communityId, scope.communityId),
				eq(cards.status, status),
				tokens.length > 0 ? arrayContains(people.search, tokens) : undefined
			)
		);
}

/** How many cards there are in each state. @param tokens of a search; without any all are counted */
export async function cardCounts(
	scope: Scope,
	tokens: string[]
): Promise<Partial<Record<CardState, number>>> {
	const rows = await scope.tx
		.select({ status: cards.status, count: count() })
		.from(cards)
		.innerJoin(people, and(eq(people.communityId, cards.communityId), eq(people.id, cards.personId)))
		.where(
			and(
				eq(cards.communityId, scope.communityId),
				tokens.length > 0 ? arrayContains(people.search, tokens) : undefined
			)
		)
		.groupBy(cards.status);
	return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}
