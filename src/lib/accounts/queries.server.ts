import {
	and,
	arrayContains,
	asc,
	count,
	desc,
	eq,
	getTableColumns,
	gt,
	inArray,
	isNull,
	lt,
	or,
	sql
} from 'drizzle-orm';
import type { GlobalScope, Scope } from '../db/client.server.ts';
import { buildings, communities } from '../places/tables.server.ts';
import type { ConsentPurpose, Role } from './people.ts';
import {
	accounts,
	avoidances,
	consents,
	gridOfficers,
	guests,
	households,
	memberships,
	people,
	sessions,
	signInCodes,
	supervisors
} from './tables.server.ts';

export type AccountRow = typeof accounts.$inferSelect;
export type PersonRow = typeof people.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;
export type CodeRow = typeof signInCodes.$inferSelect;
export type HouseholdRow = typeof households.$inferSelect;

/* Accounts, codes and sessions: of no community. */

export async function accountByPhone(scope: GlobalScope, phoneHash: string): Promise<AccountRow | undefined> {
	const [row] = await scope.tx.select().from(accounts).where(eq(accounts.phoneHash, phoneHash));
	return row;
}

export async function accountById(scope: GlobalScope, id: string): Promise<AccountRow | undefined> {
	const [row] = await scope.tx.select().from(accounts).where(eq(accounts.id, id));
	return row;
}

/** Whoever else locks this account waits until the transaction ends. */
export async function lockAccount(scope: GlobalScope, id: string): Promise<void> {
	await scope.tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id)).for('update');
}

/** Adds an account, or leaves the one that this phone has meanwhile. */
export async function addAccount(scope: GlobalScope, row: AccountRow): Promise<AccountRow> {
	await scope.tx.insert(accounts).values(row).onConflictDoNothing();
	return (await accountByPhone(scope, row.phoneHash))!;
}

export async function addCode(scope: GlobalScope, row: typeof signInCodes.$inferInsert): Promise<void> {
	await scope.tx.insert(signInCodes).values(row);
}

/** One attempt, locked, so that two guesses at once count as two. */
export async function codeForUpdate(scope: GlobalScope, id: string): Promise<CodeRow | undefined> {
	const [row] = await scope.tx.select().from(signInCodes).where(eq(signInCodes.id, id)).for('update');
	return row;
}

export async function codesAsked(
	scope: GlobalScope,
	by: { phoneHash: string; addressHash: string },
	since: { phone: Date; address: Date }
): Promise<{ byPhone: Date[]; byAddress: Date[] }> {
	// One at a time per phone and per address: without these locks a burst would pass the limits together.
	for (const hash of [by.phoneHash, by.addressHash].sort()) {
		await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`);
	}
	const at = { createdAt: signInCodes.createdAt };
	const byPhone = await scope.tx
		.select(at)
		.from(signInCodes)
		.where(and(eq(signInCodes.phoneHash, by.phoneHash), gt(signInCodes.createdAt, since.phone)));
	const byAddress = await scope.tx
		.select(at)
		.from(signInCodes)
		.where(and(eq(signInCodes.addressHash, by.addressHash), gt(signInCodes.createdAt, since.address)));
	return { byPhone: byPhone.map((r) => r.createdAt), byAddress: byAddress.map((r) => r.createdAt) };
}

export async function countTry(scope: GlobalScope, id: string): Promise<void> {
	await scope.tx
		.update(signInCodes)
		.set({ tries: sql`${signInCodes.tries} + 1` })
		.where(eq(signInCodes.id, id));
}

export async function useCode(scope: GlobalScope, id: string, now: Date): Promise<void> {
	await scope.tx.update(signInCodes).set({ usedAt: now }).where(eq(signInCodes.id, id));
}

export async function forgetOldCodes(scope: GlobalScope, before: Date): Promise<void> {
	await scope.tx.delete(signInCodes).where(lt(signInCodes.createdAt, before));
}

export async function addSession(scope: GlobalScope, row: SessionRow): Promise<void> {
	await scope.tx.insert(sessions).values(row);
}

export async function sessionByHash(scope: GlobalScope, idHash: string): Promise<SessionRow | undefined> {
	const [row] = await scope.tx.select().from(sessions).where(eq(sessions.idHash, idHash));
	return row;
}

/** Sessions of an account, newest first. */
export function sessionsOf(scope: GlobalScope, accountId: string): Promise<SessionRow[]> {
	return scope.tx
		.select()
		.from(sessions)
		.where(eq(sessions.accountId, accountId))
		.orderBy(desc(sessions.createdAt));
}

export async function moveExpiry(scope: GlobalScope, idHash: string, expiresAt: Date): Promise<void> {
	await scope.tx
		.update(sessions)
		.set({ expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${sessions.endsAt})` })
		.where(eq(sessions.idHash, idHash));
}

