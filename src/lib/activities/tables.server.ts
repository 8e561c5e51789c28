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
import { people } from '../accounts/tables.server.ts';
import { community, instant, span } from '../db/columns.ts';
import { files } from '../files/tables.server.ts';
import { themes } from '../groups/groups.ts';
import { groups } from '../groups/tables.server.ts';
import { venues } from '../places/tables.server.ts';
import { venueBookings } from '../venues/tables.server.ts';
import {
	activityKinds,
	activityStates,
	attendanceStates,
	occurrenceStates,
	signUpModes,
	signUpStates
} from './activities.ts';
import type { TermRow } from './term.ts';

/**
 * What a group plans for a quarter (seed 003: 季季有安排, 月月有活动): a draft that nobody sees until it is published as a whole.
 * What was published is remembered here as it was.
 */
export const termPlans = pgTable(
	'term_plans',
	{
		communityId: community(),
		id: uuid().notNull(),
		groupId: uuid().notNull(),
		/** `2027-1`. */
		quarter: text().notNull(),
		rows: jsonb().$type<TermRow[]>().notNull().default([]),
		/** The rows before each of the last steps, the latest last, so that they can be taken back. */
		earlier: jsonb().$type<TermRow[][]>().notNull().default([]),
		publishedAt: instant(),
		publishedBy: uuid(),
		/** Rises with each step, so that nobody changes what he did not see. */
		version: integer().notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('term_plans_quarter').on(t.communityId, t.groupId, t.quarter),
		foreignKey({ columns: [t.communityId, t.groupId], foreignColumns: [groups.communityId, groups.id] }),
		foreignKey({
			name: 'term_plans_publisher',
			columns: [t.communityId, t.publishedBy],
			foreignColumns: [people.communityId, people.id]
		}),
		check('term_plans_quarter_form', sql`${t.quarter} ~ '^20[0-9]{2}-[1-4]$'`)
	]
);

/** Something that people come to: once, or in a series (seed 003: 季季有安排, 月月有活动). */
export const activities = pgTable(
	'activities',
	{
		communityId: community(),
		id: uuid().notNull(),
		/** Whose it is; null: the community's own. */
		groupId: uuid(),
		kind: text({ enum: activityKinds }).notNull(),
		theme: text({ enum: themes }).notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		words: text().notNull(),
		wordsEn: text().notNull(),
		pictureId: uuid(),
		/** Where, when it is no venue of the community; in English as far as somebody wrote it. */
		place: text(),
		placeEn: text().notNull().default(''),
		venueId: uuid(),
		/** First local day and minute, and how long; all others follow from the rule. */
		firstDay: date().notNull(),
		startMinute: integer().notNull(),
		minutes: integer().notNull(),
		/** RFC 5545 RRULE without DTSTART; null for a single occasion. */
		rule: text(),
		/** Days of the rule that are left out (RFC 5545, EXDATE). */
		exceptDays: date().array().notNull().default([]),
		/** The plan of a quarter that it was published with. */
		termPlanId: uuid(),
		signUp: text({ enum: signUpModes }).notNull(),
		/** Seats; null where everybody fits. */
		seats: integer(),
		/** Below this it may be called off. */
		minimum: integer().notNull().default(0),
		/** How many somebody may bring along. */
		companions: integer().notNull().default(0),
		opensAt: instant(),
		/** Sign-up ends this many minutes before it begins. */
		closesMinutes: integer().notNull().default(0),
		/** Years of age, both included. */
		youngest: integer(),
		oldest: integer(),
		residentsOnly: boolean().notNull().default(false),
		/** What those who come state of themselves: keys of `fitness.ts`, or the leader's own words. */
		fitness: text().array().notNull().default([]),
		/** What may happen, said before signing up (志愿服务条例 12); without, nothing. */
		risk: text(),
		riskEn: text().notNull().default(''),
		/** Insurance is recorded before it can be published (志愿服务条例 17). */
		dangerous: boolean().notNull().default(false),
		insurance: text(),
		status: text({ enum: activityStates }).notNull(),
		ledBy: uuid().notNull(),
		createdAt: instant().notNull(),
		publishedAt: instant(),
		/** Rises with each change, so that nobody changes what he did not see. */
		version: integer().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('activities_group').on(t.communityId, t.groupId),
		foreignKey({
			name: 'activities_term_plan',
			columns: [t.communityId, t.termPlanId],
			foreignColumns: [termPlans.communityId, termPlans.id]
		}),
		foreignKey({ columns: [t.communityId, t.groupId], foreignColumns: [groups.communityId, groups.id] }),
		foreignKey({ columns: [t.communityId, t.venueId], foreignColumns: [venues.communityId, venues.id] }),
		foreignKey({ columns: [t.communityId, t.pictureId], foreignColumns: [files.communityId, files.id] }),
		foreignKey({ columns: [t.communityId, t.ledBy], foreignColumns: [people.communityId, people.id] }),
		check(
			'activities_minutes',
			sql`${t.minutes} between 10 and 1440 and ${t.startMinute} between 0 and 1439`
		),
		check('activities_seats', sql`${t.seats} between 1 and 5000 and ${t.companions} between 0 and 9`),
		check(
			'activities_insured',
			sql`${t.status} <> 'published' or not ${t.dangerous} or ${t.insurance} is not null`
		)
	]
);

