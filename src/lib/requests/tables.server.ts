import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from '../accounts/tables.server.ts';
import { bytea, community, instant, span } from '../db/columns.ts';
import { buildings } from '../places/tables.server.ts';
import { presences, requestStates, triageStates, urgencies } from './requests.ts';

export const requests = pgTable(
	'requests',
	{
		communityId: community(),
		id: uuid().notNull(),
		/** Who is to be helped. */
		forPersonId: uuid().notNull(),
		/** Who asked: the same person, or staff for one who called. */
		askedBy: uuid().notNull(),
		/** A need of the catalogue. */
		need: text().notNull(),
		/** Short words of the asker's own; shown to staff and offered volunteers. */
		title: text(),
		presence: text({ enum: presences }).notNull(),
		/** Where, when it is not on the telephone. */
		buildingId: uuid(),
		urgency: text({ enum: urgencies }).notNull(),
		minutes: integer().notNull(),
		peopleNeeded: integer().notNull(),
		wishGender: text({ enum: ['female', 'male'] }),
		genderIsMust: boolean().notNull().default(false),
		wishLanguage: text(),
		languageIsMust: boolean().notNull().default(false),
		/** The free note, sealed under the key of the one to be helped. */
		noteSealed: bytea(),
		life: text({ enum: requestStates }).notNull(),
		triage: text({ enum: triageStates }).notNull(),
		/** The staff member who first received it. */
		receivedBy: uuid(),
		/** A question to the asker, a refusal or a closing in words. */
		staffWords: text(),
		/** Someone dropped out: it stands on top of the list since then. */
		reopenedAt: instant(),
		/** The last moment at which help still helps: the end of its last window. */
		deadline: instant().notNull(),
		createdAt: instant().notNull(),
		updatedAt: instant().notNull(),
		/** Rises with each change, so that staff never approve what they did not see. */
		version: integer().notNull().default(1),
		/** The import that brought it. */
		importId: uuid()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('requests_open').on(t.communityId, t.life, t.triage, t.deadline),
		index('requests_person').on(t.communityId, t.forPersonId, t.createdAt),
		index('requests_asked_by').on(t.communityId, t.askedBy),
		foreignKey({ columns: [t.communityId, t.forPersonId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.askedBy], foreignColumns: [people.communityId, people.id] }),
		foreignKey({
			columns: [t.communityId, t.buildingId],
			foreignColumns: [buildings.communityId, buildings.id]
		}),
		check('requests_people', sql`${t.peopleNeeded} between 1 and 50`),
		check('requests_minutes', sql`${t.minutes} between 5 and 1440`),
		check('requests_place', sql`${t.presence} <> 'home' or ${t.buildingId} is not null`)
	]
);

/** When it may happen; any one of the windows will do. */
export const requestWindows = pgTable(
	'request_windows',
	{
		communityId: community(),
		requestId: uuid().notNull(),
		during: span().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.requestId, t.during] }),
		foreignKey({
			columns: [t.communityId, t.requestId],
			foreignColumns: [requests.communityId, requests.id]
		}).onDelete('cascade')
	]
);
