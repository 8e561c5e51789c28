import type { Scope } from '../db/client.server.ts';
import { recordEvent } from '../audit/record.server.ts';
import { enqueue } from '../jobs/queue.server.ts';
import { AppError } from '../shared/errors.ts';
import { consentWithdrawn } from './consent.server.ts';
import { isStaff, type Actor, type ConsentPurpose } from './people.ts';
import { withdrawStanding } from './consent-queries.server.ts';
import { personById } from './queries.server.ts';
import { consentTo } from './register.server.ts';

interface Said {
	personId: string;
	purpose: ConsentPurpose;
}

/** Staff write down a consent that someone gave them by word of mouth. */
export async function takeConsent(scope: Scope, actor: Actor, said: Said, now: Date): Promise<void> {
	await personWhoSaid(scope, actor, said);
	const added = await consentTo(scope, said.personId, [said.purpose], actor.personId, now);
	if (added.length === 0) return;
	const subject = { kind: 'person', id: said.personId } as const;
	await recordEvent(scope, subject, 'consent_taken', actor.personId, now, { purpose: said.purpose });
}

/** Staff write down that someone took a consent back; what rested on it stops (PIPL 15). */
export async function takeBackConsent(scope: Scope, actor: Actor, said: Said, now: Date): Promise<void> {
	await personWhoSaid(scope, actor, said);
	if (!(await withdrawStanding(scope, said.personId, said.purpose, now))) return;
	const subject = { kind: 'person', id: said.personId } as const;
	await recordEvent(scope, subject, 'consent_taken_back', actor.personId, now, { purpose: said.purpose });
	await enqueue(scope, consentWithdrawn, said);
}

async function personWhoSaid(scope: Scope, actor: Actor, { personId }: Said): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!(await personById(scope, personId))) throw new AppError('not_found');
}
