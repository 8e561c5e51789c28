import type { Scope } from '../db/client.server.ts';
import { recordEvent } from '../audit/record.server.ts';
import { AppError } from '../shared/errors.ts';
import { buildingById } from '../places/queries.server.ts';
import type { Actor } from './people.ts';
import { homeOf } from './open.server.ts';
import { changePerson, personById } from './queries.server.ts';
import { endOwnSession } from './session-queries.server.ts';
import { homeAt } from './register.server.ts';

/** Where the reader lives, with the door; null where that is not known. */
export async function ownHome(
	scope: Scope,
	{ personId }: Actor
): Promise<{ buildingId: string; door: string } | null> {
	const person = await personById(scope, personId);
	return person?.householdId ? homeOf(scope, person.householdId) : null;
}

/**
 * Says where one lives now. Staff see it in the person's timeline.
 * @throws AppError `invalid` / `building` for a building that is none of this community's
 */
export async function moveHome(
	scope: Scope,
	actor: Actor,
	home: { buildingId: string; door: string },
	now: Date
): Promise<void> {
	if (!(await buildingById(scope, home.buildingId))) throw new AppError('invalid', 'building');
	const householdId = await homeAt(scope, home.buildingId, home.door);
	await changePerson(scope, actor.personId, { householdId });
	await recordEvent(scope, { kind: 'person', id: actor.personId }, 'moved', actor.personId, now);
}

/**
 * Signs one of one's own devices out.
 * @throws AppError `not_found` for a session that is somebody else's or over
 */
export async function endDevice(scope: Scope, actor: Actor, idHash: string): Promise<void> {
	if (!(await endOwnSession(scope, actor.accountId, idHash))) throw new AppError('not_found');
}
