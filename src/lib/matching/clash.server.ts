import type { Scope } from '#lib/db/client.server.ts';
import { jobKind } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { requestForUpdate } from '#lib/requests/queries.server.ts';
import { overlaps } from '#lib/shared/time.ts';
import { tasksOf } from '#lib/tasks/queries.server.ts';
import { standingStates } from '#lib/tasks/tasks.ts';
import * as query from './queries.server.ts';
import { advance } from './wave.server.ts';

/** Somebody has promised to come: what he is asked for at the same time is no longer for him. */
export const promiseMade = jobKind<{ personId: string }>('promise.made');

/** Works `promiseMade`: those offers go on to others at once, instead of waiting for an answer that cannot be yes. */
export async function passOnClashing(
	scope: Scope,
	{ personId }: { personId: string },
	now: Date
): Promise<void> {
	const promised = await tasksOf(scope, personId, standingStates);
	const open = await query.offersTo(scope, personId, ['waiting', 'sent']);
	const clashing = open
		.filter(({ during }) => promised.some((task) => overlaps(task.during, during)))
		.sort((a, b) => (a.requestId < b.requestId ? -1 : 1));
	for (const { id, requestId, approvalId } of clashing) {
		await requestForUpdate(scope, requestId);
		const offer = await query.moveOffer(scope, id, 'withdrawn', { answeredAt: now });
		if (!offer) continue;
		const news = { template: 'offer_withdrawn', path: '/volunteer', about: id } as const;
		if (offer.sentAt) await notify(scope, [personId], news, now);
		await advance(scope, approvalId, now);
	}
}
