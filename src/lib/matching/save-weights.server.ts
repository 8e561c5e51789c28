import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { weightsInForce } from './propose.server.ts';
import { addWeights } from './tuning-queries.server.ts';
import { readWeights } from './weights.ts';

/** Weights to be in force from now on. */
export interface NewWeights {
	weights: unknown;
	/** The version that was in force when they were decided on. */
	against: number;
	/** In the admin's words. */
	reason: string;
}

/**
 * The admin puts weights in force as a new version; what was approved before keeps its own.
 * @throws AppError `changed_meanwhile` / `weights` where another version has come into force since
 */
export async function saveWeights(
	scope: Scope,
	actor: Actor,
	given: NewWeights,
	now: Date
): Promise<{ version: number }> {
	if (!actor.roles.includes('admin')) throw new AppError('not_allowed');
	if (!given.reason.trim()) throw new AppError('invalid', 'reason');
	const inForce = await weightsInForce(scope);
	const version = inForce.version + 1;
	const added =
		inForce.version === given.against &&
		(await addWeights(scope, {
			version,
			weights: readWeights(given.weights),
			reason: given.reason.trim(),
			createdBy: actor.personId,
			createdAt: now
		}));
	if (!added) throw new AppError('changed_meanwhile', 'weights');
	return { version };
}
