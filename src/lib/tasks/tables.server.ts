import { sql } from 'drizzle-orm';
import {
	check,
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
import { bytea, community, instant, span } from '../db/columns.ts';
import { taskKinds, taskStates } from './tasks.ts';

/** Something a person promised to do at a time. No one is in two places: see the exclusion in drizzle/. */
export const tasks = pgTable(
	'tasks',
	{
		communityId: community(),
		id: uuid().notNull(),
		/** Which feature made it; that feature answers when it ends. */
		kind: text({ enum: taskKinds }).notNull(),
		/** The row of that feature, e.g. the request. */
		subjectId: uuid().notNull(),
		/** Who does it. */
		personId: uuid().notNull(),
		/** For whom. */
		forPersonId: uuid().notNull(),
		during: span().notNull(),
		status: text({ enum: taskStates }).notNull(),
		startedAt: instant(),
		finishedAt: instant(),
		/** Minutes of service as the doer gives them; travel does not count. */
		minutes: integer(),
		/** What was done, sealed under the key of the one helped. */
		noteSealed: bytea(),
		photoId: uuid(),
		endedAt: instant(),
		/** Why it was cancelled, dropped or disputed, as a code. */
		reason: text(),
		createdAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('tasks_standing')
			.on(t.communityId, t.kind, t.subjectId, t.personId)
			.where(sql`${t.kind} = 'help' and ${t.status} not in ('cancelled', 'dropped_out')`),
		// a pair has one visit ahead, whoever makes the next one
		uniqueIndex('tasks_next_visit')
			.on(t.communityId, t.subjectId)
			.where(sql`${t.kind} = 'visit' and ${t.status} in ('planned', 'under_way')`),
		index('tasks_person').on(t.communityId, t.personId, t.status),
		index('tasks_for').on(t.communityId, t.forPersonId),
		index('tasks_subject').on(t.communityId, t.kind, t.subjectId),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.forPersonId], foreignColumns: [people.communityId, people.id] }),
		check('tasks_minutes', sql`${t.minutes} between 1 and 1440`)
	]
);
