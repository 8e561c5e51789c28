import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent, recordEvents } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, type Weekday } from '#lib/shared/time.ts';
import { openCampaign, roomFor } from './campaign.server.ts';
import { memberFacts, residentFacts, settingOf } from './facts.server.ts';
import type { MemberFacts, ResidentFacts, Setting } from './facts.ts';
import { mayPair } from './gates.ts';
import { meetingTimes } from './hours.ts';
import { addPairings } from './pair-queries.server.ts';
import { unpairedOf, type Two } from './pair-up.ts';
import { restate } from './restate.server.ts';
import * as query from './queries.server.ts';
import { costOf, partsOf } from './score.ts';
import { nextLook } from './tending.ts';
import { lookLater } from './look.server.ts';
import { offerSoon } from './send-offer.server.ts';

/** Staff's yes to pairs of the plan. */
export interface Approved {
	/** New pairs by resident. */
	pairings: { id: string; residentId: string; memberId: string }[];
	/** Residents whose pair a gate has closed since it was planned; they are without again. */
	refused: string[];
}

/**
 * Approves pairs as they were seen, all in this transaction; each member gets an offer ten seconds later. The gates are looked at again.
 * @throws AppError `changed_meanwhile` / `plan` where one of them is not in the plan any longer, `invalid` /
 *   `nobody_chosen`
 */
export async function approvePairs(
	scope: Scope,
	actor: Actor,
	given: { id: string; pairs: readonly Two[] },
	now: Date,
	zone: string
): Promise<Approved> {
	const campaign = await openCampaign(scope, actor, given.id);
	if (given.pairs.length === 0) throw new AppError('invalid', 'nobody_chosen');
	const taken = await query.takeProposals(scope, campaign.id, given.pairs);
	if (taken.length !== given.pairs.length) throw new AppError('changed_meanwhile', 'plan');
	const looked = await lookAgain(scope, campaign, given.pairs, now, zone);
	const { passed, refused } = looked;
	const rows = passed.map((pair) => pairingRow(campaign, pair, looked.setting, actor, now, zone));
	await addPairings(scope, rows);
	await putBack(scope, campaign.id, refused, looked.members, looked.setting);
	await restate(scope, campaign, now, false);
	if (rows.length > 0) {
		await query.changeCampaign(scope, campaign.id, ['draft', 'running'], {
			status: 'running',
			updatedAt: now
		});
	}
	await recordEvents(
		scope,
		rows.map(({ id }) => ({ kind: 'pairing', id })),
		'approved',
		actor.personId,
		now
	);
	await recordEvent(scope, { kind: 'campaign', id: campaign.id }, 'approved', actor.personId, now, {
		pairs: rows.length
	});
	for (const row of rows) {
		await offerSoon(scope, row.id, now);
		await lookLater(scope, row.id, row.lookAt);
	}
	return { pairings: rows, refused: refused.map(({ personId }) => personId) };
}

interface FactsOfPair {
	resident: ResidentFacts;
	member: MemberFacts;
}

async function lookAgain(
	scope: Scope,
	campaign: query.CampaignRow,
	pairs: readonly Two[],
	now: Date,
	zone: string
) {
	const memberOf = new Map(pairs.map(({ residentId, memberId }) => [residentId, memberId]));
	const chosen = (await query.residentsOf(scope, campaign.id)).filter(({ personId }) =>
		memberOf.has(personId)
	);
	const today = dayOf(now, zone);
	const residents = await residentFacts(scope, campaign, now, chosen);
	const { members } = await memberFacts(scope, campaign.id, [...memberOf.keys()], today);
	const memberIds = members.map(({ personId }) => personId);
	const room = new Map((await roomFor(scope, campaign, memberIds)).map((free, at) => [memberIds[at]!, free]));
	const setting = settingOf(campaign, today);
	const passed: FactsOfPair[] = [];
	const refused: ResidentFacts[] = [];
	for (const resident of residents) {
		const memberId = memberOf.get(resident.personId)!;
		const member = members.find(({ personId }) => personId === memberId);
		const free = room.get(memberId) ?? 0;
		if (member && free > 0 && mayPair(resident, member, setting)) {
			room.set(memberId, free - 1);
			passed.push({ resident, member });
		} else refused.push(resident);
	}
	return { passed, refused, members, setting };
}

/** A pair as it stands right after approval; its hours are the fixed ones, or the first at which both are free. */
export function pairingRow(
	campaign: query.CampaignRow,
	{ resident, member }: FactsOfPair,
	setting: Setting,
	actor: Actor,
	now: Date,
	zone: string
) {
	const times = meetingTimes(resident.suits, member.availability, setting.minutes);
	const first = times[0];
	const days = resident.suits.fixed ? times : times.slice(0, 1);
	return {
		id: newId(),
		campaignId: campaign.id,
		residentId: resident.personId,
		memberId: member.personId,
		status: 'offered' as const,
		cost: costOf(resident, member, setting),
		parts: partsOf(resident, member, setting),
		approvedBy: actor.personId,
		approvedAt: now,
		weekdays: days.map(({ weekday }): Weekday => weekday),
		atMinute: first?.minute ?? null,
		rhythm: campaign.rhythm,
		minutes: campaign.minutes,
		followsId: null as string | null,
		lookAt: nextLook({ status: 'offered', approvedAt: now }, now, zone)
	};
}

async function putBack(
	scope: Scope,
	campaignId: string,
	residents: readonly ResidentFacts[],
	members: readonly MemberFacts[],
	setting: Setting
): Promise<void> {
	const forbidden = residents.length > 0 ? await query.forbiddenIn(scope, campaignId) : [];
	await query.addProposals(
		scope,
		campaignId,
		residents.map((resident) => {
			const { residentId, ...why } = unpairedOf(resident, { members, setting, forbidden });
			return { residentId, memberId: null, parts: [], ...why };
		})
	);
}
