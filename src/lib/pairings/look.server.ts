import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';

/** Looks at a pair when something may have fallen due. Looking twice does nothing twice. */
export const pairingLook = jobKind<{ pairingId: string }>('pairing.look');

/** Asks the member of a pair that was approved ten seconds ago. */
export const pairingOffered = jobKind<{ pairingId: string }>('pairing.offered');

/** Has the queue look at a pair then; not at all where nothing lies ahead. */
export async function lookLater(scope: Scope, pairingId: string, at: Date | null): Promise<void> {
	if (at) await enqueue(scope, pairingLook, { pairingId }, at);
}
