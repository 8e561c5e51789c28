import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { requestForUpdate } from '#lib/requests/queries.server.ts';
import { refuseRequest } from '#lib/requests/triage.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { standingApproval } from './queries.server.ts';

/**
 * Staff give a request back with words, as long as nobody is being asked for it.
 * @throws AppError `already_taken` / `approval` with who approved it meanwhile
 */
export async function returnRequest(
	scope: Scope,
	actor: Actor,
	returned: { id: string; reason: string },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	// locked as approval locks it, so that the two cannot pass each other
	if (!(await requestForUpdate(scope, returned.id))) throw new AppError('not_found');
	await refuseIfAsked(scope, returned.id);
	await refuseRequest(scope, actor, returned, now);
}

/** @throws AppError `already_taken` / `approval` where volunteers are being asked for this request */
export async function refuseIfAsked(scope: Scope, requestId: string): Promise<void> {
	const standing = await standingApproval(scope, requestId);
	if (!standing) return;
	const colleague = await personById(scope, standing.approvedBy);
	throw new AppError('already_taken', 'approval', { name: colleague?.name ?? '' });
}
