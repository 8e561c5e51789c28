import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { day, dayOf } from '#lib/shared/time.ts';
import { moveTask, nextVisits, type TaskRow } from '#lib/tasks/queries.server.ts';
import { lookLater } from './look.server.ts';
import * as query from './pair-queries.server.ts';
import { campaignById, type CampaignRow } from './queries.server.ts';
import { tellStaff } from './tell.server.ts';
import { dueNow, nextLook, type Due } from './tending.ts';
import { missed } from './visit-queries.server.ts';
import { makeNextVisit } from './visits.server.ts';

/**
 * Does for a pair whatever has fallen due, makes its next visit where it has none, and has the queue look again when
 * something else falls due. Works `pairingLook`; run twice it does nothing twice, since states move conditionally and
 * nobody is told the same news again.
 */
export async function tendPairing(
	scope: Scope,
	{ pairingId }: { pairingId: string },
	now: Date
): Promise<void> {
	const pairing = await query.pairingForUpdate(scope, pairingId);
	const campaign = pairing && (await campaignById(scope, pairing.campaignId));
	if (!campaign || pairing.status === 'ended') return;
	const { zone } = (await communityById(scope, scope.communityId))!;
	const visit = (await nextVisits(scope, [pairingId])).get(pairingId);
	for (const due of dueNow(tended(pairing, campaign, visit), now, zone)) {
		await meet(scope, due, pairing, visit, now);
	}
	await goOn(scope, pairingId, campaign, now, zone);
}

/** Makes the next visit where one is wanted, and asks the queue to look when something falls due. */
async function goOn(
	scope: Scope,
	pairingId: string,
	campaign: CampaignRow,
	now: Date,
	zone: string
): Promise<void> {
	const pairing = (await query.pairingById(scope, pairingId))!;
	let visit = (await nextVisits(scope, [pairingId])).get(pairingId);
	let lookAt: Date | null = null;
	if (pairing.status === 'going_on' && !visit) {
		const made = await makeNextVisit(scope, pairing, campaign, now, zone);
		visit = (await nextVisits(scope, [pairingId])).get(pairingId);
		// nothing found: tomorrow the calendars look different; after its last day a campaign has none
		if (!made && dayOf(now, zone) < campaign.toDay) lookAt = new Date(now.getTime() + day);
	}
	lookAt ??= nextLook(tended(pairing, campaign, visit), now, zone);
	if (lookAt?.getTime() === pairing.lookAt?.getTime()) return;
	await query.changePairing(scope, pairingId, [pairing.status], { lookAt });
	await lookLater(scope, pairingId, lookAt);
}

function tended(pairing: query.PairingRow, { alarmMinutes }: CampaignRow, visit: TaskRow | undefined) {
	return {
		...pairing,
		alarmMinutes,
		visit: visit && { during: visit.during, status: visit.status as 'planned' | 'under_way' }
	};
}

const alarms: Partial<Record<Due, NoticeTemplate>> = {
	offer_silent: 'staff_pairing_silent',
	not_agreed: 'staff_first_meeting_open',
	not_met: 'staff_first_meeting_missed',
	visit_late: 'staff_visit_missed',
	visit_unfinished: 'staff_visit_unfinished'
};

async function meet(
	scope: Scope,
	due: Due,
	pairing: query.PairingRow,
	visit: TaskRow | undefined,
	now: Date
): Promise<void> {
	const template = alarms[due];
	const about = visit ? `${visit.id}:${visit.during.start.toISOString()}` : pairing.id;
	if (template) await tellStaff(scope, pairing, template, now, about);
	if (due === 'visit_missed' && visit) await missVisit(scope, pairing, visit, now);
	if (due === 'pause_over') {
		await query.movePairing(scope, pairing.id, 'going_on', { pausedFrom: null, pausedUntil: null });
		await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'resumed', null, now);
	}
}

async function missVisit(scope: Scope, pairing: query.PairingRow, visit: TaskRow, now: Date): Promise<void> {
	const off = { status: 'cancelled' as const, reason: missed, endedAt: now };
	if (!(await moveTask(scope, visit.id, ['planned'], off))) return;
	await recordEvent(scope, { kind: 'pairing', id: pairing.id }, 'visit_missed', null, now);
}

/** Takes up what the queue has forgotten, after a restore or a long stop. */
export async function resumePairings(scope: Scope, now: Date): Promise<void> {
	for (const pairingId of await query.overdueLooks(scope, now)) await tendPairing(scope, { pairingId }, now);
}
