import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { pairingRow } from './approve.server.ts';
import { openCampaign, roomFor } from './campaign.server.ts';
import { endedNews, endPairing } from './end.server.ts';
import { factsOfTwo, memberFacts, residentFacts, settingOf } from './facts.server.ts';
import { mayPair, refusals } from './gates.ts';
import { lookLater } from './look.server.ts';
import { addPairings, pairingForUpdate, pairingsOf } from './pair-queries.server.ts';
import type { Two } from './pair-up.ts';
import type { EndReason } from './pairings.ts';
import { restate } from './restate.server.ts';
import { offerSoon } from './send-offer.server.ts';
import * as query from './queries.server.ts';
import { costOf, partsOf, type PairPart } from './score.ts';

/** A member who may become somebody's companion. */
export interface Choice {
	memberId: string;
	name: string;
	cost: number;
	parts: PairPart[];
	/** How many more pairs this member may take in the campaign; plans not approved yet do not count. */
	room: number;
}

/** The best members of a campaign for one resident, the cheapest first, whoever of them has somebody already. */
export async function choicesFor(
	scope: Scope,
	campaign: query.CampaignRow,
	residentId: string,
	limit: number,
	now: Date,
	zone: string
): Promise<Choice[]> {
	const [row] = await query.residentsOf(scope, campaign.id, residentId);
	if (!row) throw new AppError('not_found');
	const today = dayOf(now, zone);
	const [resident] = await residentFacts(scope, campaign, now, [row]);
	const { members, names } = await memberFacts(scope, campaign.id, [residentId], today);
	const setting = settingOf(campaign, today);
	const best = members
		.filter((member) => mayPair(resident!, member, setting))
		.map((member) => ({ member, cost: costOf(resident!, member, setting) }))
		.sort((a, b) => a.cost - b.cost || (a.member.personId < b.member.personId ? -1 : 1))
		.slice(0, limit);
	const room = await roomFor(
		scope,
		campaign,
		best.map(({ member }) => member.personId)
	);
	return best.map(({ member, cost }, at) => ({
		memberId: member.personId,
		name: names.get(member.personId) ?? '',
		cost,
		parts: partsOf(resident!, member, setting),
		room: room[at]!
	}));
}

/**
 * Staff bring two together directly, without a plan: a pair for one resident, or for home care.
 * @throws AppError `already_taken` / `companion` where the resident has one in this campaign, `not_possible_now` /
 *   `pair_gate`, `member_taken`
 */
export async function offerPair(
	scope: Scope,
	actor: Actor,
	given: Two & { id: string },
	now: Date,
	zone: string
): Promise<{ pairingId: string }> {
	const campaign = await openCampaign(scope, actor, given.id);
	return offer(scope, actor, campaign, given, null, now, zone);
}

async function offer(
	scope: Scope,
	actor: Actor,
	campaign: query.CampaignRow,
	{ residentId, memberId }: Two,
	followsId: string | null,
	now: Date,
	zone: string
): Promise<{ pairingId: string }> {
	const living = (await pairingsOf(scope, campaign.id)).filter(({ status }) => status !== 'ended');
	if (living.some((one) => one.residentId === residentId)) throw new AppError('already_taken', 'companion');
	const [room] = await roomFor(scope, campaign, [memberId]);
	if (room! < 1) throw new AppError('not_possible_now', 'member_taken');
	const facts = await factsOfTwo(scope, campaign, { residentId, memberId }, now, zone);
	if (!facts) throw new AppError('changed_meanwhile', 'campaign');
	const setting = settingOf(campaign, dayOf(now, zone));
	const [closed] = refusals(facts.resident, facts.member, setting);
	if (closed) throw new AppError('not_possible_now', 'pair_gate', { gate: closed.code });
	const row = { ...pairingRow(campaign, facts, setting, actor, now, zone), followsId };
	await addPairings(scope, [row]);
	await query.removeProposal(scope, campaign.id, residentId);
	await restate(scope, campaign, now, false);
	await query.changeCampaign(scope, campaign.id, ['draft', 'running'], { status: 'running', updatedAt: now });
	await recordEvent(scope, { kind: 'pairing', id: row.id }, 'approved', actor.personId, now);
	await offerSoon(scope, row.id, now);
	await lookLater(scope, row.id, row.lookAt);
	return { pairingId: row.id };
}

/** Another member comes in the place of the one so far, for a reason that is kept; the history stays with the old pair. */
export async function changeMember(
	scope: Scope,
	actor: Actor,
	given: { id: string; memberId: string; reason: EndReason; words: string | null },
	now: Date,
	zone: string
): Promise<{ pairingId: string }> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const pairing = await pairingForUpdate(scope, given.id);
	if (!pairing) throw new AppError('not_found');
	if (pairing.memberId === given.memberId) throw new AppError('invalid', 'same_member');
	const campaign = await openCampaign(scope, actor, pairing.campaignId);
	const { reason, words } = given;
	if (pairing.status !== 'ended') {
		await endPairing(scope, pairing, { reason, words, by: actor.personId }, now);
		await notify(scope, [pairing.memberId], endedNews(pairing.id), now);
	}
	const two = { residentId: pairing.residentId, memberId: given.memberId };
	return offer(scope, actor, campaign, two, pairing.id, now, zone);
}
