import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from '../accounts/tables.server.ts';
import { bytea, community, instant } from '../db/columns.ts';
import { files } from '../files/tables.server.ts';
import { partnerUnits } from '../partners/tables.server.ts';
import { venues } from '../places/tables.server.ts';
import {
	groupKinds,
	groupRoles,
	joinModes,
	memberStates,
	reportReasons,
	storyStates,
	themes
} from './groups.ts';
import { shareStates } from './shares.ts';

/** A standing circle of residents that meets (seed 002, 文体队伍). */
export const groups = pgTable(
	'groups',
	{
		communityId: community(),
		id: uuid().notNull(),
		kind: text({ enum: groupKinds }).notNull(),
		theme: text({ enum: themes }).notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		/** What it does and for whom, as it says itself. */
		words: text().notNull(),
		wordsEn: text().notNull(),
		/** When it usually meets, in its own words. */
		meets: text().notNull(),
		meetsEn: text().notNull(),
		/** Where it usually meets. */
		venueId: uuid(),
		/** The partner unit it belongs to. */
		partnerId: uuid(),
		pictureId: uuid(),
		join: text({ enum: joinModes }).notNull(),
		/** What people are asked when they join; without, nothing. */
		question: text(),
		/** How many it takes; null where everybody fits. */
		places: integer(),
		/** What it is found by: words and pinyin initials. */
		search: text().array().notNull(),
		createdAt: instant().notNull(),
		archivedAt: instant(),
		/** Rises with each change, so that nobody changes what he did not see. */
		version: integer().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('groups_partner').on(t.communityId, t.partnerId),
		uniqueIndex('groups_name')
			.on(t.communityId, t.name)
			.where(sql`${t.archivedAt} is null`),
		foreignKey({ columns: [t.communityId, t.venueId], foreignColumns: [venues.communityId, venues.id] }),
		foreignKey({
			columns: [t.communityId, t.partnerId],
			foreignColumns: [partnerUnits.communityId, partnerUnits.id]
		}),
		foreignKey({ columns: [t.communityId, t.pictureId], foreignColumns: [files.communityId, files.id] }),
		check('groups_places', sql`${t.places} between 2 and 2000`)
	]
);

