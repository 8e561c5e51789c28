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
	uuid
} from 'drizzle-orm/pg-core';
import { people } from '../accounts/tables.server.ts';
import { community, instant } from '../db/columns.ts';
import { cardStates } from './volunteers.ts';

/** The registration card 登记卡: what someone does, can, likes and wants to give. */
export const cards = pgTable(
	'cards',
	{
		communityId: community(),
		personId: uuid().notNull(),
		status: text({ enum: cardStates }).notNull(),
		occupation: text(),
		employer: text(),
		partyBranch: text(),
		partyMember: boolean().notNull().default(false),
		/** Checked by staff as fit to visit the vulnerable, until this day. */
		vettedUntil: date(),
		insuredUntil: date(),
		strengths: text(),
		hobbies: text().array().notNull(),
		willingness: text().array().notNull(),
		languages: text().array().notNull(),
		healthLimits: text().array().notNull(),
		/** How far the person goes on foot, metres. */
		reachMetres: integer().notNull(),
		activeTasksMax: integer().notNull(),
		weeklyMinutesMax: integer().notNull(),
		submittedAt: instant(),
		approvedAt: instant(),
		approvedBy: uuid(),
		expiresOn: date(),
		/** Why staff gave it back, in their words. */
		returnReason: text(),
		updatedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.personId] }),
		index('cards_status').on(t.communityId, t.status),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		check('cards_reach', sql`${t.reachMetres} between 100 and 20000`),
		check('cards_active', sql`${t.activeTasksMax} between 1 and 20`),
		check('cards_weekly', sql`${t.weeklyMinutesMax} between 15 and 3000`)
	]
);

/** When someone is usually free: minutes of the local day, every week. */
export const availability = pgTable(
	'availability',
	{
		communityId: community(),
		personId: uuid().notNull(),
		/** 0 = Sunday … 6 = Saturday. */
		weekday: integer().notNull(),
		fromMinute: integer().notNull(),
		toMinute: integer().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.personId, t.weekday, t.fromMinute] }),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [cards.communityId, cards.personId] }),
		check(
			'availability_span',
			sql`${t.fromMinute} >= 0 and ${t.toMinute} <= 1440 and ${t.fromMinute} < ${t.toMinute}`
		)
	]
);

/** Days on which someone is away, both ends included. */
export const absences = pgTable(
	'absences',
	{
		communityId: community(),
		id: uuid().notNull(),
		personId: uuid().notNull(),
		fromDay: date().notNull(),
		toDay: date().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('absences_person').on(t.communityId, t.personId),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [cards.communityId, cards.personId] }),
		check('absences_span', sql`${t.fromDay} <= ${t.toDay}`)
	]
);
