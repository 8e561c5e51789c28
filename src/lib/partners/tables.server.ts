import { sql } from 'drizzle-orm';
import {
	check,
	date,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { community, instant } from '../db/columns.ts';
import { partnerKinds } from './partners.ts';

/** A unit that takes on duties here, lends rooms and sends people (共建单位, seed 004); no money passes through. */
export const partnerUnits = pgTable(
	'partner_units',
	{
		communityId: community(),
		id: uuid().notNull(),
		kind: text({ enum: partnerKinds }).notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		/** What it has agreed to do. */
		words: text().notNull(),
		wordsEn: text().notNull(),
		/** What it is found by: words and pinyin initials. */
		search: text().array().notNull(),
		/** Whom staff call; an official post, no private person's data. */
		contactName: text().notNull(),
		contactPhone: text().notNull(),
		/** The agreement: first and last day, the last open while it lasts. */
		since: date().notNull(),
		until: date(),
		createdAt: instant().notNull(),
		endedAt: instant(),
		/** Rises with each change, so that nobody changes what he did not see. */
		version: integer().notNull().default(1)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('partner_units_kind').on(t.communityId, t.kind),
		uniqueIndex('partner_units_name')
			.on(t.communityId, t.name)
			.where(sql`${t.endedAt} is null`),
		check('partner_units_days', sql`${t.until} is null or ${t.until} >= ${t.since}`)
	]
);