export async function endSession(scope: GlobalScope, idHash: string): Promise<void> {
	await scope.tx.delete(sessions).where(eq(sessions.idHash, idHash));
}

/** Ends one of an account's own sessions; another account's is not found. */
export async function endOwnSession(scope: GlobalScope, accountId: string, idHash: string): Promise<boolean> {
	const ended = await scope.tx
		.delete(sessions)
		.where(and(eq(sessions.accountId, accountId), eq(sessions.idHash, idHash)))
		.returning({ idHash: sessions.idHash });
	return ended.length > 0;
}

export async function endSessionsOf(scope: GlobalScope, accountId: string): Promise<void> {
	await scope.tx.delete(sessions).where(eq(sessions.accountId, accountId));
}

export async function forgetEndedSessions(scope: GlobalScope, now: Date): Promise<void> {
	await scope.tx.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.endsAt, now)));
}

/** The communities in which an account is known, found through its own people rows. */
export function communitiesOfAccount(
	scope: GlobalScope,
	accountId: string
): Promise<{ id: string; slug: string; name: string; nameEn: string; zone: string; personId: string }[]> {
	const { id, slug, name, nameEn, zone } = communities;
	return scope.tx
		.select({ id, slug, name, nameEn, zone, personId: people.id })
		.from(people)
		.innerJoin(communities, eq(communities.id, people.communityId))
		.where(eq(people.accountId, accountId))
		.orderBy(asc(people.createdAt));
}

/** A community as its sub-district knows it. */
export interface SupervisedCommunity {
	id: string;
	subdistrictId: string;
	slug: string;
	name: string;
	nameEn: string;
	zone: string;
}

/** The communities of the sub-districts that an account supervises, by name. */
export function supervisedCommunities(scope: GlobalScope, accountId: string): Promise<SupervisedCommunity[]> {
	const { id, subdistrictId, slug, name, nameEn, zone } = communities;
	return scope.tx
		.select({ id, subdistrictId, slug, name, nameEn, zone })
		.from(supervisors)
		.innerJoin(communities, eq(communities.subdistrictId, supervisors.subdistrictId))
		.where(eq(supervisors.accountId, accountId))
		.orderBy(asc(communities.name));
}

/* People: as one community knows them. */

export async function wrappedCommunityKey(scope: Scope): Promise<Buffer> {
	const [row] = await scope.tx
		.select({ wrappedKey: communities.wrappedKey })
		.from(communities)
		.where(eq(communities.id, scope.communityId));
	if (!row) throw new Error('no such community');
	return row.wrappedKey;
}

export async function personByAccount(scope: Scope, accountId: string): Promise<PersonRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), eq(people.accountId, accountId)));
	return row;
}

export async function personById(scope: Scope, id: string): Promise<PersonRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), eq(people.id, id)));
	return row;
}

/** A unit on whose behalf things are done, by its name; the oldest of several. */
export async function unitNamed(scope: Scope, name: string): Promise<PersonRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), eq(people.kind, 'unit'), eq(people.name, name)))
		.orderBy(asc(people.createdAt))
		.limit(1);
	return row;
}

/** Until the transaction ends nobody else is registered under this phone; whoever tries waits. */
export async function holdPhone(scope: Scope, phoneHash: string): Promise<void> {
	const key = `${scope.communityId}:${phoneHash}`;
	await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

export async function personByPhone(scope: Scope, phoneHash: string): Promise<PersonRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), eq(people.phoneHash, phoneHash)));
	return row;
}

export function peopleByIds(scope: Scope, ids: string[]): Promise<PersonRow[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(people)
		.where(and(eq(people.communityId, scope.communityId), inArray(people.id, ids)));
}

