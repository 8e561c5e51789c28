import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { openCampaign, roomFor } from './campaign.server.ts';
import { factsOfTwo, settingOf } from './facts.server.ts';
import { refusals } from './gates.ts';
import type { Pairing, Two } from './pair-up.ts';
import { keepPlan } from './plan.server.ts';
import { restate } from './restate.server.ts';
import * as query from './queries.server.ts';
import { costOf, partsOf, type PairPart } from './score.ts';

/*
 * Changes of a plan by hand. Each says what staff saw, so that nobody changes what a colleague has changed meanwhile.
 */

/** A row of the plan as it was seen. */
export interface Seen {
	residentId: string;
	/** Null for somebody without a companion. */
	memberId: string | null;
}

/** Locks a pair, so that pairing anew leaves it as it is, or lets it go again. */
export async function lockPair(
	scope: Scope,
	actor: Actor,
	given: { id: string; pair: Two; locked: boolean },
	now: Date
): Promise<void> {
	const campaign = await openCampaign(scope, actor, given.id);
	await change(scope, campaign.id, given.pair, { locked: given.locked });
	await query.changeCampaign(scope, campaign.id, [campaign.status], { updatedAt: now });
}

/**
 * Rules a pair out, and keeps the plan that was made without it: so what that costs is seen at once.
 * @throws AppError as `keepPlan` does, `changed_meanwhile` / `plan` where the pair is not in the plan
 */
export async function forbidPair(
	scope: Scope,
	actor: Actor,
	given: { id: string; pair: Two; version: number; pairing: Pairing },
	now: Date
): Promise<void> {
	const { id, pair, version, pairing } = given;
	await openCampaign(scope, actor, id);
	await change(scope, id, pair, { locked: false });
	await query.forbidPair(scope, id, pair);
	await keepPlan(scope, actor, { id, version, pairing }, now);
	await recordEvent(scope, { kind: 'campaign', id }, 'pair_forbidden', actor.personId, now, {
		resident: pair.residentId,
		member: pair.memberId
	});
}

/** Lets a pair be thought of again. */
export async function allowPair(
	scope: Scope,
	actor: Actor,
	given: { id: string; pair: Two },
	now: Date
): Promise<void> {
	const campaign = await openCampaign(scope, actor, given.id);
	await query.allowPair(scope, campaign.id, given.pair);
	await query.changeCampaign(scope, campaign.id, [campaign.status], { updatedAt: now });
}

/** A pair that might be, with what it costs. */
export interface Weighed extends Two {
	cost: number;
	parts: PairPart[];
}

/**
 * What a pair of a campaign would cost.
 * @throws AppError `not_possible_now` / `pair_gate`, which names the two and the gate that stands between them
 */
export async function weigh(
	scope: Scope,
	campaign: query.CampaignRow,
	pair: Two,
	now: Date,
	zone: string
): Promise<Weighed> {
	const facts = await factsOfTwo(scope, campaign, pair, now, zone);
	if (!facts) throw new AppError('changed_meanwhile', 'campaign');
	const { resident, member } = facts;
	const setting = settingOf(campaign, dayOf(now, zone));
	const [closed] = refusals(resident, member, setting);
	if (closed) throw new AppError('not_possible_now', 'pair_gate', { ...pair, gate: closed.code });
	return { ...pair, cost: costOf(resident, member, setting), parts: partsOf(resident, member, setting) };
}

/** What exchanging the members of two rows would make of them; one of the rows may have nobody. */
export async function weighSwap(
	scope: Scope,
	campaign: query.CampaignRow,
	[first, second]: readonly [Seen, Seen],
	now: Date,
	zone: string
): Promise<Weighed[]> {
	const weighed: Weighed[] = [];
	for (const { residentId, memberId } of crossed(first, second)) {
		if (memberId) weighed.push(await weigh(scope, campaign, { residentId, memberId }, now, zone));
	}
	return weighed;
}

function crossed(first: Seen, second: Seen): Seen[] {
	return [
		{ residentId: first.residentId, memberId: second.memberId },
		{ residentId: second.residentId, memberId: first.memberId }
	];
}

/** Exchanges the members of two residents. What was put together by hand is locked. */
export async function swapPairs(
	scope: Scope,
	actor: Actor,
	given: { id: string; first: Seen; second: Seen },
	now: Date,
	zone: string
): Promise<void> {
	const campaign = await openCampaign(scope, actor, given.id);
	const { first, second } = given;
	if (first.residentId === second.residentId) throw new AppError('invalid', 'same_resident');
	const weighed = await weighSwap(scope, campaign, [first, second], now, zone);
	await query.markSeen(scope, campaign.id);
	for (const [at, seen] of [first, second].entries()) {
		const made = crossed(first, second)[at]!;
		await put(
			scope,
			campaign.id,
			seen,
			weighed.find(({ residentId }) => residentId === made.residentId)
		);
	}
	await restate(scope, campaign, now, true);
	await recordEvent(scope, { kind: 'campaign', id: campaign.id }, 'pairs_swapped', actor.personId, now, {
		first: first.residentId,
		second: second.residentId
	});
}

/** Gives a resident a member who has room. */
export async function assignMember(
	scope: Scope,
	actor: Actor,
	given: { id: string; seen: Seen; memberId: string },
	now: Date,
	zone: string
): Promise<void> {
	const campaign = await openCampaign(scope, actor, given.id);
	const { seen, memberId } = given;
	const taken = (await query.proposalsOf(scope, campaign.id)).filter((one) => one.memberId === memberId);
	const [room] = await roomFor(scope, campaign, [memberId]);
	if (taken.length >= room!) throw new AppError('not_possible_now', 'member_taken');
	const weighed = await weigh(scope, campaign, { residentId: seen.residentId, memberId }, now, zone);
	await query.markSeen(scope, campaign.id);
	await put(scope, campaign.id, seen, weighed);
	await restate(scope, campaign, now, true);
	await recordEvent(scope, { kind: 'campaign', id: campaign.id }, 'member_assigned', actor.personId, now, {
		resident: seen.residentId,
		member: memberId
	});
}

async function put(scope: Scope, campaignId: string, seen: Seen, made: Weighed | undefined): Promise<void> {
	await change(scope, campaignId, seen, {
		memberId: made?.memberId ?? null,
		cost: made?.cost ?? null,
		parts: made?.parts ?? [],
		locked: made !== undefined,
		secondId: null,
		secondDifference: null
	});
}

async function change(
	scope: Scope,
	campaignId: string,
	seen: Seen,
	to: Parameters<typeof query.changeProposal>[3]
): Promise<void> {
	if (!(await query.changeProposal(scope, campaignId, seen, to))) {
		throw new AppError('changed_meanwhile', 'plan');
	}
}
