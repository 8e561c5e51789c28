import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { historyWith } from '#lib/records/queries.server.ts';
import { requestById, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { experienceOf } from './experience.server.ts';
import { everyoneAtHand } from './at-hand.server.ts';
import { bestOf } from './best.ts';
import { liftedByDeadline } from './deadline.ts';
import type { VolunteerRows } from './everyone.ts';
import { contextAt, factsFor } from './facts.server.ts';
import type { StandingFacts } from './kind.ts';
import type { Context, GateCode, RequestFacts } from './matching.ts';
import { newestWeights } from './queries.server.ts';
import { requestFactsOf } from './request-facts.server.ts';
import { relaxations, type Relaxation } from './relaxation.ts';
import { shortlist, type Shortlist } from './shortlist.ts';
import { defaultWeights, readWeights, type Weights } from './weights.ts';

/** The best volunteers for a request: a snapshot, made anew whenever it is opened. */
export interface Proposal {
	request: RequestRow;
	/** Why the others may not come is told where nobody may; else nobody has looked at all of them. */
	shortlist: Pick<Shortlist, 'best' | 'refused'>;
	/** Gates that staff look past, or that lifted by themselves near the deadline. */
	lifted: GateCode[];
	/** Of those, at least, who pass all gates. */
	facts: { request: RequestFacts; volunteers: readonly StandingFacts[]; rows: VolunteerRows };
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
 * The best alone, for verbs that have asked who looks: the same as in a full proposal. Why the others are not among them is
 * worked out only where nobody is.
 */
export async function proposalFor(
	scope: Scope,
	row: RequestRow,
	asked: Asked,
	now: Date,
	zone: string
): Promise<Proposal> {
	// asked all at once: none needs the answer to another
	const [{ version, weights }, [request], everyone, helpers] = await Promise.all([
		weightsInForce(scope),
		requestFactsOf(scope, [row]),
		everyoneAtHand(scope, now, zone),
		historyWith(scope, row.forPersonId)
	]);
	const lifted = liftedFor(request!, asked, weights, now);
	const learned = await experienceOf(scope, weights, now, zone);
	const context: Context = { ...contextAt(now, zone), lifted, learned };
	const { skill } = request!;
	const among = lifted.includes('skill')
		? everyone.people.map(({ facts }) => facts)
		: everyone.holders(skill);
	const best = bestOf(request!, among, helpers, weights, context, asked.limit ?? 10);
	if (best.length === 0) return fullProposalFor(scope, row, asked, now, zone);
	const facts = { request: request!, volunteers: among, rows: everyone.rows };
	return { request: row, facts, lifted, weightsVersion: version, shortlist: { best, refused: [] } };
}

function liftedFor(request: RequestFacts, { lift = [] }: Asked, weights: Weights, now: Date): GateCode[] {
	return [...new Set([...liftedByDeadline(request, weights, now), ...lift])];
}
