import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { community, instant } from '../db/columns.ts';
import type { Params } from '../shared/errors.ts';

/** What happened to something, as code + params; the timeline people see. Rows are only ever added. */
export const events = pgTable(
	'events',
	{
		communityId: community(),
		id: uuid().notNull(),
		subjectKind: text().notNull(),
		subjectId: uuid().notNull(),
		kind: text().notNull(),
		params: jsonb().$type<Params>().notNull(),
		/** A person of the community; null when the system acted by itself. */
		actorId: uuid(),
		at: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('events_subject').on(t.communityId, t.subjectKind, t.subjectId, t.at)
	]
);

/** Who opened or exported which personal data, and why. The person concerned can read it. Rows are only ever added. */
export const openings = pgTable(
	'openings',
	{
		communityId: community(),
		id: uuid().notNull(),
		personId: uuid().notNull(),
		what: text().notNull(),
		reason: text().notNull(),
		actorId: uuid().notNull(),
		at: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('openings_person').on(t.communityId, t.personId, t.at)
	]
);
