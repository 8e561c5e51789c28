import type { ConsentPurpose } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { requestForUpdate, requestsOf } from '#lib/requests/queries.server.ts';
import { openStates } from './again.ts';
import * as query from './queries.server.ts';
import { advance } from './wave.server.ts';

/** Works `consentWithdrawn`: nobody more is told of this person's requests (PIPL 15). */
export async function stopMatching(
	scope: Scope,
	{ personId, purpose }: { personId: string; purpose: ConsentPurpose },
	now: Date
): Promise<void> {
	if (purpose !== 'matching') return;
	const mine = (await requestsOf(scope, personId))
		.filter((one) => one.forPersonId === personId && one.life === 'open')
		.sort((a, b) => (a.id < b.id ? -1 : 1));
	for (const { id } of mine) await requestForUpdate(scope, id);
	const standing = await query.standingApprovals(
		scope,
		mine.map((one) => one.id)
	);
	for (const approval of standing.values()) {
		await query.endApproval(scope, approval.id, 'withdrawn', now);
		for (const offer of await query.withdrawOpenOffers(scope, approval.id, now)) {
			const news = { template: 'offer_withdrawn', path: '/volunteer', about: offer.id } as const;
			if (offer.reached) await notify(scope, [offer.personId], news, now);
		}
	}
}

/** Works `cardEnded`: what was offered to this person goes to the next reserves (志愿服务条例 25). */
export async function passOnOffers(
	scope: Scope,
	{ personId }: { personId: string },
	now: Date
): Promise<void> {
	const open = await query.offersTo(scope, personId, [...openStates]);
	const inOrder = open.sort((a, b) => (a.requestId < b.requestId ? -1 : 1));
	for (const { id, requestId, approvalId } of inOrder) {
		await requestForUpdate(scope, requestId);
		if (await query.moveOffer(scope, id, 'withdrawn', { answeredAt: now }))
			await advance(scope, approvalId, now);
	}
}
