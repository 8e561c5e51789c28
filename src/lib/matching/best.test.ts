import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOf } from './best.ts';
import { contextAt, zone } from './facts.fixture.ts';
import type { RelaxableGate } from './matching.ts';
import { manifoldTown } from './planning/manifold-town.fixture.ts';
import { seenFrom, weekOf } from './planning/seen-from.ts';
import { shortlist } from './shortlist.ts';
import { defaultWeights } from './weights.ts';

const lifts = fc.subarray<RelaxableGate>(['skill', 'time', 'reach', 'weekly_minutes', 'gender']);

test('the best are those of the shortlist that looks at everybody, word for word', () => {
	let found = 0;
	fc.assert(
		fc.property(
			manifoldTown,
			lifts,
			fc.integer({ min: 1, max: 9 }),
			({ requests, volunteers }, lifted, limit) => {
				const context = { ...contextAt(), lifted };
				for (const request of requests) {
					const week = weekOf((request.windows[0]?.start ?? context.now).getTime(), zone);
					const views = volunteers.map((one) => seenFrom(request, one, week));
					const helpers = new Map(
						volunteers.flatMap(({ personId, histories }) => {
							const history = histories.get(request.forPersonId);
							return history ? [[personId, history] as const] : [];
						})
					);
					const best = bestOf(request, volunteers, helpers, defaultWeights, context, limit);
					expect(best).toEqual(shortlist(request, views, defaultWeights, context, limit).best);
					found += best.length;
				}
			}
		),
		{ numRuns: 600 }
	);
	expect(found).toBeGreaterThan(50);
});
