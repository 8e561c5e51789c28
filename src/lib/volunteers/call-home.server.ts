import type { ConsentPurpose } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { sisterCommunities } from '#lib/places/queries.server.ts';

/** Set off in a community when a guest of it does not help any longer, by who that is at home. */
export const calledHome = jobKind<{ homePersonId: string }>('guest.called_home');

/** Works `cardEnded`: who is no volunteer at home is none as a guest, wherever that may be in the sub-district. */
export async function callHome(scope: Scope, { personId }: { personId: string }): Promise<void> {
	for (const { id } of await sisterCommunities(scope)) {
		await enqueue({ tx: scope.tx, communityId: id }, calledHome, { homePersonId: personId });
	}
}

/** Works `consentWithdrawn`: who does not want to be lent any longer comes home (PIPL 15). */
export async function callHomeWithoutConsent(
	scope: Scope,
	{ personId, purpose }: { personId: string; purpose: ConsentPurpose }
): Promise<void> {
	if (purpose === 'neighbours') await callHome(scope, { personId });
}
