import type { PgTable } from 'drizzle-orm/pg-core';
import { newAccountKey, newCommunityKey, phoneHash, sealAccountPhone } from '#lib/accounts/keys.server.ts';
import * as activity from '#lib/activities/tables.server.ts';
import * as cleanup from '#lib/cleanups/tables.server.ts';
import { courseCompletions, courses } from '#lib/courses/tables.server.ts';
import * as account from '#lib/accounts/tables.server.ts';
import { events, openings } from '#lib/audit/tables.server.ts';
import * as booking from '#lib/booking/tables.server.ts';
import type { GlobalScope, Scope } from '#lib/db/client.server.ts';
import { unwrapKey } from '#lib/db/vault.server.ts';
import { files } from '#lib/files/tables.server.ts';
import * as group from '#lib/groups/tables.server.ts';
import { tickets } from '#lib/hall/tables.server.ts';
import * as hours from '#lib/hours/tables.server.ts';
import * as matching from '#lib/matching/tables.server.ts';
import * as pairing from '#lib/pairings/tables.server.ts';
import { notices } from '#lib/notifications/tables.server.ts';
import { partnerUnits } from '#lib/partners/tables.server.ts';
import * as place from '#lib/places/tables.server.ts';
import { serviceRecords } from '#lib/records/tables.server.ts';
import { requests, requestWindows } from '#lib/requests/tables.server.ts';
import { heldSkills } from '#lib/skills/tables.server.ts';
import { tasks } from '#lib/tasks/tables.server.ts';
import { venueBookings } from '#lib/venues/tables.server.ts';
import { absences, availability, cards } from '#lib/volunteers/tables.server.ts';
import { insert } from './insert.server.ts';
import { develop } from './pictures.server.ts';
import type { CommunityWorld, World } from './rows.ts';
import { sealRows } from './seal.server.ts';

/** Wrapped keys of communities by id: those that are kept when a world is loaded again. */
export type CommunityKeys = ReadonlyMap<string, Buffer>;

/** Inserts what belongs to no community: sub-district, accounts, and the communities with their keys. */
export async function fillCommon(scope: GlobalScope, world: World, kept: CommunityKeys): Promise<void> {
	await insert(scope, place.subdistricts, [world.subdistrict]);
	await insert(
		scope,
		place.communities,
		world.communities.map(({ community }) => ({
			...community,
			wrappedKey: kept.get(community.id) ?? newCommunityKey(community.id)
		}))
	);
	await insert(
		scope,
		account.accounts,
		world.accounts.map(({ phone, ...row }) => {
			const wrappedKey = newAccountKey(row.id);
			const phoneSealed = sealAccountPhone(row.id, wrappedKey, phone);
			return { ...row, phoneHash: phoneHash(phone), phoneSealed, wrappedKey };
		})
	);
	await insert(scope, account.supervisors, world.supervisors);
	await insert(scope, pairing.subdistrictCampaigns, world.jointCampaigns);
}

/** Rows of one table. */
export interface Batch {
	table: PgTable;
	rows: object[];
}

/**
 * Inserts the rows of one community.
 * @param onShare told the share of them that is in, 0 … 1
 */
export async function fillCommunity(
	scope: Scope,
	batches: Batch[],
	onShare: (share: number) => void
): Promise<void> {
	const { communityId } = scope;
	const total = batches.reduce((sum, { rows }) => sum + rows.length, 0);
	let done = 0;
	for (const { table, rows } of batches) {
		await insert(
			scope,
			table,
			rows.map((row) => ({ communityId, ...row }))
		);
		onShare((done += rows.length) / total);
	}
}

function batch<T extends PgTable>(table: T, rows: Omit<T['$inferInsert'], 'communityId'>[]): Batch {
	return { table, rows };
}

/** Seals the rows of a community, draws its pictures, and puts them in the order in which they lean on each other. */
export async function batchesOf(world: CommunityWorld, wrappedKey: Buffer): Promise<Batch[]> {
	const sealed = sealRows(world, unwrapKey('master', wrappedKey, `community:${world.community.id}`));
	return [
		batch(place.grids, world.grids),
		batch(place.compounds, world.compounds),
		batch(place.buildings, world.buildings),
		batch(place.stations, world.stations),
		batch(place.desks, world.desks),
		batch(place.venues, world.venues),
		batch(place.servicePoints, world.servicePoints),
		batch(account.households, sealed.homes),
		batch(account.people, sealed.people),
		batch(account.memberships, world.memberships),
		batch(account.gridOfficers, world.gridOfficers),
		batch(account.consents, world.consents),
		batch(account.avoidances, world.avoidances),
		batch(account.proxies, world.proxies),
		batch(cards, world.cards),
		batch(heldSkills, world.heldSkills),
		batch(availability, world.availability),
		batch(absences, world.absences),
		batch(requests, sealed.requests),
		batch(requestWindows, world.requestWindows),
		batch(matching.approvals, world.approvals),
		batch(matching.approvedCandidates, world.approvedCandidates),
		batch(matching.offers, world.offers),
		batch(tasks, sealed.tasks),
		batch(serviceRecords, world.serviceRecords),
		batch(pairing.campaigns, world.campaigns),
		batch(pairing.campaignMembers, world.campaignMembers),
		batch(pairing.campaignResidents, world.campaignResidents),
		batch(pairing.pairings, world.pairings),
		batch(pairing.pairingReviews, world.pairingReviews),
		batch(hours.calendarYears, world.calendarYears),
		batch(hours.calendarDays, world.calendarDays),
		batch(hours.hoursRules, world.hoursRules),
		batch(hours.hoursExceptions, world.hoursExceptions),
		batch(hours.shiftPatterns, world.shiftPatterns),
		batch(hours.rosterLines, world.rosterLines),
		batch(hours.rosterWeeks, world.rosterWeeks),
		batch(hours.duties, world.duties),
		batch(hours.dutySwaps, world.dutySwaps),
		batch(booking.services, world.services),
		batch(booking.serviceDocuments, world.serviceDocuments),
		batch(booking.serviceOfficers, world.serviceOfficers),
		batch(booking.bookings, world.bookings),
		batch(booking.bookingRatings, world.bookingRatings),
		batch(tickets, world.tickets),
		batch(files, await develop(world.pictures)),
		batch(partnerUnits, world.partnerUnits),
		batch(group.groups, world.groups),
		batch(group.groupMembers, sealed.groupMembers),
		batch(group.groupPosts, world.groupPosts),
		batch(group.groupShares, world.groupShares),
		batch(group.groupMessages, world.groupMessages),
		batch(venueBookings, world.venueBookings),
		batch(activity.termPlans, world.termPlans),
		batch(activity.activities, world.activities),
		batch(activity.occurrences, world.occurrences),
		batch(group.groupStories, world.groupStories),
		batch(group.groupStoryPictures, world.groupStoryPictures),
		batch(activity.signUps, world.signUps),
		batch(activity.attendances, world.attendances),
		batch(activity.activityRatings, world.activityRatings),
		batch(courses, world.courses),
		batch(courseCompletions, world.courseCompletions),
		batch(cleanup.cleanups, world.cleanups),
		batch(cleanup.cleanupAreas, world.cleanupAreas),
		batch(cleanup.cleanupBuildings, world.cleanupBuildings),
		batch(cleanup.cleanupTeams, world.cleanupTeams),
		batch(cleanup.cleanupSignUps, world.cleanupSignUps),
		batch(cleanup.cleanupPictures, world.cleanupPictures),
		batch(events, world.events),
		batch(openings, world.openings),
		batch(notices, world.notices)
	];
}
