import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { requestById, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { experienceOf } from './experience.server.ts';
import { contextAt, factsFor, type Facts } from './facts.server.ts';
import { liftedByDeadline } from './deadline.ts';
import type { Context, GateCode } from './matching.ts';
import { newestWeights } from './queries.server.ts';
import { relaxations, type Relaxation } from './relaxation.ts';
import { shortlist, type Shortlist } from './shortlist.ts';
import { defaultWeights, readWeights, type Weights } from './weights.ts';

/** What staff see beside a request: a snapshot, made anew whenever it is opened. */
export interface Proposal {
	request: RequestRow;
	shortlist: Shortlist;
	relaxations: Relaxation[];
	/** Gates that staff look past, or that lifted by themselves near the deadline. */
	lifted: GateCode[];
	facts: Facts;
	weightsVersion: number;
}

/** The weights in force; version 0 are the defaults. */
export async function weightsInForce(scope: Scope): Promise<{ version: number; weights: Weights }> {
	const row = await newestWeights(scope);
	return row
		? { version: row.version, weights: readWeights(row.weights) }
		: { version: 0, weights: defaultWeights };
}

/**
 * The best volunteers for one request, with reasons, and why the others are not among them.
 * @param lift gates that staff want to look past
 */
export async function propose(
	scope: Scope,
	actor: Actor,
	asked: { requestId: string; lift?: readonly GateCode[]; limit?: number },
	now: Date,
	zone: string
): Promise<Proposal> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const request = await requestById(scope, asked.requestId);
	if (!request) throw new AppError('not_found');
	return proposalFor(scope, request, asked, now, zone);
}

/** The same without asking who looks: for verbs that have done so. */
export async function proposalFor(
	scope: Scope,
	request: RequestRow,
	asked: { lift?: readonly GateCode[]; limit?: number },
	now: Date,
	zone: string
): Promise<Proposal> {
	const { version, weights } = await weightsInForce(scope);
	const facts = await factsFor(scope, request, now, zone);
	const lifted = [...new Set([...liftedByDeadline(facts.request, weights, now), ...(asked.lift ?? [])])];
	const learned = await experienceOf(scope, weights, now, zone);
	const context: Context = { ...contextAt(now, zone), lifted, learned };
	return {
		request,
		facts,
		lifted,
		weightsVersion: version,
		shortlist: shortlist(facts.request, facts.volunteers, weights, context, asked.limit),
		relaxations: relaxations(facts.request, facts.volunteers, context)
	};
}
