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
import { community, instant, span } from '../db/columns.ts';
import { venues } from '../places/tables.server.ts';
import { venueBookingStates } from './venues.ts';

/**
 * A time in which a venue belongs to somebody: a resident, a group, an activity. Standing ones of one venue never overlap:
 * see the exclusion in drizzle/.
 */
export const venueBookings = pgTable(
	'venue_bookings',
	{
		communityId: community(),
		id: uuid().notNull(),
		venueId: uuid().notNull(),
		during: span().notNull(),
		localDay: date().notNull(),
		/** Who answers for it. */
		bookedBy: uuid().notNull(),
		/** The family proxy who booked for them, and is told as well while he is one. */
		proxyId: uuid(),
		/** The group that uses it; groups stand above this room, so without a key. */
		groupId: uuid(),
		/** What for, as the plan at the door says it. */
		purpose: text().notNull(),
		people: integer().notNull(),
		/** For a resident's own use: no activity's, and not the community's own. */
		forOneself: boolean().notNull().default(false),
		status: text({ enum: venueBookingStates }).notNull(),
		createdAt: instant().notNull(),
		cancelledAt: instant(),
		/** Why, in words that the one who booked reads. */
		reason: text(),
		/** Rises with each move, as calendars ask (RFC 5545, SEQUENCE). */
		sequence: integer().notNull().default(0)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('venue_bookings_day').on(t.communityId, t.localDay),
		index('venue_bookings_person').on(t.communityId, t.bookedBy),
		// one a resident, venue and day
		uniqueIndex('venue_bookings_own')
			.on(t.communityId, t.venueId, t.localDay, t.bookedBy)
			.where(sql`${t.status} = 'booked' and ${t.forOneself}`),
		foreignKey({ columns: [t.communityId, t.venueId], foreignColumns: [venues.communityId, venues.id] }),
		foreignKey({ columns: [t.communityId, t.bookedBy], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.proxyId], foreignColumns: [people.communityId, people.id] }),
		check('venue_bookings_people', sql`${t.people} between 1 and 2000`)
	]
);
