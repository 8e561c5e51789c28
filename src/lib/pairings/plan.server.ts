import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { assign } from '#lib/matching/assign/index.ts';
import { assignInWorker } from '#lib/matching/assign/worker.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { openCampaign, roomFor } from './campaign.server.ts';
import { memberFacts, residentFacts, settingOf } from './facts.server.ts';
import { costOfPlan, problemOf, readPairing, type Campaign, type Pairing, type Two } from './pair-up.ts';
import { pairingsOf } from './pair-queries.server.ts';
import * as query from './queries.server.ts';

/** What a plan is made from, and the version of the campaign it was read at. */
export interface ReadCampaign {
	version: number;
	campaign: Campaign;
}

/** Reads everything that one overall pairing looks at. @throws AppError `not_found` */
export async function readCampaign(scope: Scope, id: string, now: Date, zone: string): Promise<ReadCampaign> {
	const row = await query.campaignById(scope, id);
	if (!row) throw new AppError('not_found');
	const paired = new Set(
		(await pairingsOf(scope, id)).filter(({ status }) => status !== 'ended').map((one) => one.residentId)
	);
	const waiting = (await query.residentsOf(scope, id)).filter(({ personId }) => !paired.has(personId));
	const today = dayOf(now, zone);
	const residents = await residentFacts(scope, row, now, waiting);
	const { members } = await memberFacts(
		scope,
		id,
		waiting.map(({ personId }) => personId),
		today
	);
	const locked = (await query.proposalsOf(scope, id)).flatMap(({ residentId, memberId, locked }) =>
		locked && memberId ? [{ residentId, memberId }] : []
	);
	const memberIds = members.map(({ personId }) => personId);
	return {
		version: row.version,
		campaign: {
			residents,
			members,
			setting: settingOf(row, today),
			room: await roomFor(scope, row, memberIds),
			locked,
			forbidden: await query.forbiddenIn(scope, id)
		}
	};
}

/** Problems with more arcs than this are worth a thread of their own. */
const smallProblem = 4_000;

const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The one best overall pairing, in a thread of its own where it takes its time. Asks nothing of the database. */
export async function pairUp(campaign: Campaign): Promise<Pairing> {
	const { problem, fixed } = await problemOf(campaign, breath);
	const isSmall = problem.cost.length <= smallProblem;
	const answer = isSmall ? assign(problem, { fixed }) : await assignInWorker(problem, { fixed });
	return readPairing(campaign, problem, fixed, answer);
}

/** The same campaign with one pair ruled out. */
export function without(campaign: Campaign, pair: Two): Campaign {
	const isOther = ({ residentId, memberId }: Two) =>
		residentId !== pair.residentId || memberId !== pair.memberId;
	return {
		...campaign,
		locked: campaign.locked.filter(isOther),
		forbidden: [...campaign.forbidden, pair]
	};
}

/**
 * Keeps a pairing as the plan of its campaign, beside how it was before.
 * @throws AppError `changed_meanwhile` / `campaign` where people or plan are not those it was made from
 */
export async function keepPlan(
	scope: Scope,
	actor: Actor,
	given: { id: string; version: number; pairing: Pairing },
	now: Date
): Promise<void> {
	const campaign = await openCampaign(scope, actor, given.id);
	if (campaign.version !== given.version) throw new AppError('changed_meanwhile', 'campaign');
	await writePlan(scope, campaign, given.pairing, actor.personId, now);
}

/** Writes a pairing down as the plan of a campaign that is locked; `by` is null where the sub-district made it. */
export async function writePlan(
	scope: Scope,
	campaign: query.CampaignRow,
	{ pairs, unpaired }: Pick<Pairing, 'pairs' | 'unpaired'>,
	by: string | null,
	now: Date
): Promise<void> {
	const before = new Map(
		(await query.proposalsOf(scope, campaign.id)).map(({ residentId, memberId }) => [residentId, memberId])
	);
	const cost = costOfPlan(pairs);
	await query.replaceProposals(scope, campaign.id, [
		...pairs.map((pair) => ({
			residentId: pair.residentId,
			memberId: pair.memberId,
			locked: pair.locked,
			cost: pair.cost,
			parts: pair.parts,
			secondId: pair.second?.memberId ?? null,
			secondDifference: pair.second?.difference ?? null,
			beforeId: before.get(pair.residentId) ?? null,
			eligible: 0,
			stopped: [],
			helps: []
		})),
		...unpaired.map(({ residentId, eligible, stopped, helps }) => ({
			residentId,
			memberId: null,
			locked: false,
			cost: null,
			parts: [],
			secondId: null,
			secondDifference: null,
			beforeId: before.get(residentId) ?? null,
			eligible,
			stopped,
			helps
		}))
	]);
	await query.changeCampaign(scope, campaign.id, [campaign.status], {
		planCost: cost,
		planCostBefore: campaign.planCost,
		updatedAt: now
	});
	await recordEvent(scope, { kind: 'campaign', id: campaign.id }, 'paired', by, now, {
		pairs: pairs.length,
		unpaired: unpaired.length,
		cost
	});
}

/** Throws the plan away; who was chosen stays chosen. */
export async function discardPlan(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	const campaign = await openCampaign(scope, actor, id);
	await query.replaceProposals(scope, id, []);
	await query.changeCampaign(scope, id, [campaign.status], {
		planCost: null,
		planCostBefore: null,
		updatedAt: now
	});
	await recordEvent(scope, { kind: 'campaign', id }, 'plan_discarded', actor.personId, now);
}
