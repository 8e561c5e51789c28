import {
	bigint,
	boolean,
	doublePrecision,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	real,
	text,
	uuid
} from 'drizzle-orm/pg-core';
import { people } from '../accounts/tables.server.ts';
import { community, instant, span } from '../db/columns.ts';
import { requests } from '../requests/tables.server.ts';
import { decisionKinds, planFailures, planStates } from './plans.ts';

/** One plan for many requests: who would help whom, as cheaply as can be. */
export const plans = pgTable(
	'plans',
	{
		communityId: community(),
		id: uuid().notNull(),
		/** The plan that staff changed to get this one. */
		basedOn: uuid(),
		status: text({ enum: planStates }).notNull(),
		failure: text({ enum: planFailures }),
		/** How far the making is, 0 … 1. */
		progress: real().notNull().default(0),
		createdBy: uuid().notNull(),
		createdAt: instant().notNull(),
		readyAt: instant(),
		/** The weights it was made with; what follows is known once it is ready. */
		weightsVersion: integer(),
		/** Milliseconds from the beginning of the work to the plan. */
		took: integer(),
		/** People wanted, and found. */
		wanted: integer(),
		found: integer(),
		/** Points: of the plan, and below which no plan can be. */
		cost: bigint({ mode: 'number' }),
		bound: doublePrecision(),
		/** Times that somebody would have been in two places and was let off. */
		letOff: integer(),
		/** How many volunteers have how many tasks this month, before and with this plan. */
		load: jsonb(),
		/** What would fill more of it. */
		helps: jsonb()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		index('plans_newest').on(t.communityId, t.createdAt),
		foreignKey({ columns: [t.communityId, t.basedOn], foreignColumns: [t.communityId, t.id] })
	]
);

/** A request that a plan is for. */
export const plannedRequests = pgTable(
	'planned_requests',
	{
		communityId: community(),
		planId: uuid().notNull(),
		requestId: uuid().notNull(),
		/** As it was when the plan was made: a changed one is not approved unseen. */
		requestVersion: integer().notNull(),
		/** People still missing, how many could come, and what stands in the way. */
		missing: integer().notNull().default(0),
		eligible: integer().notNull().default(0),
		stopped: jsonb().notNull().default([]),
		relaxations: jsonb().notNull().default([]),
		/** Why it could not be approved when staff last tried: an error's code, detail and params. */
		refusal: jsonb(),
		/** The approval that this plan led to. */
		approvalId: uuid(),
		approvedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.planId, t.requestId] }),
		index('planned_requests_request').on(t.communityId, t.requestId),
		foreignKey({
			columns: [t.communityId, t.planId],
			foreignColumns: [plans.communityId, plans.id]
		}).onDelete('cascade'),
		foreignKey({
			columns: [t.communityId, t.requestId],
			foreignColumns: [requests.communityId, requests.id]
		}).onDelete('cascade')
	]
);

/** A volunteer for a request, as the plan has it. */
export const plannedPairs = pgTable(
	'planned_pairs',
	{
		communityId: community(),
		planId: uuid().notNull(),
		requestId: uuid().notNull(),
		personId: uuid().notNull(),
		during: span().notNull(),
		cost: integer().notNull(),
		/** Parts of the score as code + params + points. */
		parts: jsonb().notNull(),
		/** Who would come instead, and the points of that pair alone. */
		secondId: uuid(),
		secondCost: integer(),
		locked: boolean().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.planId, t.requestId, t.personId] }),
		index('planned_pairs_person').on(t.communityId, t.personId),
		foreignKey({
			columns: [t.communityId, t.planId, t.requestId],
			foreignColumns: [plannedRequests.communityId, plannedRequests.planId, plannedRequests.requestId]
		}).onDelete('cascade'),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/** What staff decided about a pair: before the plan was made, or since, for the next one, where it counts more. */
export const planDecisions = pgTable(
	'plan_decisions',
	{
		communityId: community(),
		planId: uuid().notNull(),
		requestId: uuid().notNull(),
		personId: uuid().notNull(),
		kind: text({ enum: decisionKinds }).notNull(),
		/** The plan was made with it. */
		applied: boolean().notNull(),
		decidedBy: uuid().notNull(),
		decidedAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.planId, t.requestId, t.personId, t.applied] }),
		foreignKey({
			columns: [t.communityId, t.planId, t.requestId],
			foreignColumns: [plannedRequests.communityId, plannedRequests.planId, plannedRequests.requestId]
		}).onDelete('cascade'),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);
