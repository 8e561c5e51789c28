import type { Scope } from '../db/client.server.ts';
import { recordEvent } from '../audit/record.server.ts';
import { AppError } from '../shared/errors.ts';
import { isStaff, type Actor } from './people.ts';
import { addAvoidance, removeAvoidance } from './avoidance-queries.server.ts';
import { peopleByIds } from './queries.server.ts';

/** Two people are not to be brought together, whoever of them wished it. Why is not written down. */
export async function keepApart(
	scope: Scope,
	actor: Actor,
	pair: { personId: string; otherId: string },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const { personId, otherId } = pair;
	const known = await peopleByIds(scope, [personId, otherId]);
	if (personId === otherId || known.length < 2) throw new AppError('not_found');
	await addAvoidance(scope, personId, otherId, now);
	await recordEvent(scope, { kind: 'person', id: personId }, 'kept_apart', actor.personId, now);
}

/** They may be brought together again. */
export async function endKeepApart(
	scope: Scope,
	actor: Actor,
	pair: { personId: string; otherId: string },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	await removeAvoidance(scope, pair.personId, pair.otherId);
	await recordEvent(scope, { kind: 'person', id: pair.personId }, 'kept_apart_ended', actor.personId, now);
}
