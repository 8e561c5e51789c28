import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { community, instant } from './columns.ts';

/** The stored answer of every write a person set off, so that pressing twice acts once. */
export const answers = pgTable(
	'answers',
	{
		communityId: community(),
		key: uuid().notNull(),
		accountId: uuid().notNull(),
		/** SHA-256 of what was asked: the same key with another body is refused. */
		bodyHash: text().notNull(),
		answer: jsonb(),
		answeredAt: instant().notNull()
	},
	(t) => [primaryKey({ columns: [t.communityId, t.key] })]
);

/** Facts about this database: the demo mark, the least code that may run on it. */
export const facts = pgTable('facts', {
	key: text().primaryKey(),
	value: jsonb().notNull()
});
