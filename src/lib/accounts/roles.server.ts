import type { Scope } from '../db/client.server.ts';
import { recordEvent } from '../audit/record.server.ts';
import { AppError } from '../shared/errors.ts';
import type { Actor } from './people.ts';
import { personById, type PersonRow } from './queries.server.ts';
import { endRole, grantRole } from './role-queries.server.ts';

/** The community's admin takes someone on as staff. The person must have been verified. */
export async function grantStaff(scope: Scope, actor: Actor, personId: string, now: Date): Promise<void> {
	const person = await personToChange(scope, actor, personId);
	if (!person.verifiedAt) throw new AppError('not_possible_now', 'unverified_staff');
	await grantRole(scope, personId, 'staff', actor.personId, now);
	await recordEvent(scope, { kind: 'person', id: personId }, 'staff_granted', actor.personId, now);
}

/** The admin ends it; nobody ends his own. */
export async function endStaff(scope: Scope, actor: Actor, personId: string, now: Date): Promise<void> {
	await personToChange(scope, actor, personId);
	if (personId === actor.personId) throw new AppError('not_allowed', 'own_role');
	await endRole(scope, personId, 'staff', now);
	await recordEvent(scope, { kind: 'person', id: personId }, 'staff_ended', actor.personId, now);
}

async function personToChange(scope: Scope, actor: Actor, personId: string): Promise<PersonRow> {
	if (!actor.roles.includes('admin')) throw new AppError('not_allowed');
	const person = await personById(scope, personId);
	if (!person) throw new AppError('not_found');
	return person;
}
