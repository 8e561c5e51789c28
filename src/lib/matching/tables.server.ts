import { sql } from 'drizzle-orm';
import {
	boolean,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from '../accounts/tables.server.ts';
import { community, instant, span, transactionId } from '../db/columns.ts';
import { requests } from '../requests/tables.server.ts';
import { offerStates } from './offers.ts';
import type { ReplayFigures } from './tuning/figures.ts';

/**
 * Whose facts changed, as far as matching looks at them, and in which transaction. Triggers write it, see drizzle/: it tells
 * a process whom of those in its memory it has to read again. Kept for two days.
 */
export const volunteerChanges = pgTable(
	'volunteer_changes',
	{
		communityId: community(),
		changedIn: transactionId()
			.notNull()
			.default(sql`pg_current_xact_id()`),
		personId: uuid().notNull(),
		changedAt: instant()
			.notNull()
			.default(sql`now()`)
	},
	(t) => [primaryKey({ columns: [t.communityId, t.changedIn, t.personId] })]
);

/** Weights of the score, one row per version; a match keeps the version it was made with. */
export const weightVersions = pgTable(
	'weight_versions',
	{
		communityId: community(),
		version: integer().notNull(),
		weights: jsonb().notNull(),
		/** Why they were changed, in the words of who did it. */
		reason: text(),
		createdBy: uuid(),
		createdAt: instant().notNull()
	},
	(t) => [primaryKey({ columns: [t.communityId, t.version] })]
);

/** A trial of other weights on the requests of the last month. */
export const replays = pgTable(
	'replays',
	{
		communityId: community(),
		id: uuid().notNull(),
		/** The version in force when it was asked for; 0 are the defaults. */
		against: integer().notNull(),
		weights: jsonb().notNull(),
		requestedBy: uuid().notNull(),
		requestedAt: instant().notNull(),
		/** Requests gone through so far, both ways counted, and how many there are to go through. */
		done: integer().notNull().default(0),
		total: integer(),
		/** What came of it under both; null until it is known. */
		before: jsonb().$type<ReplayFigures>(),
		after: jsonb().$type<ReplayFigures>()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('replays_asked').on(t.communityId, t.requestedAt),
		foreignKey({ columns: [t.communityId, t.requestedBy], foreignColumns: [people.communityId, people.id] })
	]
);

/** Staff's decision on a request: who, and in which order the reserves. Only these get offers. */
export const approvals = pgTable(
	'approvals',
	{
		communityId: community(),
		id: uuid().notNull(),
		requestId: uuid().notNull(),
		approvedBy: uuid().notNull(),
		approvedAt: instant().notNull(),
		weightsVersion: integer().notNull(),
		/** Gates overridden, with the reason in staff's words. */
		overrideReason: text(),
		/** `standing` until all places are taken, the list is used up or it was undone. */
		status: text({ enum: ['standing', 'filled', 'used_up', 'undone', 'withdrawn'] }).notNull(),
		endedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('approvals_standing')
			.on(t.communityId, t.requestId)
			.where(sql`${t.status} = 'standing'`),
		index('approvals_request').on(t.communityId, t.requestId),
		foreignKey({ columns: [t.communityId, t.requestId], foreignColumns: [requests.communityId, requests.id] })
	]
);

/** The approved volunteer and the reserves, in order, each with why. */
export const approvedCandidates = pgTable(
	'approved_candidates',
	{
		communityId: community(),
		approvalId: uuid().notNull(),
		rank: integer().notNull(),
		personId: uuid().notNull(),
		/** Start and end the pair would have. */
		during: span().notNull(),
		cost: integer().notNull(),
		/** Parts of the score as code + params + points. */
		parts: jsonb().notNull(),
		/** Gates that staff overrode for this person. */
		overridden: text().array().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.approvalId, t.rank] }),
		uniqueIndex('approved_candidates_person').on(t.communityId, t.approvalId, t.personId),
		index('approved_candidates_of').on(t.communityId, t.personId),
		foreignKey({
			columns: [t.communityId, t.approvalId],
			foreignColumns: [approvals.communityId, approvals.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/**
 * An offer to one volunteer. No one is offered the same request twice under one approval, and never while an earlier
 * offer of it still waits.
 */
export const offers = pgTable(
	'offers',
	{
		communityId: community(),
		id: uuid().notNull(),
		requestId: uuid().notNull(),
		approvalId: uuid().notNull(),
		personId: uuid().notNull(),
		during: span().notNull(),
		status: text({ enum: offerStates }).notNull(),
		goesOutAt: instant().notNull(),
		sentAt: instant(),
		expiresAt: instant().notNull(),
		/** When a reminder is due; null where there is to be none. */
		remindAt: instant(),
		remindedAt: instant(),
		/** Leaves before others: it is for a grid that has few volunteers. */
		scarce: boolean().notNull().default(false),
		/** He had had his share of offers that week, and nobody else was left. */
		beyondBudget: boolean().notNull().default(false),
		answeredAt: instant(),
		declineReason: text(),
		/** Another time the volunteer proposed. */
		proposed: span(),
		createdAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('offers_once').on(t.communityId, t.approvalId, t.personId),
		uniqueIndex('offers_open')
			.on(t.communityId, t.requestId, t.personId)
			.where(sql`${t.status} in ('waiting', 'sent', 'other_time_proposed')`),
		index('offers_person').on(t.communityId, t.personId, t.status),
		index('offers_sent').on(t.communityId, t.sentAt),
		index('offers_request').on(t.communityId, t.requestId),
		foreignKey({
			columns: [t.communityId, t.requestId],
			foreignColumns: [requests.communityId, requests.id]
		}),
		foreignKey({
			columns: [t.communityId, t.approvalId],
			foreignColumns: [approvals.communityId, approvals.id]
		}),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);