export async function changePerson(
	scope: Scope,
	id: string,
	change: Partial<Omit<typeof people.$inferInsert, 'communityId' | 'id'>>
): Promise<void> {
	await scope.tx
		.update(people)
		.set(change)
		.where(and(eq(people.communityId, scope.communityId), eq(people.id, id)));
}

/** Marks a person as seen by staff. False where somebody has done so already. */
export async function markVerified(
	scope: Scope,
	id: string,
	seen: { verifiedAt: Date; verifiedBy: string }
): Promise<boolean> {
	const marked = await scope.tx
		.update(people)
		.set(seen)
		.where(and(eq(people.communityId, scope.communityId), eq(people.id, id), isNull(people.verifiedAt)))
		.returning({ id: people.id });
	return marked.length > 0;
}

/** Gives an account to the person that this community already knows under its phone. False where it has one. */
export async function claimPerson(scope: Scope, id: string, accountId: string): Promise<boolean> {
	const claimed = await scope.tx
		.update(people)
		.set({ accountId })
		.where(and(eq(people.communityId, scope.communityId), eq(people.id, id), isNull(people.accountId)))
		.returning({ id: people.id });
	return claimed.length > 0;
}

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

export interface HomeRow extends HouseholdRow {
	building: string;
	buildingEn: string;
	gridId: string;
	east: number;
	north: number;
}

export async function homeById(scope: Scope, id: string): Promise<HomeRow | undefined> {
	return (await homesByIds(scope, [id]))[0];
}

export async function homesByIds(scope: Scope, ids: readonly string[]): Promise<HomeRow[]> {
	if (ids.length === 0) return [];
	const rows = await scope.tx
		.select({ household: households, building: buildings })
		.from(households)
		.innerJoin(
			buildings,
			and(eq(buildings.communityId, households.communityId), eq(buildings.id, households.buildingId))
		)
		.where(and(eq(households.communityId, scope.communityId), inArray(households.id, [...ids])));
	return rows.map(({ household, building: { name, nameEn, gridId, east, north } }) => ({
		...household,
		building: name,
		buildingEn: nameEn,
		gridId,
		east,
		north
	}));
}

/** Adds a home, or finds the one that has this door. */
export async function addHome(scope: Scope, row: Omit<HouseholdRow, 'communityId'>): Promise<string> {
	await scope.tx
		.insert(households)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing();
	const [home] = await scope.tx
		.select({ id: households.id })
		.from(households)
		.where(and(eq(households.communityId, scope.communityId), eq(households.doorHash, row.doorHash)));
	return home!.id;
}

export async function gridOfficerOf(scope: Scope, gridId: string): Promise<PersonRow | undefined> {
	const [row] = await scope.tx
		.select({ person: people })
		.from(gridOfficers)
		.innerJoin(
			people,
			and(eq(people.communityId, gridOfficers.communityId), eq(people.id, gridOfficers.personId))
		)
		.where(and(eq(gridOfficers.communityId, scope.communityId), eq(gridOfficers.gridId, gridId)));
	return row?.person;
}

/* Consent and avoidance. */

export function consentsOf(scope: Scope, personId: string): Promise<(typeof consents.$inferSelect)[]> {
	return scope.tx
		.select()
		.from(consents)
		.where(and(eq(consents.communityId, scope.communityId), eq(consents.personId, personId)))
		.orderBy(desc(consents.givenAt));
}

export async function standingConsent(
	scope: Scope,
	personId: string,
	purpose: ConsentPurpose
): Promise<{ version: number } | undefined> {
	const [row] = await scope.tx
		.select({ version: consents.version })
		.from(consents)
		.where(
			and(
				eq(consents.communityId, scope.communityId),
				eq(consents.personId, personId),
				eq(consents.purpose, purpose),
				isNull(consents.withdrawnAt)
			)
		);
	return row;
}

/** Which of these people consent to something at present. */
export async function consentingAmong(
	scope: Scope,
	personIds: readonly string[],
	purpose: ConsentPurpose
): Promise<Set<string>> {
	if (personIds.length === 0) return new Set();
	const rows = await scope.tx
		.select({ personId: consents.personId })
		.from(consents)
		.where(
			and(
				eq(consents.communityId, scope.communityId),
				inArray(consents.personId, [...personIds]),
				eq(consents.purpose, purpose),
				isNull(consents.withdrawnAt)
			)
		);
	return new Set(rows.map(({ personId }) => personId));
}

