import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, community, instant } from '../db/columns.ts';

/** Pictures, re-encoded and small, beside the rows that they belong to: one backup holds all. */
export const files = pgTable(
	'files',
	{
		communityId: community(),
		id: uuid().notNull(),
		mime: text().notNull(),
		bytes: bytea().notNull(),
		width: integer().notNull(),
		height: integer().notNull(),
		createdBy: uuid().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [primaryKey({ columns: [t.communityId, t.id] })]
);
