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
import { community, instant } from '../db/columns.ts';

/** The ledger: every service with place, content, for whom, scale and effect (记录卡, seed 003; 民政部令67号). */
export const serviceRecords = pgTable(
	'service_records',
	{
		communityId: community(),
		id: uuid().notNull(),
		personId: uuid().notNull(),
		forPersonId: uuid().notNull(),
		/** The task it proves; null for what was imported or written down later. */
		taskId: uuid(),
		/** What was done: a need of the catalogue. */
		need: text().notNull(),
		buildingId: uuid(),
		/** People served. */
		scale: integer().notNull().default(1),
		minutes: integer().notNull(),
		servedOn: date().notNull(),
		/** 1 … 5 from the one helped, where given. */
		rating: integer(),
		thanks: text(),
		/** `receiver` in the app, `telephone` by staff after 72 hours of silence, `staff` on other evidence. */
		confirmedBy: text({ enum: ['receiver', 'telephone', 'staff'] }).notNull(),
		confirmerId: uuid().notNull(),
		confirmedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('service_records_task').on(t.communityId, t.taskId),
		index('service_records_person').on(t.communityId, t.personId, t.servedOn),
		index('service_records_pair').on(t.communityId, t.forPersonId, t.personId),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.forPersonId], foreignColumns: [people.communityId, people.id] }),
		check('service_records_minutes', sql`${t.minutes} between 1 and 1440`),
		check('service_records_rating', sql`${t.rating} between 1 and 5`),
		check('service_records_scale', sql`${t.scale} between 1 and 10000`)
	]
);
