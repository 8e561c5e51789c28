import { sql } from 'drizzle-orm';
import {
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
import { community, instant, span } from '../db/columns.ts';
import { files } from '../files/tables.server.ts';
import { themes } from '../groups/groups.ts';
import { groups } from '../groups/tables.server.ts';
import { partnerUnits } from '../partners/tables.server.ts';
import { buildings } from '../places/tables.server.ts';
import { cleanupStates, pictureMoments, pictureStates, teamKinds } from './cleanups.ts';

/** A day on which many clean the neighbourhood together (卫生大清扫, seed 004). */
export const cleanups = pgTable(
	'cleanups',
	{
		communityId: community(),
		id: uuid().notNull(),
		theme: text({ enum: themes }).notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		words: text().notNull(),
		wordsEn: text().notNull(),
		/** What may happen, said before anybody signs up (志愿服务条例 12); without, nothing. */
		risk: text(),
		riskEn: text().notNull().default(''),
		localDay: date().notNull(),
		during: span().notNull(),
		status: text({ enum: cleanupStates }).notNull(),
		/** Why it was cancelled, in words for those who wanted to come. */
		reason: text(),
		createdBy: uuid().notNull(),
		createdAt: instant().notNull(),
		announcedAt: instant(),
		closedAt: instant(),
		/** Rises with each change, so that nobody changes what he did not see. */
		version: integer().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('cleanups_local_day').on(t.communityId, t.localDay),
		foreignKey({ columns: [t.communityId, t.createdBy], foreignColumns: [people.communityId, people.id] })
	]
);

/** A part of the neighbourhood on one day: its buildings, and how many people it needs. */
export const cleanupAreas = pgTable(
	'cleanup_areas',
	{
		communityId: community(),
		id: uuid().notNull(),
		cleanupId: uuid().notNull(),
		name: text().notNull(),
		nameEn: text().notNull().default(''),
		/** What is to be done, and where people meet. */
		work: text().notNull(),
		workEn: text().notNull().default(''),
		meetAt: text().notNull(),
		meetAtEn: text().notNull().default(''),
		needed: integer().notNull(),
		/** How many may sign up by themselves; null where everybody fits. */
		places: integer(),
		/** Places taken by them; never more than there are: see the check. */
		taken: integer().notNull().default(0),
		/** Who shows the code there and keeps the list; null: staff. */
		leaderId: uuid()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('cleanup_areas_name').on(t.communityId, t.cleanupId, t.name),
		foreignKey({
			columns: [t.communityId, t.cleanupId],
			foreignColumns: [cleanups.communityId, cleanups.id]
		}),
		foreignKey({ columns: [t.communityId, t.leaderId], foreignColumns: [people.communityId, people.id] }),
		check('cleanup_areas_needed', sql`${t.needed} between 1 and 2000`),
		check('cleanup_areas_places', sql`${t.taken} >= 0 and (${t.places} is null or ${t.taken} <= ${t.places})`)
	]
);

/** Which area a building belongs to on one day: one only. */
export const cleanupBuildings = pgTable(
	'cleanup_buildings',
	{
		communityId: community(),
		cleanupId: uuid().notNull(),
		buildingId: uuid().notNull(),
		areaId: uuid().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.cleanupId, t.buildingId] }),
		foreignKey({
			columns: [t.communityId, t.areaId],
			foreignColumns: [cleanupAreas.communityId, cleanupAreas.id]
		}),
		foreignKey({
			columns: [t.communityId, t.buildingId],
			foreignColumns: [buildings.communityId, buildings.id]
		})
	]
);

