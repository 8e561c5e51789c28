import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { community, instant } from '../db/columns.ts';
import type { Params } from '../shared/errors.ts';

/** The inbox: the truth of what a person was told. Words are made when it is read, in the reader's language. */
export const notices = pgTable(
	'notices',
	{
		communityId: community(),
		id: uuid().notNull(),
		personId: uuid().notNull(),
		template: text().notNull(),
		params: jsonb().$type<Params>().notNull(),
		/** Path inside the community, without it. */
		path: text().notNull(),
		/** The same news is told once. */
		newsKey: text().notNull(),
		createdAt: instant().notNull(),
		readAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('notices_news').on(t.communityId, t.personId, t.newsKey),
		index('notices_person').on(t.communityId, t.personId, t.createdAt)
	]
);

/** Text messages of a demo world, shown in the app instead of being sent. */
export const shownMessages = pgTable(
	'shown_messages',
	{
		id: uuid().primaryKey(),
		/** What the message belongs to, e.g. a sign-in attempt. */
		reference: uuid().notNull(),
		template: text().notNull(),
		params: jsonb().$type<Params>().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [index('shown_messages_reference').on(t.reference)]
);
