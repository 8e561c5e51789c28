import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { accounts, people } from '../accounts/tables.server.ts';
import { community, instant } from '../db/columns.ts';
import { subdistricts } from '../places/tables.server.ts';
import {
	campaignKinds,
	campaignStates,
	endReasons,
	meetingWords,
	pairingStates,
	pauseReasons,
	reviewers,
	rhythms
} from './pairings.ts';

/**
 * A campaign of a sub-district over several of its communities. Each of them has one of its own that carries this one's
 * id; whether it is under way or over is read from those.
 */
export const subdistrictCampaigns = pgTable(
	'subdistrict_campaigns',
	{
		id: uuid().primaryKey(),
		subdistrictId: uuid()
			.notNull()
			.references(() => subdistricts.id),
		name: text().notNull(),
		purpose: text(),
		fromDay: date().notNull(),
		toDay: date().notNull(),
		need: text().notNull(),
		minutes: integer().notNull(),
		rhythm: text({ enum: rhythms }).notNull(),
		pairsPerMember: integer().notNull(),
		alarmMinutes: integer(),
		createdBy: uuid()
			.notNull()
			.references(() => accounts.id),
		createdAt: instant().notNull(),
		/** When all were paired last, and what that plan cost in points. */
		pairedAt: instant(),
		planCost: integer()
	},
	(t) => [
		index('subdistrict_campaigns_subdistrict').on(t.subdistrictId, t.createdAt),
		check('subdistrict_campaigns_days', sql`${t.fromDay} <= ${t.toDay}`)
	]
);

/** A campaign that brings residents and members together for long: 百名结对 (seed 003), or standing visits 居家养老. */
export const campaigns = pgTable(
	'campaigns',
	{
		communityId: community(),
		id: uuid().notNull(),
		kind: text({ enum: campaignKinds }).notNull(),
		name: text().notNull(),
		purpose: text(),
		fromDay: date().notNull(),
		/** The last day on which there are visits. */
		toDay: date().notNull(),
		/** What is done on a visit: a need of the catalogue. */
		need: text().notNull(),
		/** Usual length of a visit. */
		minutes: integer().notNull(),
		rhythm: text({ enum: rhythms }).notNull(),
		pairsPerMember: integer().notNull(),
		/** Minutes after its time at which a visit that has not begun alarms staff; null for no alarm. */
		alarmMinutes: integer(),
		status: text({ enum: campaignStates }).notNull(),
		/** What the plan costs as it stands, and what it cost before it was last changed; points. */
		planCost: integer(),
		planCostBefore: integer(),
		/** The campaign of the sub-district of which this one is the community's part. */
		subdistrictCampaignId: uuid().references(() => subdistrictCampaigns.id),
		/** Null where the sub-district made it. */
		createdBy: uuid(),
		createdAt: instant().notNull(),
		updatedAt: instant().notNull(),
		/** Rises with each change of people or plan, so that staff never change what they did not see. */
		version: integer().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('campaigns_status').on(t.communityId, t.status),
		uniqueIndex('campaigns_subdistrict').on(t.communityId, t.subdistrictCampaignId),
		foreignKey({ columns: [t.communityId, t.createdBy], foreignColumns: [people.communityId, people.id] }),
		check('campaigns_days', sql`${t.fromDay} <= ${t.toDay}`),
		check('campaigns_minutes', sql`${t.minutes} between 15 and 480`),
		check('campaigns_pairs', sql`${t.pairsPerMember} between 1 and 10`),
		check('campaigns_alarm', sql`${t.alarmMinutes} between 5 and 720`)
	]
);

/** Volunteers who were chosen to take someone on. */
export const campaignMembers = pgTable(
	'campaign_members',
	{
		communityId: community(),
		campaignId: uuid().notNull(),
		personId: uuid().notNull(),
		/** How many pairs this community may give to the member; null for as many as the campaign says. */
		places: integer()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.campaignId, t.personId] }),
		check('campaign_members_places', sql`${t.places} between 0 and 10`),
		foreignKey({
			columns: [t.communityId, t.campaignId],
			foreignColumns: [campaigns.communityId, campaigns.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/** Residents who are to have a companion, with what they wish. */
export const campaignResidents = pgTable(
	'campaign_residents',
	{
		communityId: community(),
		campaignId: uuid().notNull(),
		personId: uuid().notNull(),
		wishGender: text({ enum: ['female', 'male'] }),
		genderIsMust: boolean().notNull().default(false),
		wishLanguage: text(),
		languageIsMust: boolean().notNull().default(false),
		interests: text().array().notNull(),
		/** Fixed weekdays, 0 = Sunday, and the minute of the day; none where the two agree by themselves. */
		weekdays: integer().array().notNull(),
		atMinute: integer()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.campaignId, t.personId] }),
		foreignKey({
			columns: [t.communityId, t.campaignId],
			foreignColumns: [campaigns.communityId, campaigns.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		check('campaign_residents_at', sql`${t.atMinute} between 0 and 1439`)
	]
);

/** The plan of a campaign: one row for each resident who has nobody yet. Approved, a row becomes a pairing. */
export const proposals = pgTable(
	'proposals',
	{
		communityId: community(),
		campaignId: uuid().notNull(),
		residentId: uuid().notNull(),
		/** Null where nobody was found. */
		memberId: uuid(),
		locked: boolean().notNull().default(false),
		cost: integer(),
		parts: jsonb().notNull(),
		secondId: uuid(),
		secondDifference: integer(),
		/** Who it was before the plan was last changed; the same as now where that changed nothing. */
		beforeId: uuid(),
		/** For those without: members who might come had they room, what stops the others, and what would help. */
		eligible: integer().notNull().default(0),
		stopped: jsonb().notNull(),
		helps: jsonb().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.campaignId, t.residentId] }),
		foreignKey({
			columns: [t.communityId, t.campaignId, t.residentId],
			foreignColumns: [
				campaignResidents.communityId,
				campaignResidents.campaignId,
				campaignResidents.personId
			]
		}).onDelete('cascade'),
		foreignKey({
			columns: [t.communityId, t.campaignId, t.memberId],
			foreignColumns: [campaignMembers.communityId, campaignMembers.campaignId, campaignMembers.personId]
		})
	]
);