/** Who comes together to an area, and how many were promised. */
export const cleanupTeams = pgTable(
	'cleanup_teams',
	{
		communityId: community(),
		id: uuid().notNull(),
		cleanupId: uuid().notNull(),
		areaId: uuid().notNull(),
		kind: text({ enum: teamKinds }).notNull(),
		unitId: uuid(),
		groupId: uuid(),
		/** What it calls itself, where it is of no unit and no group. */
		name: text(),
		/** The quota. */
		promised: integer().notNull(),
		/** Who brings a unit's people, by name alone. */
		lead: text(),
		/** How many came who are on no list, and how long each stayed, minutes; null until somebody counted. */
		counted: integer(),
		countedMinutes: integer()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('cleanup_teams_unit').on(t.communityId, t.areaId, t.unitId),
		uniqueIndex('cleanup_teams_group').on(t.communityId, t.areaId, t.groupId),
		foreignKey({
			columns: [t.communityId, t.areaId],
			foreignColumns: [cleanupAreas.communityId, cleanupAreas.id]
		}),
		foreignKey({
			columns: [t.communityId, t.unitId],
			foreignColumns: [partnerUnits.communityId, partnerUnits.id]
		}),
		foreignKey({ columns: [t.communityId, t.groupId], foreignColumns: [groups.communityId, groups.id] }),
		check(
			'cleanup_teams_kind',
			sql`(${t.kind} = 'unit') = (${t.unitId} is not null) and (${t.kind} = 'group') = (${t.groupId} is not null)
				and (${t.kind} = 'free') = (${t.name} is not null)`
		),
		check('cleanup_teams_promised', sql`${t.promised} between 0 and 2000`),
		check(
			'cleanup_teams_counted',
			sql`${t.counted} between 0 and 2000 and ${t.countedMinutes} between 0 and 1440
				and (${t.counted} is null) = (${t.countedMinutes} is null)`
		)
	]
);

/** That somebody comes to an area, and from when to when he was there. */
export const cleanupSignUps = pgTable(
	'cleanup_sign_ups',
	{
		communityId: community(),
		/** Its service record has the same id: closing a day twice cannot write two. */
		id: uuid().notNull(),
		cleanupId: uuid().notNull(),
		areaId: uuid().notNull(),
		teamId: uuid(),
		personId: uuid().notNull(),
		/** The person, a proxy, or staff. */
		signedBy: uuid().notNull(),
		createdAt: instant().notNull(),
		/** When he withdrew. */
		endedAt: instant(),
		cameAt: instant(),
		leftAt: instant(),
		/** Who said so: his own phone, or somebody with the list. */
		seenBy: uuid()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		// nobody is in two areas of a day
		uniqueIndex('cleanup_sign_ups_once')
			.on(t.communityId, t.cleanupId, t.personId)
			.where(sql`${t.endedAt} is null`),
		index('cleanup_sign_ups_person').on(t.communityId, t.personId),
		foreignKey({
			columns: [t.communityId, t.areaId],
			foreignColumns: [cleanupAreas.communityId, cleanupAreas.id]
		}),
		foreignKey({
			columns: [t.communityId, t.teamId],
			foreignColumns: [cleanupTeams.communityId, cleanupTeams.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		check('cleanup_sign_ups_order', sql`${t.leftAt} is null or ${t.leftAt} >= ${t.cameAt}`)
	]
);

/** What an area looked like before and after; nobody else sees it before staff let it through. */
export const cleanupPictures = pgTable(
	'cleanup_pictures',
	{
		communityId: community(),
		fileId: uuid().notNull(),
		areaId: uuid().notNull(),
		moment: text({ enum: pictureMoments }).notNull(),
		status: text({ enum: pictureStates }).notNull(),
		addedBy: uuid().notNull(),
		addedAt: instant().notNull(),
		decidedBy: uuid(),
		decidedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.fileId] }),
		index('cleanup_pictures_area').on(t.communityId, t.areaId, t.addedAt),
		foreignKey({ columns: [t.communityId, t.fileId], foreignColumns: [files.communityId, files.id] }),
		foreignKey({
			columns: [t.communityId, t.areaId],
			foreignColumns: [cleanupAreas.communityId, cleanupAreas.id]
		})
	]
);
