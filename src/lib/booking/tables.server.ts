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
import { bytea, community, instant, span } from '../db/columns.ts';
import { desks } from '../places/tables.server.ts';
import { bookingStates, serviceGroups, servicePlaces, takingStates, waitStates } from './booking.ts';

/** What the station does for residents: 低保, 就业, 医保, 证明 … (seed 001). */
export const services = pgTable(
	'services',
	{
		communityId: community(),
		id: uuid().notNull(),
		group: text({ enum: serviceGroups }).notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		/** What it is for, in a sentence. */
		purpose: text().notNull(),
		purposeEn: text().notNull(),
		/** A picture of ui/icons. */
		icon: text().notNull(),
		minutes: integer().notNull(),
		atDesk: boolean().notNull(),
		atHome: boolean().notNull(),
		/** Without an appointment, with a number. */
		walkIn: boolean().notNull(),
		/** Up to when residents change or cancel it themselves: minutes before it begins. */
		cutOffMinutes: integer().notNull(),
		/** How many days ahead it can be booked. */
		daysAhead: integer().notNull(),
		/** Character pairs of the name and initials of its pinyin. */
		search: text().array().notNull(),
		/** Withdrawn services keep what was booked. */
		withdrawnAt: instant(),
		/** Rises with each change, so that staff never change what they did not see. */
		version: integer().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('services_name')
			.on(t.communityId, t.name)
			.where(sql`${t.withdrawnAt} is null`),
		check('services_minutes', sql`${t.minutes} between 5 and 240`),
		check('services_place', sql`${t.atDesk} or ${t.atHome}`),
		check('services_cut_off', sql`${t.cutOffMinutes} between 0 and 10080`),
		check('services_days_ahead', sql`${t.daysAhead} between 1 and 90`)
	]
);

/** What to bring, in order. */
export const serviceDocuments = pgTable(
	'service_documents',
	{
		communityId: community(),
		id: uuid().notNull(),
		serviceId: uuid().notNull(),
		position: integer().notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		/** Without it the visit is in vain. */
		required: boolean().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('service_documents_service').on(t.communityId, t.serviceId, t.position),
		foreignKey({
			columns: [t.communityId, t.serviceId],
			foreignColumns: [services.communityId, services.id]
		}).onDelete('cascade')
	]
);

/** Who of the staff is able to do a service. */
export const serviceOfficers = pgTable(
	'service_officers',
	{ communityId: community(), serviceId: uuid().notNull(), staffId: uuid().notNull() },
	(t) => [
		primaryKey({ columns: [t.communityId, t.serviceId, t.staffId] }),
		index('service_officers_staff').on(t.communityId, t.staffId),
		foreignKey({
			columns: [t.communityId, t.serviceId],
			foreignColumns: [services.communityId, services.id]
		}),
		foreignKey({ columns: [t.communityId, t.staffId], foreignColumns: [people.communityId, people.id] })
	]
);

/**
 * A time that somebody has, for himself or for one whose proxy he is. Every booking has a real desk and officer at once;
 * residents see the station alone, and staff may move it. Held and standing ones of one desk, one officer or one attendee
 * never overlap: see the exclusions in drizzle/.
 */