/** Pairs that staff ruled out while they adjusted the plan. */
export const forbiddenPairs = pgTable(
	'forbidden_pairs',
	{
		communityId: community(),
		campaignId: uuid().notNull(),
		residentId: uuid().notNull(),
		memberId: uuid().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.campaignId, t.residentId, t.memberId] }),
		foreignKey({
			columns: [t.communityId, t.campaignId],
			foreignColumns: [campaigns.communityId, campaigns.id]
		}),
		foreignKey({ columns: [t.communityId, t.residentId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.memberId], foreignColumns: [people.communityId, people.id] })
	]
);

/** Two people brought together, from the offer to the end. A change of member is a new row that follows the old one. */
export const pairings = pgTable(
	'pairings',
	{
		communityId: community(),
		id: uuid().notNull(),
		campaignId: uuid().notNull(),
		residentId: uuid().notNull(),
		memberId: uuid().notNull(),
		status: text({ enum: pairingStates }).notNull(),
		cost: integer().notNull(),
		/** Parts of the score as code + params + points. */
		parts: jsonb().notNull(),
		approvedBy: uuid().notNull(),
		approvedAt: instant().notNull(),
		/** When the member was asked: ten seconds after the approval, which can be undone until then. */
		offeredAt: instant(),
		acceptedAt: instant(),
		/** Weekdays of the visits, 0 = Sunday, and the minute of the day; agreed on with the first meeting at the latest. */
		weekdays: integer().array().notNull(),
		atMinute: integer(),
		rhythm: text({ enum: rhythms }).notNull(),
		minutes: integer().notNull(),
		metAt: instant(),
		metWord: text({ enum: meetingWords }),
		pausedFrom: date(),
		/** The last day of the pause. */
		pausedUntil: date(),
		pauseReason: text({ enum: pauseReasons }),
		endedAt: instant(),
		endedBy: uuid(),
		endReason: text({ enum: endReasons }),
		endWords: text(),
		/** The pair in whose place this one came. */
		followsId: uuid(),
		/** When the queue looks at it next: for an alarm, a missed visit, the end of a pause. */
		lookAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		// nobody has two companions in one campaign, whoever approves at the same moment
		uniqueIndex('pairings_living')
			.on(t.communityId, t.campaignId, t.residentId)
			.where(sql`${t.status} <> 'ended'`),
		index('pairings_member').on(t.communityId, t.memberId, t.status),
		index('pairings_resident').on(t.communityId, t.residentId, t.status),
		index('pairings_look').on(t.communityId, t.lookAt),
		foreignKey({
			columns: [t.communityId, t.campaignId],
			foreignColumns: [campaigns.communityId, campaigns.id]
		}),
		foreignKey({ columns: [t.communityId, t.residentId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.memberId], foreignColumns: [people.communityId, people.id] }),
		check('pairings_at', sql`${t.atMinute} between 0 and 1439`),
		check('pairings_minutes', sql`${t.minutes} between 15 and 480`)
	]
);

/** What the resident, the member and staff say when a pair has ended. */
export const pairingReviews = pgTable(
	'pairing_reviews',
	{
		communityId: community(),
		pairingId: uuid().notNull(),
		reviewer: text({ enum: reviewers }).notNull(),
		personId: uuid().notNull(),
		/** 1 … 5 */
		stars: integer(),
		wouldGoOn: boolean(),
		words: text(),
		at: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.pairingId, t.reviewer] }),
		foreignKey({
			columns: [t.communityId, t.pairingId],
			foreignColumns: [pairings.communityId, pairings.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		check('pairing_reviews_stars', sql`${t.stars} between 1 and 5`)
	]
);
