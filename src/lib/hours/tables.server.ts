import { sql } from 'drizzle-orm';
import {
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
import { desks, stations } from '../places/tables.server.ts';
import { dayClasses } from './calendar.ts';
import type { Hours, HoursRule } from './hours.ts';
import { dutyStates, leaveKinds, swapStates } from './roster.ts';

/** Years whose holidays were announced and brought in. A year that is not here is unknown, and pages say so. */
export const calendarYears = pgTable(
	'calendar_years',
	{
		communityId: community(),
		year: integer().notNull(),
		/** Where it was announced. */
		papers: text().array().notNull(),
		importedBy: uuid(),
		importedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.year] }),
		foreignKey({ columns: [t.communityId, t.importedBy], foreignColumns: [people.communityId, people.id] })
	]
);

/** Days that are not what their weekday says: holidays, and Saturdays and Sundays that are worked (调休). */
export const calendarDays = pgTable(
	'calendar_days',
	{
		communityId: community(),
		day: date().notNull(),
		class: text({ enum: dayClasses }).notNull(),
		name: text().notNull(),
		/** Own days stand when a year is brought in again. */
		source: text({ enum: ['announced', 'own'] }).notNull(),
		changedBy: uuid(),
		changedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.day] }),
		foreignKey({ columns: [t.communityId, t.changedBy], foreignColumns: [people.communityId, people.id] })
	]
);

/** When a station is open, by the class of the day. Two never speak of the same minutes: see the exclusion in drizzle/. */
export const hoursRules = pgTable(
	'hours_rules',
	{
		communityId: community(),
		id: uuid().notNull(),
		stationId: uuid().notNull(),
		dayClass: text().$type<HoursRule['dayClass']>().notNull(),
		/** 0 = Sunday; null: on all days of the class. */
		weekday: integer().$type<HoursRule['weekday']>(),
		/** Minutes of the local day, `[from, to)`. */
		fromMinute: integer().notNull(),
		toMinute: integer().notNull(),
		since: date().notNull(),
		/** The last day on which it holds; null where it goes on. */
		until: date()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('hours_rules_station').on(t.communityId, t.stationId),
		foreignKey({
			columns: [t.communityId, t.stationId],
			foreignColumns: [stations.communityId, stations.id]
		}),
		check('hours_rules_weekday', sql`${t.weekday} between 0 and 6`),
		check('hours_rules_class', sql`${t.dayClass} in ('workday', 'rest', 'holiday')`),
		check(
			'hours_rules_minutes',
			sql`${t.fromMinute} >= 0 and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440`
		),
		check('hours_rules_days', sql`${t.until} is null or ${t.since} <= ${t.until}`)
	]
);

/** A day on which a station is open at other hours or, without hours, not at all; residents read why. */
export const hoursExceptions = pgTable(
	'hours_exceptions',
	{
		communityId: community(),
		stationId: uuid().notNull(),
		day: date().notNull(),
		fromMinute: integer(),
		toMinute: integer(),
		reason: text().notNull(),
		changedBy: uuid().notNull(),
		changedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.stationId, t.day] }),
		foreignKey({
			columns: [t.communityId, t.stationId],
			foreignColumns: [stations.communityId, stations.id]
		}),
		foreignKey({ columns: [t.communityId, t.changedBy], foreignColumns: [people.communityId, people.id] }),
		check(
			'hours_exceptions_minutes',
			sql`(${t.fromMinute} is null) = (${t.toMinute} is null) and (${t.fromMinute} is null or (${t.fromMinute} >= 0 and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440))`
		)
	]
);

/** A named staggered shift: 早班, 午班, 晚班, 周六上午 (seed 003, 错时工作制). */
export const shiftPatterns = pgTable(
	'shift_patterns',
	{
		communityId: community(),
		id: uuid().notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		dayClass: text().$type<HoursRule['dayClass']>().notNull(),
		/** One after the other, breaks between them. */
		hours: jsonb().$type<Hours[]>().notNull(),
		retiredAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('shift_patterns_name')
			.on(t.communityId, t.name)
			.where(sql`${t.retiredAt} is null`),
		check('shift_patterns_class', sql`${t.dayClass} in ('workday', 'rest', 'holiday')`)
	]
);