/** Adds a consent. False where the same one stands already. */
export async function addConsent(
	scope: Scope,
	row: Omit<typeof consents.$inferInsert, 'communityId'>
): Promise<boolean> {
	const added = await scope.tx
		.insert(consents)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: consents.id });
	return added.length > 0;
}

export async function withdrawStanding(
	scope: Scope,
	personId: string,
	purpose: ConsentPurpose,
	now: Date
): Promise<boolean> {
	const ended = await scope.tx
		.update(consents)
		.set({ withdrawnAt: now })
		.where(
			and(
				eq(consents.communityId, scope.communityId),
				eq(consents.personId, personId),
				eq(consents.purpose, purpose),
				isNull(consents.withdrawnAt)
			)
		)
		.returning({ id: consents.id });
	return ended.length > 0;
}

/** Everyone whom this person is not to meet, whichever of the two wished it. */
export async function avoidedBy(scope: Scope, personId: string): Promise<string[]> {
	return (await avoidedByEach(scope, [personId])).get(personId) ?? [];
}

/** The same for several people. */
export async function avoidedByEach(
	scope: Scope,
	personIds: readonly string[]
): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>(personIds.map((id) => [id, []]));
	if (personIds.length === 0) return found;
	const ids = [...personIds];
	const rows = await scope.tx
		.select()
		.from(avoidances)
		.where(
			and(
				eq(avoidances.communityId, scope.communityId),
				or(inArray(avoidances.personId, ids), inArray(avoidances.avoidedId, ids))
			)
		);
	for (const { personId, avoidedId } of rows) {
		found.get(personId)?.push(avoidedId);
		found.get(avoidedId)?.push(personId);
	}
	return found;
}

export async function addAvoidance(
	scope: Scope,
	personId: string,
	avoidedId: string,
	now: Date
): Promise<void> {
	await scope.tx
		.insert(avoidances)
		.values({ communityId: scope.communityId, personId, avoidedId, since: now })
		.onConflictDoNothing();
}

/** Undoes it, whichever of the two had wished it. */
export async function removeAvoidance(scope: Scope, personId: string, avoidedId: string): Promise<void> {
	const pair = (a: string, b: string) => and(eq(avoidances.personId, a), eq(avoidances.avoidedId, b));
	await scope.tx
		.delete(avoidances)
		.where(
			and(
				eq(avoidances.communityId, scope.communityId),
				or(pair(personId, avoidedId), pair(avoidedId, personId))
			)
		);
}

/* The desk's list of people. */

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

/* People of other communities who come here. */

export type GuestRow = typeof guests.$inferSelect;

/** Until the transaction ends nobody else makes a guest of this person here; whoever tries waits. */
export async function holdGuest(scope: Scope, homePersonId: string): Promise<void> {
	const key = `${scope.communityId}:${homePersonId}`;
	await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}

export async function addGuest(scope: Scope, row: Omit<GuestRow, 'communityId'>): Promise<void> {
	await scope.tx.insert(guests).values({ ...row, communityId: scope.communityId });
}

/** The guest that a person of another community is here. */
export async function guestFrom(scope: Scope, homePersonId: string): Promise<GuestRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(guests)
		.where(and(eq(guests.communityId, scope.communityId), eq(guests.homePersonId, homePersonId)));
	return row;
}

/** Everybody who has come here from another community. */
export function guestsOf(scope: Scope): Promise<GuestRow[]> {
	return scope.tx.select().from(guests).where(eq(guests.communityId, scope.communityId));
}

/** Those of these people who are guests, with the name of the community they come from. */
export function guestsAmong(
	scope: Scope,
	personIds: readonly string[]
): Promise<(GuestRow & { home: string; homeEn: string })[]> {
	if (personIds.length === 0) return Promise.resolve([]);
	return scope.tx
		.select({ ...getTableColumns(guests), home: communities.name, homeEn: communities.nameEn })
		.from(guests)
		.innerJoin(communities, eq(communities.id, guests.homeCommunityId))
		.where(and(eq(guests.communityId, scope.communityId), inArray(guests.personId, [...personIds])));
}
