import type { Scope } from '#lib/db/client.server.ts';
import { day, hour } from '#lib/shared/time.ts';
import { isNeed, needs } from '#lib/skills/needs.ts';
import { distanceBand, learn, type Learned, type Tally } from './likelihood.ts';
import * as query from './learning-queries.server.ts';
import type { Weights } from './weights.ts';

/** So long what was learned is used again: a year's rates do not change within an hour. */
const freshFor = hour;
const kept = new Map<string, { at: number; learned: Learned }>();

/**
 * What the community has learned of its offers and promises of the last year; undefined where the weights do not ask
 * for it. Needs that ask for the same skill are one kind.
 */
export async function experienceOf(
	scope: Scope,
	{ likelihood }: Pick<Weights, 'likelihood'>,
	now: Date,
	zone: string
): Promise<Learned | undefined> {
	if (likelihood === 0) return undefined;
	const known = kept.get(scope.communityId);
	if (known && Math.abs(now.getTime() - known.at) < freshFor) return known.learned;
	const learned = learn(await talliesSince(scope, new Date(now.getTime() - 365 * day), zone));
	kept.set(scope.communityId, { at: now.getTime(), learned });
	return learned;
}

/** The year's offers and promises, counted. */
export async function talliesSince(scope: Scope, since: Date, zone: string): Promise<Tally[]> {
	const none = { yes: 0, no: 0, dropped: 0, kept: 0 };
	const answers = await query.answersSince(scope, since, zone);
	const promises = await query.promisesSince(scope, since, zone);
	return [...answers, ...promises].flatMap(({ need, distance, ...counts }) => {
		if (!isNeed(need)) return [];
		return [{ ...none, ...counts, skill: needs[need].skill, distance: distance ?? distanceBand(null) }];
	});
}
