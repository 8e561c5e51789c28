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
	uuid
} from 'drizzle-orm/pg-core';
import { people } from '../accounts/tables.server.ts';
import { community, instant } from '../db/columns.ts';

/** Who holds which skill at what level, and who confirmed it. */
export const heldSkills = pgTable(
	'held_skills',
	{
		communityId: community(),
		personId: uuid().notNull(),
		skill: text().notNull(),
		level: integer().notNull(),
		confirmedAt: instant(),
		confirmedBy: uuid(),
		expiresOn: date()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.personId, t.skill] }),
		index('held_skills_skill').on(t.communityId, t.skill),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		check('held_skills_level', sql`${t.level} between 1 and 3`)
	]
);
