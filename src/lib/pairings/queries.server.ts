import { and, asc, desc, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm';
import { guests, people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { cards } from '#lib/volunteers/tables.server.ts';
import type { Two } from './pair-up.ts';
import type { CampaignState } from './pairings.ts';
import {
	campaignMembers,
	campaignResidents,
	campaigns,
	forbiddenPairs,
	pairings,
	proposals
} from './tables.server.ts';

/* Campaigns, who was chosen, and the plan. */

export type CampaignRow = typeof campaigns.$inferSelect;
export type CampaignResidentRow = typeof campaignResidents.$inferSelect;
export type ProposalRow = typeof proposals.$inferSelect;

export async function addCampaign(
	scope: Scope,
	row: Omit<typeof campaigns.$inferInsert, 'communityId'>
): Promise<void> {
	await scope.tx.insert(campaigns).values({ ...row, communityId: scope.communityId });
}

const ownCampaign = (scope: Scope, id: string) =>
	and(eq(campaigns.communityId, scope.communityId), eq(campaigns.id, id));

export async function campaignById(scope: Scope, id: string): Promise<CampaignRow | undefined> {
	const [row] = await scope.tx.select().from(campaigns).where(ownCampaign(scope, id));
	return row;
}

/** The community's part of a campaign of the sub-district. */
export async function campaignOfSubdistrict(scope: Scope, id: string): Promise<CampaignRow | undefined> {
	const [row] = await scope.tx
		.select()
		.from(campaigns)
		.where(and(eq(campaigns.communityId, scope.communityId), eq(campaigns.subdistrictCampaignId, id)));
	return row;
}

export function campaignsByIds(scope: Scope, ids: readonly string[]): Promise<CampaignRow[]> {
	if (ids.length === 0) return Promise.resolve([]);
	return scope.tx
		.select()
		.from(campaigns)
		.where(and(eq(campaigns.communityId, scope.communityId), inArray(campaigns.id, [...ids])));
}

/** The campaign, locked: whoever changes its plan does so alone. */
export async function campaignForUpdate(scope: Scope, id: string): Promise<CampaignRow | undefined> {
	const [row] = await scope.tx.select().from(campaigns).where(ownCampaign(scope, id)).for('update');
	return row;
}

export type CampaignChange = Partial<
	Omit<typeof campaigns.$inferInsert, 'communityId' | 'id' | 'version' | 'kind'>
>;

/** Changes a campaign where it is in one of `from`, and raises its version; undefined where it is not. */
export async function changeCampaign(
	scope: Scope,
	id: string,
	from: readonly CampaignState[],
	change: CampaignChange
): Promise<CampaignRow | undefined> {
	const [row] = await scope.tx
		.update(campaigns)
		.set({ ...change, version: sql`${campaigns.version} + 1` })
		.where(and(ownCampaign(scope, id), inArray(campaigns.status, [...from])))
		.returning();
	return row;
}

/** A campaign in the list, with how far it is. */
export interface ListedCampaign {
	campaign: CampaignRow;
	members: number;
	residents: number;
	pairs: number;
	met: number;
}

/** All campaigns, the newest first. */
export function listCampaigns(scope: Scope): Promise<ListedCampaign[]> {
	const counted = (table: typeof campaignMembers | typeof campaignResidents) =>
		sql<number>`(select count(*)::int from ${table} c where c.community_id = ${campaigns.communityId}
			and c.campaign_id = ${campaigns.id})`;
	const living = sql`from ${pairings} p where p.community_id = ${campaigns.communityId}
		and p.campaign_id = ${campaigns.id}`;
	return scope.tx
		.select({
			campaign: campaigns,
			members: counted(campaignMembers),
			residents: counted(campaignResidents),
			pairs: sql<number>`(select count(*)::int ${living} and p.status <> 'ended')`,
			met: sql<number>`(select count(*)::int ${living} and p.met_at is not null)`
		})
		.from(campaigns)
		.where(eq(campaigns.communityId, scope.communityId))
		.orderBy(desc(campaigns.createdAt))
		.limit(200);
}

/* Who was chosen. */

const inMembers = (scope: Scope, campaignId: string) =>
	and(eq(campaignMembers.communityId, scope.communityId), eq(campaignMembers.campaignId, campaignId));

const inResidents = (scope: Scope, campaignId: string) =>
	and(eq(campaignResidents.communityId, scope.communityId), eq(campaignResidents.campaignId, campaignId));

export async function memberIdsOf(scope: Scope, campaignId: string): Promise<string[]> {
	const rows = await scope.tx
		.select({ id: campaignMembers.personId })
		.from(campaignMembers)
		.where(inMembers(scope, campaignId));
	return rows.map(({ id }) => id);
}

/** How many pairs the community may give to each member for whom that is settled. */
export async function placesOf(scope: Scope, campaignId: string): Promise<Map<string, number>> {
	const rows = await scope.tx
		.select({ id: campaignMembers.personId, places: campaignMembers.places })
		.from(campaignMembers)
		.where(and(inMembers(scope, campaignId), isNotNull(campaignMembers.places)));
	return new Map(rows.map(({ id, places }) => [id, places!]));
}

/** Members who come from another community, and have no card of this one. */
export async function visitorsIn(
	scope: Scope,
	campaignId: string
): Promise<{ personId: string; homePersonId: string }[]> {
	return scope.tx
		.select({ personId: guests.personId, homePersonId: guests.homePersonId })
		.from(campaignMembers)
		.innerJoin(
			guests,
			and(eq(guests.communityId, campaignMembers.communityId), eq(guests.personId, campaignMembers.personId))
		)
		.innerJoin(
			cards,
			and(
				eq(cards.communityId, guests.communityId),
				eq(cards.personId, guests.personId),
				eq(cards.status, 'guest')
			)
		)
		.where(inMembers(scope, campaignId));
}

/** Says how many pairs the community may give to a member, who becomes one where that is new; null for no limit. */
export async function putPlaces(
	scope: Scope,
	campaignId: string,
	personId: string,
	places: number | null
): Promise<void> {
	const { communityId, tx } = scope;
	const key = [campaignMembers.communityId, campaignMembers.campaignId, campaignMembers.personId];
	await tx
		.insert(campaignMembers)
		.values({ communityId, campaignId, personId, places })
		.onConflictDoUpdate({ target: key, set: { places } });
}

/** Takes members out of the choice of whom the plan names none. */
export async function removeMembers(
	scope: Scope,
	campaignId: string,
	personIds: readonly string[]
): Promise<void> {
	if (personIds.length === 0) return;
	await scope.tx
		.delete(campaignMembers)
		.where(and(inMembers(scope, campaignId), inArray(campaignMembers.personId, [...personIds])));
}

/** Chosen residents, by name. */
export async function residentsOf(
	scope: Scope,
	campaignId: string,
	personId?: string
): Promise<CampaignResidentRow[]> {
	const rows = await scope.tx
		.select({ row: campaignResidents })
		.from(campaignResidents)
		.innerJoin(
			people,
			and(eq(people.communityId, campaignResidents.communityId), eq(people.id, campaignResidents.personId))
		)
		.where(
			and(
				inResidents(scope, campaignId),
				personId === undefined ? undefined : eq(campaignResidents.personId, personId)
			)
		)
		.orderBy(asc(people.name), asc(people.id));
	return rows.map(({ row }) => row);
}

/** Makes these the members; proposals with others become open ones. */
export async function replaceMembers(
	scope: Scope,
	campaignId: string,
	personIds: readonly string[]
): Promise<void> {
	const { communityId, tx } = scope;
	const gone = personIds.length === 0 ? undefined : notInArray(campaignMembers.personId, [...personIds]);
	const left = personIds.length === 0 ? undefined : notInArray(proposals.memberId, [...personIds]);
	await tx
		.update(proposals)
		.set({ memberId: null, cost: null, parts: [], locked: false })
		.where(and(eq(proposals.communityId, communityId), eq(proposals.campaignId, campaignId), left));
	await tx.delete(campaignMembers).where(and(inMembers(scope, campaignId), gone));
	await insertMany(
		scope,
		campaignMembers,
		personIds.map((personId) => ({ campaignId, personId })),
		'skip'
	);
}

/** A resident to be chosen, with what is wished. */
export type ChosenResident = Omit<CampaignResidentRow, 'communityId' | 'campaignId'>;

/** Takes residents out of the choice, with their proposals. */
export async function removeResidents(
	scope: Scope,
	campaignId: string,
	personIds: readonly string[]
): Promise<void> {
	if (personIds.length === 0) return;
	await scope.tx
		.delete(campaignResidents)
		.where(and(inResidents(scope, campaignId), inArray(campaignResidents.personId, [...personIds])));
}

/** Adds residents to the choice; those who are there stay as they are. */
export function addResidents(
	scope: Scope,
	campaignId: string,
	residents: readonly ChosenResident[]
): Promise<void> {
	return insertMany(
		scope,
		campaignResidents,
		residents.map((one) => ({ campaignId, ...one })),
		'skip'
	);
}

/** Changes what one of them wishes; false where that resident was not chosen. */
export async function changeResident(
	scope: Scope,
	campaignId: string,
	{ personId, ...wishes }: ChosenResident
): Promise<boolean> {
	const changed = await scope.tx
		.update(campaignResidents)
		.set(wishes)
		.where(and(inResidents(scope, campaignId), eq(campaignResidents.personId, personId)))
		.returning({ personId: campaignResidents.personId });
	return changed.length > 0;
}

/* The plan. */

const inPlan = (scope: Scope, campaignId: string) =>
	and(eq(proposals.communityId, scope.communityId), eq(proposals.campaignId, campaignId));

export function proposalsOf(scope: Scope, campaignId: string): Promise<ProposalRow[]> {
	return scope.tx.select().from(proposals).where(inPlan(scope, campaignId));
}

export type NewProposal = Omit<typeof proposals.$inferInsert, 'communityId' | 'campaignId'>;

/** Puts a plan in the place of the one before. */
export async function replaceProposals(
	scope: Scope,
	campaignId: string,
	rows: readonly NewProposal[]
): Promise<void> {
	await scope.tx.delete(proposals).where(inPlan(scope, campaignId));
	await addProposals(scope, campaignId, rows);
}

export function addProposals(scope: Scope, campaignId: string, rows: readonly NewProposal[]): Promise<void> {
	return insertMany(
		scope,
		proposals,
		rows.map((row) => ({ campaignId, ...row }))
	);
}

/** Changes the proposal of one resident while it names the member that staff saw; false where it does not. */
export async function changeProposal(
	scope: Scope,
	campaignId: string,
	{ residentId, memberId }: { residentId: string; memberId: string | null },
	change: Partial<Omit<NewProposal, 'residentId'>>
): Promise<boolean> {
	const changed = await scope.tx
		.update(proposals)
		.set(change)
		.where(
			and(
				inPlan(scope, campaignId),
				eq(proposals.residentId, residentId),
				sql`${proposals.memberId} is not distinct from ${memberId}`
			)
		)
		.returning({ residentId: proposals.residentId });
	return changed.length > 0;
}

/** Takes proposals out of the plan while they are as staff saw them, and returns those that were. */
export async function takeProposals(
	scope: Scope,
	campaignId: string,
	pairs: readonly Two[]
): Promise<ProposalRow[]> {
	if (pairs.length === 0) return [];
	const seen = new Map(pairs.map(({ residentId, memberId }) => [residentId, memberId]));
	const rows = await scope.tx
		.select()
		.from(proposals)
		.where(and(inPlan(scope, campaignId), inArray(proposals.residentId, [...seen.keys()])))
		.for('update');
	const same = rows.filter(({ residentId, memberId }) => seen.get(residentId) === memberId);
	if (same.length === 0) return [];
	const ids = same.map(({ residentId }) => residentId);
	await scope.tx.delete(proposals).where(and(inPlan(scope, campaignId), inArray(proposals.residentId, ids)));
	return same;
}

/** Takes one resident out of the plan. */
export async function removeProposal(scope: Scope, campaignId: string, residentId: string): Promise<void> {
	await scope.tx
		.delete(proposals)
		.where(and(inPlan(scope, campaignId), eq(proposals.residentId, residentId)));
}

/** From here on the plan counts as seen: what it is compared with is how it stands now. */
export async function markSeen(scope: Scope, campaignId: string): Promise<void> {
	await scope.tx
		.update(proposals)
		.set({ beforeId: sql`${proposals.memberId}` })
		.where(inPlan(scope, campaignId));
}

/* Pairs that are ruled out. */

export async function forbiddenIn(scope: Scope, campaignId: string): Promise<Two[]> {
	return scope.tx
		.select({ residentId: forbiddenPairs.residentId, memberId: forbiddenPairs.memberId })
		.from(forbiddenPairs)
		.where(and(eq(forbiddenPairs.communityId, scope.communityId), eq(forbiddenPairs.campaignId, campaignId)));
}

export async function forbidPair(
	{ tx, communityId }: Scope,
	campaignId: string,
	{ residentId, memberId }: Two
): Promise<void> {
	await tx
		.insert(forbiddenPairs)
		.values({ communityId, campaignId, residentId, memberId })
		.onConflictDoNothing();
}

export async function allowPair(
	scope: Scope,
	campaignId: string,
	{ residentId, memberId }: Two
): Promise<void> {
	await scope.tx
		.delete(forbiddenPairs)
		.where(
			and(
				eq(forbiddenPairs.communityId, scope.communityId),
				eq(forbiddenPairs.campaignId, campaignId),
				eq(forbiddenPairs.residentId, residentId),
				eq(forbiddenPairs.memberId, memberId)
			)
		);
}
