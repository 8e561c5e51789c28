import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { requestById, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { experienceOf } from './experience.server.ts';
import { contextAt, factsFor, nearFactsFor, type Facts } from './facts.server.ts';
import { liftedByDeadline } from './deadline.ts';
import type { Context, GateCode, RequestFacts } from './matching.ts';
import { newestWeights } from './queries.server.ts';
import { relaxations, type Relaxation } from './relaxation.ts';
import { shortlist, type Shortlist } from './shortlist.ts';
import { defaultWeights, readWeights, type Weights } from './weights.ts';

/** The best volunteers for a request: a snapshot, made anew whenever it is opened. */
export interface Proposal {
	request: RequestRow;
	/** Why the others may not come is told where nobody may; else nobody has looked at all of them. */
	shortlist: Omit<Shortlist, 'total'>;
	/** Gates that staff look past, or that lifted by themselves near the deadline. */
	lifted: GateCode[];
	/** Of those, at least, who pass all gates. */
	facts: Facts;
	weightsVersion: number;
}

/** What staff see beside a request: why the others are not among them, too, and what would help. */
export interface FullProposal extends Proposal {
	shortlist: Shortlist;
	relaxations: Relaxation[];
}

interface Asked {
	lift?: readonly GateCode[];
	limit?: number;
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
	asked: Asked & { requestId: string },
	now: Date,
	zone: string
): Promise<FullProposal> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const request = await requestById(scope, asked.requestId);
	if (!request) throw new AppError('not_found');
	return fullProposalFor(scope, request, asked, now, zone);
}

/** The same as `propose`, for those who have asked who looks. */
export async function fullProposalFor(
	scope: Scope,
	request: RequestRow,
	asked: Asked,
	now: Date,
	zone: string
): Promise<FullProposal> {
	const { version, weights } = await weightsInForce(scope);
	const facts = await factsFor(scope, request, now, zone);
	const lifted = liftedFor(facts.request, asked, weights, now);
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

/**
 * The best alone, for verbs that have asked who looks. Only those are read who could come, as long as anybody can; the best
 * are the same as among all.
 */
export async function proposalFor(
	scope: Scope,
	request: RequestRow,
	asked: Asked,
	now: Date,
	zone: string
): Promise<Proposal> {
	const { version, weights } = await weightsInForce(scope);
	const liftedOf = (facts: RequestFacts) => liftedFor(facts, asked, weights, now);
	const facts = await nearFactsFor(scope, request, liftedOf, now, zone);
	const lifted = liftedOf(facts.request);
	const learned = await experienceOf(scope, weights, now, zone);
	const context: Context = { ...contextAt(now, zone), lifted, learned };
	const { best, eligible } = shortlist(facts.request, facts.volunteers, weights, context, asked.limit);
	if (eligible === 0) return fullProposalFor(scope, request, asked, now, zone);
	return { request, facts, lifted, weightsVersion: version, shortlist: { best, eligible, refused: [] } };
}

function liftedFor(request: RequestFacts, { lift = [] }: Asked, weights: Weights, now: Date): GateCode[] {
	return [...new Set([...liftedByDeadline(request, weights, now), ...lift])];
}
