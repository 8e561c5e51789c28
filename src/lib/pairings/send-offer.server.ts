import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { undoSeconds } from '#lib/matching/offers.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { pairingOffered } from './look.server.ts';
import { changePairing, pairingForUpdate } from './pair-queries.server.ts';
import { campaignById } from './queries.server.ts';

/** Until then an approval can be undone; then its offers leave. */
export function offersLeaveAt(approvedAt: Date): Date {
	return new Date(approvedAt.getTime() + undoSeconds * 1000);
}

/** Has the member of a pair asked when its approval can no longer be undone. */
export function offerSoon(scope: Scope, pairingId: string, now: Date): Promise<void> {
	return enqueue(scope, pairingOffered, { pairingId }, offersLeaveAt(now));
}

/** Works `pairingOffered`: the member reads the offer from now on. What was undone or ended meanwhile is not sent. */
export async function sendPairingOffer(
	scope: Scope,
	{ pairingId }: { pairingId: string },
	now: Date
): Promise<void> {
	const pairing = await pairingForUpdate(scope, pairingId);
	if (pairing?.status !== 'offered' || pairing.offeredAt) return;
	await changePairing(scope, pairingId, ['offered'], { offeredAt: now });
	const campaign = await campaignById(scope, pairing.campaignId);
	const news = {
		template: 'pairing_offered',
		params: { name: campaign?.name ?? '' },
		path: `/volunteer/pairs/${pairingId}`,
		about: pairingId
	} as const;
	await notify(scope, [pairing.memberId], news, now);
}
