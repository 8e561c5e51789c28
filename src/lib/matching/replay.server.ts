import { setImmediate as breathe } from 'node:timers/promises';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { inCommunity, type Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { day } from '#lib/shared/time.ts';
import { experienceOf } from './experience.server.ts';
import { planFactsFor } from './facts.server.ts';
import { weightsInForce } from './propose.server.ts';
import { newestWeights } from './queries.server.ts';
import type { ReplayFigures } from './tuning/figures.ts';
import { replay } from './tuning/replay.ts';
import * as query from './tuning-queries.server.ts';
import { defaultWeights, readWeights, type Weights } from './weights.ts';

/** Goes through the last month's requests with other weights. */
export const replayDue = jobKind<{ replayId: string }>('weights.replay');

/** How far back it goes, and how many requests at most: the newest. */
export const replayedTime = 30 * day;
export const mostReplayed = 500;

/** How often it is said how far it is, milliseconds. */
const between = 300;

/**
 * The admin tries weights on the requests of the last month.
 * @throws AppError `invalid` / `weights` that names a weight out of range, `invalid` / `offersKeptForScarce` where more is
 *   kept than there is
 */
export async function askReplay(
	scope: Scope,
	actor: Actor,
	weights: unknown,
	now: Date
): Promise<{ replayId: string }> {
	if (!actor.roles.includes('admin')) throw new AppError('not_allowed');
	const tried = readWeights(weights);
	const { offersPerWeek: most } = tried;
	if (tried.offersKeptForScarce > most) throw new AppError('invalid', 'offersKeptForScarce', { most });
	await query.forgetReplays(scope, new Date(now.getTime() - replayedTime));
	const replayId = newId();
	await query.addReplay(scope, {
		id: replayId,
		against: (await newestWeights(scope))?.version ?? 0,
		weights: tried,
		requestedBy: actor.personId,
		requestedAt: now
	});
	await enqueue(scope, replayDue, { replayId });
	return { replayId };
}

/** A trial and how it went, for staff. */
export async function replayFor(scope: Scope, actor: Actor, id: string): Promise<query.ReplayRow> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const row = await query.replayById(scope, id);
	if (!row) throw new AppError('not_found');
	return row;
}

/** Works `replayDue`: the weights in force and the others go through the same requests. */
export async function runReplay(scope: Scope, { replayId }: { replayId: string }, now: Date): Promise<void> {
	const row = await query.replayById(scope, replayId);
	if (!row || row.after) return;
	const { zone } = (await communityById(scope, scope.communityId))!;
	const rows = await query.requestsSince(scope, new Date(now.getTime() - replayedTime), mostReplayed);
	const { requests, volunteers } = await planFactsFor(scope, rows, now, zone);
	const past = requests.map((request, at) => ({ request, askedAt: rows[at]!.createdAt }));
	// what was learned is shown for both, even where one of them does not weigh it
	const learned = await experienceOf(scope, { likelihood: 1 }, now, zone);
	const tell = teller(scope, replayId, 2 * past.length);
	const go = (weights: Weights, from: number): Promise<ReplayFigures> =>
		replay(past, volunteers, weights, { zone, learned, step: (done) => tell(from + done) });
	const before = await go(await weightsOfVersion(scope, row.against), 0);
	const after = await go(readWeights(row.weights), past.length);
	await query.changeReplay(scope, replayId, { done: 2 * past.length, total: 2 * past.length, before, after });
}

/** The weights of a version; version 0 are the defaults. */
export async function weightsOfVersion(scope: Scope, version: number): Promise<Weights> {
	const inForce = await weightsInForce(scope);
	if (version === inForce.version) return inForce.weights;
	const found = (await query.weightVersionsOf(scope)).find((one) => one.version === version);
	return found ? readWeights(found.weights) : defaultWeights;
}

/**
 * Lets others work between two requests, and now and then writes down how far it is, where it can be seen at once. Where
 * the pool is too busy for that, the replay goes on unseen.
 */
function teller({ communityId }: Scope, replayId: string, total: number): (done: number) => Promise<void> {
	let next = performance.now() + between;
	return async (done) => {
		await breathe();
		if (performance.now() < next) return;
		next = performance.now() + between;
		const seen = inCommunity(communityId, (scope) => query.changeReplay(scope, replayId, { done, total }));
		await seen.catch((error: unknown) => {
			if (!(error instanceof AppError)) throw error;
		});
	};
}
