import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hour } from '#lib/shared/time.ts';
import { liftedByDeadline, unmatchedCost } from './deadline.ts';
import { at, contextAt, requestWith, volunteerWith } from './facts.fixture.ts';
import { occasionOf } from './occasion.ts';
import { costOf } from './score.ts';
import { defaultWeights as weights } from './weights.ts';

const deadline = at('2026-03-20', '12:00');

function before(hours: number): Date {
	return new Date(deadline.getTime() - hours * hour);
}

describe('leaving a request open', () => {
	test('costs the more, the more urgent it is', () => {
		const costs = (['flexible', 'week', 'days', 'today'] as const).map((urgency) =>
			unmatchedCost(requestWith({ urgency, deadline: null }), weights, before(100))
		);
		expect(costs).toEqual([8_000, 12_000, 20_000, 40_000]);
	});

	test('costs more in the last two days, all of it at the deadline and afterwards', () => {
		const request = requestWith({ urgency: 'week', deadline });
		const costs = [100, 48, 24, 0, -5].map((hours) => unmatchedCost(request, weights, before(hours)));
		expect(costs).toEqual([12_000, 12_000, 32_000, 52_000, 52_000]);
	});

	test('is a whole number that never falls as time goes on', () => {
		const request = requestWith({ urgency: 'days', deadline });
		fc.assert(
			fc.property(
				fc.double({ min: -10, max: 100, noNaN: true }),
				fc.double({ min: 0, max: 50, noNaN: true }),
				(h, more) => {
					const later = unmatchedCost(request, weights, before(h));
					const sooner = unmatchedCost(request, weights, before(h + more));
					expect(Number.isInteger(later)).toBe(true);
					expect(later).toBeGreaterThanOrEqual(sooner);
				}
			)
		);
	});

	test('is dearer than sending a tired stranger from the far end of the community', () => {
		const request = requestWith({ urgency: 'flexible', deadline: null });
		const tired = volunteerWith({ place: { east: 3_000, north: 0 }, tasksThisMonth: 12, lateDropOuts: 2 });
		expect(costOf(occasionOf(request, contextAt()), tired, weights)).toBeLessThan(
			unmatchedCost(request, weights, before(100))
		);
	});
});

describe('near the deadline', () => {
	test('the caps for comfort lift, nothing else does', () => {
		const request = requestWith({ deadline });
		expect(liftedByDeadline(request, weights, before(6.1))).toEqual([]);
		expect(liftedByDeadline(request, weights, before(6))).toEqual(['active_tasks', 'weekly_minutes']);
	});

	test('without a deadline they stay', () => {
		expect(liftedByDeadline(requestWith({ deadline: null }), weights, deadline)).toEqual([]);
	});
});