export const bookings = pgTable(
	'bookings',
	{
		communityId: community(),
		id: uuid().notNull(),
		serviceId: uuid().notNull(),
		/** Who comes. */
		attendeeId: uuid().notNull(),
		/** Who asked for it: the attendee, a proxy, or staff. */
		bookedBy: uuid().notNull(),
		place: text({ enum: servicePlaces }).notNull(),
		/** Null at home. */
		deskId: uuid(),
		officerId: uuid().notNull(),
		during: span().notNull(),
		localDay: date().notNull(),
		status: text({ enum: bookingStates }).notNull(),
		/** Until when a hold stands; nobody clears it, the next who books does. */
		heldUntil: instant(),
		/** Held for somebody on the waiting list: stands beside the hold of an open form, and only its own end clears it. */
		offered: boolean().notNull().default(false),
		/** Documents that the attendee says are ready. */
		documentsReady: uuid().array().notNull(),
		/** What was said of it, sealed under the key of the attendee. */
		noteSealed: bytea(),
		createdAt: instant().notNull(),
		arrivedAt: instant(),
		startedAt: instant(),
		endedAt: instant(),
		/** Why it was cancelled, as a code. */
		reason: text(),
		/** Rises with each move, as calendars ask (RFC 5545, SEQUENCE). */
		sequence: integer().notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		// one a day for one service, whoever books
		uniqueIndex('bookings_one_a_day')
			.on(t.communityId, t.attendeeId, t.serviceId, t.localDay)
			.where(sql`${t.status} in ('booked', 'arrived', 'serving', 'served')`),
		// one open form a person
		uniqueIndex('bookings_one_hold')
			.on(t.communityId, t.bookedBy)
			.where(sql`${t.status} = 'held' and not ${t.offered}`),
		index('bookings_day').on(t.communityId, t.localDay),
		index('bookings_attendee').on(t.communityId, t.attendeeId, t.localDay),
		index('bookings_booker').on(t.communityId, t.bookedBy, t.localDay),
		foreignKey({
			columns: [t.communityId, t.serviceId],
			foreignColumns: [services.communityId, services.id]
		}),
		foreignKey({ columns: [t.communityId, t.deskId], foreignColumns: [desks.communityId, desks.id] }),
		foreignKey({ columns: [t.communityId, t.attendeeId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.bookedBy], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.officerId], foreignColumns: [people.communityId, people.id] }),
		check('bookings_place', sql`(${t.place} = 'desk') = (${t.deskId} is not null)`),
		check('bookings_hold', sql`(${t.status} = 'held') = (${t.heldUntil} is not null)`)
	]
);

/** The states that take time, as the exclusions name them. */
export const taking = sql.raw(`(${takingStates.map((state) => `'${state}'`).join(', ')})`);

/** What an open form holds no longer; the next who books clears it. */
export const isOver = (now: Date) =>
	sql`(status = 'held' and not offered and held_until <= ${now.toISOString()}::timestamptz)`;

/** What begins later. */
export const isAhead = (now: Date) => sql`lower(${bookings.during}) > ${now.toISOString()}::timestamptz`;

/** No time suited: who is told, in the order of asking, when one becomes free. */
export const waits = pgTable(
	'waits',
	{
		communityId: community(),
		id: uuid().notNull(),
		serviceId: uuid().notNull(),
		attendeeId: uuid().notNull(),
		askedBy: uuid().notNull(),
		fromDay: date().notNull(),
		/** The last day that suits. */
		toDay: date().notNull(),
		/** Minutes of the day within which it suits. */
		fromMinute: integer().notNull().default(0),
		toMinute: integer().notNull().default(1440),
		status: text({ enum: waitStates }).notNull(),
		/** The place that is held for him, and until when he may take it. */
		offeredBookingId: uuid(),
		offeredUntil: instant(),
		createdAt: instant().notNull(),
		endedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('waits_one')
			.on(t.communityId, t.attendeeId, t.serviceId)
			.where(sql`${t.status} in ('waiting', 'offered')`),
		index('waits_service').on(t.communityId, t.serviceId, t.status, t.createdAt),
		foreignKey({
			columns: [t.communityId, t.serviceId],
			foreignColumns: [services.communityId, services.id]
		}),
		foreignKey({ columns: [t.communityId, t.attendeeId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.askedBy], foreignColumns: [people.communityId, people.id] }),
		foreignKey({
			columns: [t.communityId, t.offeredBookingId],
			foreignColumns: [bookings.communityId, bookings.id]
		}),
		check('waits_days', sql`${t.fromDay} <= ${t.toDay}`),
		check(
			'waits_minutes',
			sql`${t.fromMinute} >= 0 and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440`
		)
	]
);

/** What those who were served say of it (好差评). */
export const bookingRatings = pgTable(
	'booking_ratings',
	{
		communityId: community(),
		bookingId: uuid().notNull(),
		/** 1 … 5 */
		stars: integer().notNull(),
		words: text(),
		at: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.bookingId] }),
		foreignKey({
			columns: [t.communityId, t.bookingId],
			foreignColumns: [bookings.communityId, bookings.id]
		}),
		check('booking_ratings_stars', sql`${t.stars} between 1 and 5`)
	]
);

/** The secret address under which a person's own calendar program reads his bookings; gone, it is closed. */
export const calendarFeeds = pgTable(
	'calendar_feeds',
	{
		communityId: community(),
		personId: uuid().notNull(),
		/** Keyed hash: a feed is found by it. */
		secretHash: text().notNull(),
		/** Sealed under the key of the person, so that the address can be shown again. */
		secretSealed: bytea().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.personId] }),
		uniqueIndex('calendar_feeds_secret').on(t.communityId, t.secretHash),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);