/** One date of an activity. Those of a series are written for a rolling window; the past never changes. */
export const occurrences = pgTable(
	'occurrences',
	{
		communityId: community(),
		id: uuid().notNull(),
		activityId: uuid().notNull(),
		/** The day on which the rule put it: what names it, however often it is moved (RFC 5545, RECURRENCE-ID). */
		ruleDay: date().notNull(),
		during: span().notNull(),
		localDay: date().notNull(),
		/** Another venue than the activity has. */
		venueId: uuid(),
		venueBookingId: uuid(),
		status: text({ enum: occurrenceStates }).notNull(),
		/** Why it was moved or cancelled, in words for those who come. */
		reason: text(),
		/** Seats, copied from the activity; never fewer than are taken: see the check. */
		seats: integer(),
		/** Seats taken, those kept for an offer included. */
		taken: integer().notNull().default(0),
		sequence: integer().notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('occurrences_day').on(t.communityId, t.activityId, t.ruleDay),
		index('occurrences_local_day').on(t.communityId, t.localDay),
		foreignKey({
			columns: [t.communityId, t.activityId],
			foreignColumns: [activities.communityId, activities.id]
		}),
		foreignKey({ columns: [t.communityId, t.venueId], foreignColumns: [venues.communityId, venues.id] }),
		foreignKey({
			columns: [t.communityId, t.venueBookingId],
			foreignColumns: [venueBookings.communityId, venueBookings.id]
		}),
		// nothing is oversold
		check('occurrences_seats', sql`${t.taken} >= 0 and (${t.seats} is null or ${t.taken} <= ${t.seats})`)
	]
);

/** That somebody comes, or waits to: to one date, or to all that are still to come. */
export const signUps = pgTable(
	'sign_ups',
	{
		communityId: community(),
		id: uuid().notNull(),
		activityId: uuid().notNull(),
		/** Null: the whole series. */
		occurrenceId: uuid(),
		personId: uuid().notNull(),
		/** The person, a proxy, or staff. */
		signedBy: uuid().notNull(),
		companions: integer().notNull().default(0),
		status: text({ enum: signUpStates }).notNull(),
		/** When it was stated that he is fit for it; what he stated is not kept. Null where nothing was asked. */
		fitStatedAt: instant(),
		/** Until when an offered seat is kept. */
		answerBy: instant(),
		createdAt: instant().notNull(),
		endedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		// nulls are one: once in a series, once on a date
		uniqueIndex('sign_ups_once')
			.on(t.communityId, t.activityId, t.occurrenceId, t.personId)
			.where(sql`${t.endedAt} is null`),
		index('sign_ups_person').on(t.communityId, t.personId),
		foreignKey({
			columns: [t.communityId, t.activityId],
			foreignColumns: [activities.communityId, activities.id]
		}),
		foreignKey({
			columns: [t.communityId, t.occurrenceId],
			foreignColumns: [occurrences.communityId, occurrences.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.signedBy], foreignColumns: [people.communityId, people.id] }),
		check('sign_ups_companions', sql`${t.companions} between 0 and 9`)
	]
);

/** Who came to one date; one sign-up for a series has one row for each of its dates. */
export const attendances = pgTable(
	'attendances',
	{
		communityId: community(),
		occurrenceId: uuid().notNull(),
		personId: uuid().notNull(),
		status: text({ enum: attendanceStates }).notNull(),
		/** How it was seen: the person's own phone, or a leader's list. */
		by: uuid().notNull(),
		/** When it happened, also where it was sent later. */
		at: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.occurrenceId, t.personId] }),
		index('attendances_person').on(t.communityId, t.personId),
		foreignKey({
			columns: [t.communityId, t.occurrenceId],
			foreignColumns: [occurrences.communityId, occurrences.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/** How it was, from somebody who came (1 … 5 stars), once a date. */
export const activityRatings = pgTable(
	'activity_ratings',
	{
		communityId: community(),
		occurrenceId: uuid().notNull(),
		personId: uuid().notNull(),
		stars: integer().notNull(),
		words: text(),
		at: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.occurrenceId, t.personId] }),
		foreignKey({
			name: 'activity_ratings_attendance',
			columns: [t.communityId, t.occurrenceId, t.personId],
			foreignColumns: [attendances.communityId, attendances.occurrenceId, attendances.personId]
		}),
		check('activity_ratings_stars', sql`${t.stars} between 1 and 5`)
	]
);
