import type { Scope } from '../db/client.server.ts';
import { jobKind, enqueue } from '../jobs/queue.server.ts';
import type { Actor, ConsentPurpose } from './people.ts';
import { withdrawStanding } from './consent-queries.server.ts';
import { consentTo } from './register.server.ts';

/** Set off when someone withdraws consent; rooms above stop what rested on it. */
export const consentWithdrawn = jobKind<{ personId: string; purpose: ConsentPurpose }>('consent.withdrawn');

/** Gives consent for one purpose in the present wording. */
export async function giveConsent(
	scope: Scope,
	actor: Actor,
	purpose: ConsentPurpose,
	now: Date
): Promise<void> {
	await consentTo(scope, actor.personId, [purpose], null, now);
}

/** Withdraws it; what rested on it stops. */
export async function withdrawConsent(
	scope: Scope,
	actor: Actor,
	purpose: ConsentPurpose,
	now: Date
): Promise<void> {
	if (!(await withdrawStanding(scope, actor.personId, purpose, now))) return;
	await enqueue(scope, consentWithdrawn, { personId: actor.personId, purpose });
}