/** That somebody belongs, wanted to, or was asked to; a row for each time. */
export const groupMembers = pgTable(
	'group_members',
	{
		communityId: community(),
		id: uuid().notNull(),
		groupId: uuid().notNull(),
		personId: uuid().notNull(),
		status: text({ enum: memberStates }).notNull(),
		/** The other members may see the name. */
		shown: boolean().notNull().default(false),
		/** The answer to the group's question, sealed under the person's key. */
		answerSealed: bytea(),
		since: instant().notNull(),
		endedAt: instant(),
		/** Who let in, refused or removed. */
		decidedBy: uuid(),
		/** Why it ended, as a code. */
		reason: text()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		// one wish or membership at a time
		uniqueIndex('group_members_once')
			.on(t.communityId, t.groupId, t.personId)
			.where(sql`${t.endedAt} is null`),
		index('group_members_person').on(t.communityId, t.personId),
		foreignKey({ columns: [t.communityId, t.groupId], foreignColumns: [groups.communityId, groups.id] }),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/** Who answered for what, from which day to which (hitobito's dated roles). */
export const groupPosts = pgTable(
	'group_posts',
	{
		communityId: community(),
		id: uuid().notNull(),
		groupId: uuid().notNull(),
		personId: uuid().notNull(),
		role: text({ enum: groupRoles }).notNull(),
		since: date().notNull(),
		/** The last day; null while it goes on. */
		until: date()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('group_posts_once')
			.on(t.communityId, t.groupId, t.personId, t.role)
			.where(sql`${t.until} is null`),
		foreignKey({ columns: [t.communityId, t.groupId], foreignColumns: [groups.communityId, groups.id] }),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		check('group_posts_days', sql`${t.until} is null or ${t.since} <= ${t.until}`)
	]
);

/** What a leader wrote to all members. */
export const groupMessages = pgTable(
	'group_messages',
	{
		communityId: community(),
		id: uuid().notNull(),
		groupId: uuid().notNull(),
		authorId: uuid().notNull(),
		words: text().notNull(),
		sentAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('group_messages_group').on(t.communityId, t.groupId, t.sentAt),
		foreignKey({ columns: [t.communityId, t.groupId], foreignColumns: [groups.communityId, groups.id] }),
		foreignKey({ columns: [t.communityId, t.authorId], foreignColumns: [people.communityId, people.id] })
	]
);

/** What a member tells of what was done, with pictures; nobody sees it before a moderator let it through. */
export const groupStories = pgTable(
	'group_stories',
	{
		communityId: community(),
		id: uuid().notNull(),
		/** Null for a date of the community's own. */
		groupId: uuid(),
		/** The date that it is about; activities are a later room, so its foreign key stands in the migration. */
		occurrenceId: uuid(),
		authorId: uuid().notNull(),
		words: text().notNull(),
		status: text({ enum: storyStates }).notNull(),
		createdAt: instant().notNull(),
		/** Who let it through or refused it last. */
		decidedBy: uuid(),
		decidedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('group_stories_group').on(t.communityId, t.groupId, t.createdAt),
		index('group_stories_date').on(t.communityId, t.occurrenceId),
		check('group_stories_about', sql`${t.groupId} is not null or ${t.occurrenceId} is not null`),
		foreignKey({ columns: [t.communityId, t.groupId], foreignColumns: [groups.communityId, groups.id] }),
		foreignKey({ columns: [t.communityId, t.authorId], foreignColumns: [people.communityId, people.id] })
	]
);

/** The pictures of a story, in their order. */
export const groupStoryPictures = pgTable(
	'group_story_pictures',
	{
		communityId: community(),
		fileId: uuid().notNull(),
		storyId: uuid().notNull(),
		position: integer().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.fileId] }),
		uniqueIndex('group_story_pictures_position').on(t.communityId, t.storyId, t.position),
		foreignKey({ columns: [t.communityId, t.fileId], foreignColumns: [files.communityId, files.id] }),
		foreignKey({
			columns: [t.communityId, t.storyId],
			foreignColumns: [groupStories.communityId, groupStories.id]
		})
	]
);

/** That somebody finds a story wrong; each once, so that nobody alone keeps it away for good. */
export const groupStoryReports = pgTable(
	'group_story_reports',
	{
		communityId: community(),
		storyId: uuid().notNull(),
		personId: uuid().notNull(),
		reason: text({ enum: reportReasons }).notNull(),
		at: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.storyId, t.personId] }),
		foreignKey({
			columns: [t.communityId, t.storyId],
			foreignColumns: [groupStories.communityId, groupStories.id]
		}),
		// how many somebody wrote on a day
		index('group_story_reports_person').on(t.communityId, t.personId, t.at),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/**
 * That a group is open to a neighbouring community. Both have a copy under one id, which move together; no foreign key leads to
 * the group, since none leaves a tenant.
 */
export const groupShares = pgTable(
	'group_shares',
	{
		communityId: community(),
		id: uuid().notNull(),
		/** The community whose group it is, and the one to which it is open. */
		homeId: uuid().notNull(),
		hostId: uuid().notNull(),
		groupId: uuid().notNull(),
		status: text({ enum: shareStates }).notNull(),
		offeredAt: instant().notNull(),
		/** When it was answered, taken back or ended last. */
		changedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('group_shares_once')
			.on(t.communityId, t.groupId, t.hostId)
			.where(sql`${t.status} in ('offered', 'agreed')`),
		check(
			'group_shares_sides',
			sql`${t.homeId} <> ${t.hostId} and ${t.communityId} in (${t.homeId}, ${t.hostId})`
		)
	]
);
