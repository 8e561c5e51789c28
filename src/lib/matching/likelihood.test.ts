import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextAt, at, requestWith, volunteerWith } from './facts.fixture.ts';
import { chancesOf, distanceBand, hourBand, learn, type Tally } from './likelihood.ts';
import { occasionOf } from './occasion.ts';
import { costOf, partsOf } from './score.ts';
import { defaultWeights } from './weights.ts';

const tally = (change: Partial<Tally> = {}): Tally => ({
	skill: 'plumbing',
	hour: 15,
	distance: distanceBand(100),
	yes: 0,
	no: 0,
	dropped: 0,
	kept: 0,
	...change
});
const near = distanceBand(100);
const far = distanceBand(1_500);
const share = (tallies: Tally[], distance: number, hour: number | null = hourBand(15)) =>
	chancesOf(learn(tallies), 'plumbing', hour)[distance]!.share;

describe('bands', () => {
	it('of distance begin at their steps, and one is for what has no distance', () => {
		expect([0, 199, 200, 999, 1_000, 1_999, 2_000, 90_000].map(distanceBand)).toEqual([
			0, 0, 1, 2, 3, 3, 4, 4
		]);
		expect(distanceBand(null)).toBe(5);
	});
	it('of hours hold the parts of a day', () => {
		expect([0, 7, 8, 10, 11, 13, 14, 17, 18, 23].map(hourBand)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
	});
});

describe('what a community has learned', () => {
	it('of nothing is the same everywhere', () => {
		expect(chancesOf(learn([]), 'plumbing', null).map(({ relative }) => relative)).toEqual([
			1, 1, 1, 1, 1, 1
		]);
	});
	it('of many cases is what happened', () => {
		const many = [
			tally({ yes: 9_000, no: 1_000, kept: 8_100, dropped: 900 }),
			tally({ distance: far, yes: 3_000, no: 7_000, kept: 3_000 })
		];
		expect(share(many, near)).toBeCloseTo(0.9 * 0.9, 1);
		expect(share(many, far)).toBeCloseTo(0.3, 1);
	});
	it('of few cases stays near what is usual over that distance', () => {
		const usual = tally({ skill: 'gardening', yes: 800, no: 200 });
		const one = tally({ no: 1 });
		expect(share([usual, one], near)).toBeGreaterThan(0.85 * share([usual], near));
		expect(share([usual, one], near)).toBeLessThan(share([usual], near));
	});
	it('at one hour says little of another', () => {
		const evenings = [tally({ yes: 500, no: 500 }), tally({ hour: 20, no: 500 })];
		expect(share(evenings, near, hourBand(20))).toBeLessThan(0.1);
		expect(share(evenings, near, hourBand(15))).toBeGreaterThan(0.4);
		const open = share(evenings, near, null);
		expect(open).toBeGreaterThan(share(evenings, near, hourBand(20)));
		expect(open).toBeLessThan(share(evenings, near, hourBand(15)));
	});
	it('is a share between nothing and all, and never falls when one more says yes', () => {
		const counts = fc.record({ yes: fc.nat(200), no: fc.nat(200), dropped: fc.nat(50), kept: fc.nat(50) });
		const cases = fc.array(
			fc
				.record({ counts, hour: fc.nat(23), distance: fc.nat(5) })
				.map(({ counts, ...rest }) => tally({ ...counts, ...rest })),
			{ maxLength: 12 }
		);
		fc.assert(
			fc.property(cases, fc.nat(5), fc.option(fc.nat(4), { nil: null }), (tallies, distance, hour) => {
				const before = share(tallies, distance, hour);
				expect(before).toBeGreaterThan(0);
				expect(before).toBeLessThan(1);
				const more = [...tallies, tally({ distance, hour: [4, 9, 12, 15, 20][hour ?? 3]!, yes: 1 })];
				expect(share(more, distance, hour)).toBeGreaterThanOrEqual(before);
			})
		);
	});
});

describe('in the score', () => {
	const learned = learn([tally({ yes: 900, no: 100 }), tally({ distance: far, yes: 100, no: 900 })]);
	const away = volunteerWith({ place: { east: 1_400, north: 0 } });
	const costs = (context = contextAt(), weights = defaultWeights) =>
		costOf(occasionOf(requestWith(), context), away, weights);

	it('weighs what is usual over such a distance, up to its weight', () => {
		const part = costs({ ...contextAt(), learned }) - costs();
		expect(part).toBeGreaterThan(0.8 * defaultWeights.likelihood);
		expect(part).toBeLessThanOrEqual(defaultWeights.likelihood);
	});
	it('is off with a weight of nothing, and where nothing was learned', () => {
		expect(costs({ ...contextAt(), learned }, { ...defaultWeights, likelihood: 0 })).toBe(costs());
		const parts = partsOf(occasionOf(requestWith(), contextAt()), away, defaultWeights);
		expect(parts.map(({ code }) => code)).not.toContain('likelihood');
	});
	it('looks at the hour only where it is certain', () => {
		const evening = learn([
			tally({ hour: 20, distance: far, no: 1_000 }),
			tally({ yes: 1_000 }),
			tally({ distance: far, yes: 1_000 })
		]);
		const chance = (from: string, to: string) => {
			const windows = [{ start: at('2026-03-10', from), end: at('2026-03-10', to) }];
			return occasionOf(requestWith({ windows }), { ...contextAt(), learned: evening }).chances![far]!.share;
		};
		expect(chance('19:00', '21:00')).toBeLessThan(0.1);
		expect(chance('15:00', '17:00')).toBeGreaterThan(0.8);
		expect(chance('09:00', '21:00')).toBeGreaterThan(chance('19:00', '21:00'));
		expect(chance('09:00', '21:00')).toBeLessThan(chance('15:00', '17:00'));
	});
});
