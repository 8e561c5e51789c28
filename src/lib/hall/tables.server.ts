import { sql } from 'drizzle-orm';
import {
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
import { bookings, services } from '../booking/tables.server.ts';
import { bytea, community, instant } from '../db/columns.ts';
import { desks, stations } from '../places/tables.server.ts';
import { arrivals, ticketReasons, ticketStates } from './hall.ts';

/** A number of the day's queue at a station, with an appointment or without one: both share one queue. */
export const tickets = pgTable(
	'tickets',
	{
		communityId: community(),
		id: uuid().notNull(),
		stationId: uuid().notNull(),
		/** The local day. */
		day: date().notNull(),
		/** Counts from 1 each day. */
		number: integer().notNull(),
		serviceId: uuid().notNull(),
		/** Null for one without an appointment. */
		bookingId: uuid(),
		/** Null for one whom nobody knows yet. */
		personId: uuid(),
		via: text({ enum: arrivals }).notNull(),
		status: text({ enum: ticketStates }).notNull(),
		/** His place in the queue: the time of the appointment, or that of arrival; a transfer keeps it. */
		turnAt: instant().notNull(),
		arrivedAt: instant().notNull(),
		calledAt: instant(),
		/** How often his number was called. */
		calls: integer().notNull().default(0),
		startedAt: instant(),
		endedAt: instant(),
		/** Why it ended by itself. */
		reason: text({ enum: ticketReasons }),
		/** Where he is called to, and by whom. */
		deskId: uuid(),
		officerId: uuid(),
		/** The wait that he was told at arrival, minutes: what the estimate is measured by. */
		toldMinutes: integer(),
		/** Sealed under the key of the person, if known, else of the community. */
		noteSealed: bytea()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('tickets_number').on(t.communityId, t.stationId, t.day, t.number),
		uniqueIndex('tickets_booking').on(t.communityId, t.bookingId),
		// a desk serves one at a time; what an evening left open does not keep it the next morning
		uniqueIndex('tickets_desk')
			.on(t.communityId, t.deskId, t.day)
			.where(sql`${t.status} in ('called', 'serving')`),
		index('tickets_day').on(t.communityId, t.day, t.stationId),
		index('tickets_person').on(t.communityId, t.personId, t.day),
		foreignKey({
			columns: [t.communityId, t.stationId],
			foreignColumns: [stations.communityId, stations.id]
		}),
		foreignKey({
			columns: [t.communityId, t.serviceId],
			foreignColumns: [services.communityId, services.id]
		}),
		foreignKey({
			columns: [t.communityId, t.bookingId],
			foreignColumns: [bookings.communityId, bookings.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.deskId], foreignColumns: [desks.communityId, desks.id] }),
		foreignKey({ columns: [t.communityId, t.officerId], foreignColumns: [people.communityId, people.id] })
	]
);
