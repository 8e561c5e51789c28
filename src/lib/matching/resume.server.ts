import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { hour } from '#lib/shared/time.ts';
import { deadlineNears } from './near-deadline.server.ts';
import { offerLapses, offerReminds } from './offer.server.ts';
import { weightsInForce } from './propose.server.ts';
import { overdueOffers, requestsDueBy } from './wave-queries.server.ts';
import { offerDue, scarceFirst } from './wave.server.ts';

/**
 * Puts back into the queue what it has forgotten, after a restore or a long stop: nothing that was promised waits for
 * ever. What stands in the queue twice is done once.
 */
export async function resumeOffers(scope: Scope, now: Date): Promise<void> {
	const { due, reminders, lapsed } = await overdueOffers(scope, now);
	for (const { id, scarce } of due)
		await enqueue(scope, offerDue, { offerId: id }, now, scarce ? scarceFirst : 0);
	for (const offerId of reminders) await enqueue(scope, offerReminds, { offerId });
	for (const offerId of lapsed) await enqueue(scope, offerLapses, { offerId });
	const { softCapHours } = (await weightsInForce(scope)).weights;
	const soon = new Date(now.getTime() + softCapHours * hour);
	for (const requestId of await requestsDueBy(scope, now, soon)) {
		await enqueue(scope, deadlineNears, { requestId });
	}
}
