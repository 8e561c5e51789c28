import { describe, expect, it } from 'vitest';
import { at, held, requestWith, zone } from '../facts.fixture.ts';
import { distanceBand, learn } from '../likelihood.ts';
import type { RequestFacts } from '../matching.ts';
import type { Planned } from '../planning/planning.ts';
import { plannedWith } from '../planning/town.fixture.ts';
import { defaultWeights, type Weights } from '../weights.ts';
import { replay } from './replay.ts';

/** A tap on each of so many days, asked for in the morning. */
const taps = (days: number, facts: Partial<RequestFacts> = {}) =>
	Array.from({ length: days }, (_, index) => {
		const day = `2026-03-${String(index + 1).padStart(2, '0')}`;
		const windows = [{ start: at(day, '15:00'), end: at(day, '17:00') }];
		const request = requestWith({ id: day, windows, deadline: at(day, '17:00'), ...facts });
		return { request, askedAt: at(day, '09:00') };
	});
const near = plannedWith({ personId: 'near', place: { east: 100, north: 0 }, tasksEver: 5 });
const far = plannedWith({ personId: 'far', place: { east: 700, north: 0 }, tasksEver: 5 });
const run = (past: ReturnType<typeof taps>, volunteers: Planned[], weights: Partial<Weights> = {}) =>
	replay(past, volunteers, { ...defaultWeights, ...weights }, { zone });

describe('a replay', () => {
	it('says what share was filled, how far people went and how long it took', async () => {
		expect(await run(taps(3), [near, far], { loadStep: 0 })).toMatchObject({
			requests: 3,
			places: 3,
			filled: 3,
			medianMetres: 100,
			medianHours: 6
		});
	});
	it('spreads the load as the weights say', async () => {
		const spread = await run(taps(6), [near, far], { loadStep: 1_000 });
		const heaped = await run(taps(6), [near, far], { loadStep: 0 });
		expect(spread.mostTasks).toBe(3);
		expect(spread.busiestTenth).toBe(0.5);
		expect(heaped.mostTasks).toBe(6);
		expect(heaped.busiestTenth).toBe(1);
	});
	it('has nobody in two places and nobody past the limits he set', async () => {
		const twice = taps(1).flatMap((one) => [
			one,
			{ ...one, request: { ...one.request, id: 'other', minutes: 100 } }
		]);
		expect(await run(twice, [near])).toMatchObject({ places: 2, filled: 1 });
		const capped = plannedWith({ personId: 'near', weeklyMinutesMax: 60 });
		expect(await run(taps(5, { deadline: null }), [capped])).toMatchObject({ filled: 2 });
	});
	it('lifts the limits near the deadline, as the weights say', async () => {
		const capped = plannedWith({ personId: 'near', weeklyMinutesMax: 60 });
		expect(await run(taps(5), [capped], { softCapHours: 8 })).toMatchObject({ filled: 5 });
		expect(await run(taps(5), [capped], { softCapHours: 7 })).toMatchObject({ filled: 2 });
	});
	it('goes through the requests in the order in which they were made', async () => {
		const order: number[] = [];
		const step = (done: number) => void order.push(done);
		await replay(taps(3).reverse(), [near], defaultWeights, { zone, step });
		expect(order).toEqual([1, 2, 3]);
	});
	it('does not count what was promised in fact, nor who cannot be called upon', async () => {
		const busy = plannedWith({
			personId: 'near',
			activeTasks: 9,
			busy: [{ span: { start: at('2026-03-01', '08:00'), end: at('2026-03-30', '08:00') }, place: null }]
		});
		const other = plannedWith({ personId: 'other', skills: [held('haircuts', 2)] });
		expect(await run(taps(2), [busy, other])).toMatchObject({ filled: 2, busiestTenth: 1 });
	});
	it('adds up what each part has cost', async () => {
		const { points, likely } = await run(taps(1), [near]);
		expect(points.distance).toBe(100);
		expect(likely).toBeNull();
	});
	it('says how likely those chosen say yes, where that was learned', async () => {
		const learned = learn([
			{ skill: 'plumbing', hour: 15, distance: distanceBand(100), yes: 900, no: 100, kept: 950, dropped: 50 }
		]);
		const { likely } = await replay(taps(1), [near], defaultWeights, { zone, learned });
		expect(likely).toBeCloseTo(0.86, 1);
	});
	it('of nothing has no figures that mislead', async () => {
		expect(await run([], [near])).toMatchObject({
			filled: 0,
			medianMetres: null,
			medianHours: null,
			busiestTenth: 0
		});
	});
});