/** Who stands where on a weekday, in which shift, week after week; without a desk it is a round of home visits (上门). */
export const rosterLines = pgTable(
	'roster_lines',
	{
		communityId: community(),
		id: uuid().notNull(),
		/** 0 = Sunday. */
		weekday: integer().notNull(),
		staffId: uuid().notNull(),
		deskId: uuid(),
		patternId: uuid().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('roster_lines_one').on(t.communityId, t.weekday, t.staffId, t.patternId),
		foreignKey({ columns: [t.communityId, t.staffId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.deskId], foreignColumns: [desks.communityId, desks.id] }),
		foreignKey({
			columns: [t.communityId, t.patternId],
			foreignColumns: [shiftPatterns.communityId, shiftPatterns.id]
		}),
		check('roster_lines_weekday', sql`${t.weekday} between 0 and 6`)
	]
);

/** Weeks whose roster residents may book. */
export const rosterWeeks = pgTable(
	'roster_weeks',
	{
		communityId: community(),
		/** The first day of the week. */
		monday: date().notNull(),
		publishedBy: uuid().notNull(),
		publishedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.monday] }),
		foreignKey({ columns: [t.communityId, t.publishedBy], foreignColumns: [people.communityId, people.id] })
	]
);

/**
 * A member of staff at a desk, or on a round of home visits, for a time. Nobody stands at two desks and no desk has two
 * people while duties stand: see the exclusions in drizzle/. What can be booked is the duties that cover a time.
 */
export const duties = pgTable(
	'duties',
	{
		communityId: community(),
		id: uuid().notNull(),
		staffId: uuid().notNull(),
		deskId: uuid(),
		patternId: uuid(),
		/** The local day. */
		day: date().notNull(),
		during: span().notNull(),
		status: text({ enum: dutyStates }).notNull(),
		/** Why it was called off. */
		reason: text({ enum: [...leaveKinds, 'swap'] }),
		changedBy: uuid().notNull(),
		changedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('duties_day').on(t.communityId, t.day),
		index('duties_staff').on(t.communityId, t.staffId, t.day),
		foreignKey({ columns: [t.communityId, t.staffId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.deskId], foreignColumns: [desks.communityId, desks.id] }),
		foreignKey({
			columns: [t.communityId, t.patternId],
			foreignColumns: [shiftPatterns.communityId, shiftPatterns.id]
		})
	]
);

/** One colleague asks another to take a duty, for one of his own or for nothing. */
export const dutySwaps = pgTable(
	'duty_swaps',
	{
		communityId: community(),
		id: uuid().notNull(),
		dutyId: uuid().notNull(),
		/** The duty that is given in return; null where nothing is. */
		forDutyId: uuid(),
		askedOf: uuid().notNull(),
		status: text({ enum: swapStates }).notNull(),
		askedBy: uuid().notNull(),
		askedAt: instant().notNull(),
		answeredAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('duty_swaps_open')
			.on(t.communityId, t.dutyId)
			.where(sql`${t.status} = 'asked'`),
		foreignKey({ columns: [t.communityId, t.dutyId], foreignColumns: [duties.communityId, duties.id] }),
		foreignKey({ columns: [t.communityId, t.forDutyId], foreignColumns: [duties.communityId, duties.id] }),
		foreignKey({ columns: [t.communityId, t.askedOf], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.askedBy], foreignColumns: [people.communityId, people.id] })
	]
);

/** When a colleague is not there. */
export const staffLeaves = pgTable(
	'staff_leaves',
	{
		communityId: community(),
		id: uuid().notNull(),
		staffId: uuid().notNull(),
		during: span().notNull(),
		kind: text({ enum: leaveKinds }).notNull(),
		enteredBy: uuid().notNull(),
		enteredAt: instant().notNull(),
		withdrawnAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('staff_leaves_staff').on(t.communityId, t.staffId),
		foreignKey({ columns: [t.communityId, t.staffId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.enteredBy], foreignColumns: [people.communityId, people.id] })
	]
);
