import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordOpening } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { noteOf, requestFor } from './ask.server.ts';

/** The free note of a request, opened for staff and written down for the one helped to see (PIPL). Null where there is none. */
export async function openNote(
	scope: Scope,
	actor: Actor,
	opening: { requestId: string; reason: string },
	now: Date
): Promise<string | null> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const request = await requestFor(scope, actor, opening.requestId);
	if (!request.noteSealed) return null;
	const { forPersonId: personId } = request;
	await recordOpening(scope, {
		personId,
		what: 'note',
		reason: opening.reason,
		actorId: actor.personId,
		at: now
	});
	return noteOf(scope, request);
}
