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
import { activities } from '../activities/tables.server.ts';
import { community, instant } from '../db/columns.ts';

/** What an activity teaches, and what it takes to have completed it (seed 002, 市民学校). */
export const courses = pgTable(
	'courses',
	{
		communityId: community(),
		activityId: uuid().notNull(),
		teacher: text().notNull(),
		/** What is read or brought along; addresses in it are shown as links. */
		material: text().notNull(),
		/** Percent of the dates held that somebody has to have come to. */
		threshold: integer().notNull(),
		/** What who completed it can do from then on, of the vocabulary; null where it is for pleasure. */
		skill: text(),
		level: integer(),
		/** How long that counts, in months; null: for good. */
		months: integer()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.activityId] }),
		foreignKey({
			columns: [t.communityId, t.activityId],
			foreignColumns: [activities.communityId, activities.id]
		}),
		check('courses_threshold', sql`${t.threshold} between 1 and 100`),
		check('courses_level', sql`${t.level} between 1 and 3 and (${t.skill} is null) = (${t.level} is null)`),
		check('courses_months', sql`${t.months} between 1 and 120`)
	]
);

/** That somebody completed a course, with what the certificate says. What was `revoked` stays and says so. */
export const courseCompletions = pgTable(
	'course_completions',
	{
		communityId: community(),
		id: uuid().notNull(),
		activityId: uuid().notNull(),
		personId: uuid().notNull(),
		/** What the certificate is found by. */
		number: text().notNull(),
		/** Dates that took place, and those that the person came to. */
		held: integer().notNull(),
		attended: integer().notNull(),
		skill: text(),
		level: integer(),
		completedOn: date().notNull(),
		/** The last day on which it counts; null: for good. */
		expiresOn: date(),
		confirmedBy: uuid().notNull(),
		confirmedAt: instant().notNull(),
		revokedAt: instant(),
		revokedBy: uuid(),
		/** Why, in words that the person reads. */
		reason: text()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('course_completions_number').on(t.communityId, t.number),
		// one that counts
		uniqueIndex('course_completions_once')
			.on(t.communityId, t.activityId, t.personId)
			.where(sql`${t.revokedAt} is null`),
		index('course_completions_person').on(t.communityId, t.personId),
		foreignKey({
			columns: [t.communityId, t.activityId],
			foreignColumns: [activities.communityId, activities.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		check('course_completions_attended', sql`${t.attended} between 1 and ${t.held}`)
	]
);
