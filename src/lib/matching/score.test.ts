import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SkillLevel } from '#lib/skills/skills.ts';
import { contextAt, held, requestWith, saidOnly, volunteerWith } from './facts.fixture.ts';
import { distanceBand, learn } from './likelihood.ts';
import type { PartCode, RequestFacts, VolunteerFacts } from './matching.ts';
import { occasionOf } from './occasion.ts';
import { costOf, fitOf, partsOf } from './score.ts';
import { defaultWeights, weightNames, weightRange, type Weights } from './weights.ts';

function cost(
	request: Partial<RequestFacts>,
	volunteer: Partial<VolunteerFacts>,
	weights: Weights = defaultWeights
): number {
	return costOf(occasionOf(requestWith(request), contextAt()), volunteerWith(volunteer), weights);
}

function points(code: PartCode, request: Partial<RequestFacts>, volunteer: Partial<VolunteerFacts>) {
	return partsOf(
		occasionOf(requestWith(request), contextAt()),
		volunteerWith(volunteer),
		defaultWeights
	).find((part) => part.code === code)?.points;
}

const level = fc.constantFrom<SkillLevel>(1, 2, 3);
const count = fc.integer({ min: 0, max: 1_000 });
const place = fc.option(
	fc.record({
		east: fc.integer({ min: -50_000, max: 50_000 }),
		north: fc.integer({ min: -50_000, max: 50_000 })
	}),
	{ nil: null }
);
const words = fc.subarray(['mandarin', 'wu', 'sign', 'chess']);
const gender = fc.constantFrom(null, 'female' as const, 'male' as const);
const anyRequest: fc.Arbitrary<Partial<RequestFacts>> = fc.record({
	level,
	place,
	presence: fc.constantFrom('home' as const, 'outside' as const, 'telephone' as const),
	wishes: fc.record({ gender, languages: words, interests: words })
});
const anyVolunteer: fc.Arbitrary<Partial<VolunteerFacts>> = fc.record({
	place,
	skills: fc.array(
		fc
			.tuple(level, fc.boolean())
			.map(([level, sure]) => (sure ? held('plumbing', level) : saidOnly('plumbing', level))),
		{ maxLength: 2 }
	),
	gender,
	languages: words,
	interests: words,
	history: fc.record({ helps: count, good: count, last: fc.boolean() }),
	tasksThisMonth: count,
	lateDropOuts: count,
	tasksEver: count
});
const anyWeights: fc.Arbitrary<Weights> = fc
	.tuple(...weightNames.map((name) => fc.integer(weightRange(name))))
	.map((values) => ({
		...defaultWeights,
		...Object.fromEntries(weightNames.map((name, index) => [name, values[index]]))
	}));

describe('the cost of a pair', () => {
	test('is a whole number between 0 and 2^31 − 1, whatever the weights', () => {
		fc.assert(
			fc.property(anyRequest, anyVolunteer, anyWeights, (request, volunteer, weights) => {
				const points = cost(request, volunteer, weights);
				expect(Number.isInteger(points)).toBe(true);
				expect(points).toBeGreaterThanOrEqual(0);
				expect(points).toBeLessThan(2 ** 31);
			})
		);
	});

	test('stays there with all weights at their highest and the worst of volunteers', () => {
		const weights = { ...defaultWeights };
		for (const name of weightNames) weights[name] = weightRange(name).max;
		const request = {
			level: 3,
			wishes: { gender: 'female', languages: ['wu'], interests: ['chess'] }
		} as const;
		const worst = {
			skills: [],
			place: { east: 1e9, north: 1e9 },
			tasksThisMonth: 1e6,
			lateDropOuts: 1e6,
			tasksEver: 1e6
		};
		expect(cost(request, worst, weights)).toBeLessThan(2 ** 31);
	});

	test('is the sum of its parts', () => {
		fc.assert(
			fc.property(anyRequest, anyVolunteer, (request, volunteer) => {
				const occasion = occasionOf(requestWith(request), contextAt());
				const parts = partsOf(occasion, volunteerWith(volunteer), defaultWeights);
				expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(cost(request, volunteer));
			})
		);
	});
});

describe('fairness', () => {
	test('gender, age and party membership never change it where nobody wished anything', () => {
		fc.assert(
			fc.property(
				anyRequest,
				anyVolunteer,
				fc.record({
					gender,
					bornOn: fc.constantFrom(null, '1940-01-01', '2006-01-01'),
					partyMember: fc.boolean()
				}),
				(request, volunteer, person) => {
					const plain = { ...request, wishes: { gender: null, languages: [], interests: [] } };
					expect(cost(plain, { ...volunteer, ...person })).toBe(cost(plain, volunteer));
				}
			)
		);
	});

	test('what was learned of offers is of kind, hour and distance: no two people at one place differ in it', () => {
		const tally = { skill: 'plumbing' as const, hour: 15, dropped: 1, kept: 9 };
		const learned = learn([
			{ ...tally, distance: distanceBand(100), yes: 90, no: 10 },
			{ ...tally, distance: distanceBand(900), yes: 10, no: 90 }
		]);
		const occasion = occasionOf(requestWith(), { ...contextAt(), learned });
		const part = (volunteer: Partial<VolunteerFacts>) =>
			partsOf(occasion, volunteerWith(volunteer), defaultWeights).find(({ code }) => code === 'likelihood');
		fc.assert(
			fc.property(
				anyVolunteer,
				fc.record({ bornOn: fc.constantFrom(null, '1940-01-01'), gender, partyMember: fc.boolean() }),
				(volunteer, person) => {
					expect(part({ ...volunteer, ...person })).toEqual(part({ place: volunteer.place ?? null }));
				}
			)
		);
		expect(part({ place: { east: 900, north: 0 } })?.points).toBeGreaterThan(
			part({ place: { east: 100, north: 0 } })!.points
		);
	});

	test('age and party membership never change it at all', () => {
		fc.assert(
			fc.property(
				anyRequest,
				anyVolunteer,
				fc.record({ bornOn: fc.constantFrom(null, '1940-01-01', '2006-01-01'), partyMember: fc.boolean() }),
				(request, volunteer, person) => {
					expect(cost(request, { ...volunteer, ...person })).toBe(cost(request, volunteer));
				}
			)
		);
	});

	test('nor does who is to be helped', () => {
		fc.assert(
			fc.property(anyRequest, anyVolunteer, gender, (request, volunteer, gender) => {
				const helped = { bornOn: '1930-01-01', gender };
				expect(cost({ ...request, helped }, volunteer)).toBe(cost(request, volunteer));
			})
		);
	});
});

describe('distance', () => {
	test('nearer never costs more', () => {
		const metres = fc.integer({ min: 0, max: 40_000 });
		fc.assert(
			fc.property(anyRequest, anyVolunteer, metres, metres, (request, volunteer, a, b) => {
				const from = { ...request, place: { east: 0, north: 0 } };
				const near = { ...volunteer, place: { east: Math.min(a, b), north: 0 } };
				const far = { ...volunteer, place: { east: 0, north: Math.max(a, b) } };
				expect(cost(from, near)).toBeLessThanOrEqual(cost(from, far));
			})
		);
	});

	test('a metre is a point', () => {
		expect(points('distance', {}, { place: { east: 420, north: 0 } })).toBe(420);
	});

	test('an unknown place counts as a ten-minute walk', () => {
		expect(points('distance', {}, { place: null })).toBe(800);
	});

	test('on the telephone it is no part of the cost', () => {
		expect(
			points('distance', { presence: 'telephone' }, { place: { east: 9_000, north: 0 } })
		).toBeUndefined();
	});
});

describe('skill', () => {
	test('the exact level, confirmed, costs nothing', () => {
		expect(points('skill', {}, {})).toBe(0);
	});

	test('a specialist is kept for what only he can do', () => {
		expect(points('skill', { level: 1 }, { skills: [held('plumbing', 3)] })).toBe(100);
	});

	test('an unproven word costs, a level too low costs more, no skill most', () => {
		const costs = [saidOnly('plumbing', 2), held('plumbing', 1)].map((skill) =>
			points('skill', {}, { skills: [skill] })
		);
		expect([...costs, points('skill', {}, { skills: [] })]).toEqual([300, 600, 1_500]);
	});
});

describe('continuity', () => {
	test.each([
		['was never here', { helps: 0, good: 0, last: false }, 300],
		['was here and it was good', { helps: 3, good: 2, last: false }, 0],
		['was here and nobody said it was good', { helps: 3, good: 0, last: true }, 300],
		['was here and it was mostly not good', { helps: 3, good: 1, last: true }, 300]
	])('somebody who %s', (_, history, expected) => {
		expect(points('continuity', {}, { history })).toBe(expected);
	});
});

describe('wishes', () => {
	const wishes = { gender: 'female', languages: ['wu', 'sign'], interests: ['chess'] } as const;

	test('cost where they are not met, in shares where they are in part', () => {
		expect(points('gender', { wishes }, { gender: 'male' })).toBe(300);
		expect(points('gender', { wishes }, { gender: 'female' })).toBe(0);
		expect(points('language', { wishes }, { languages: ['wu'] })).toBe(150);
		expect(points('interests', { wishes }, { interests: ['chess', 'opera'] })).toBe(0);
	});

	test('are no part where there are none', () => {
		for (const code of ['gender', 'language', 'interests'] as const)
			expect(points(code, {}, {})).toBeUndefined();
	});

	test('a must that is met costs nothing', () => {
		expect(points('language', { musts: { gender: null, languages: ['mandarin'] } }, {})).toBe(0);
	});
});

describe('load', () => {
	test('is convex: the k-th task of a month never costs less than the one before it', () => {
		const marginal = Array.from({ length: 120 }, (_, done) => cost({}, { tasksThisMonth: done }));
		for (const [index, points] of marginal.slice(1).entries()) {
			expect(points).toBeGreaterThanOrEqual(marginal[index] ?? Infinity);
		}
		expect(marginal[7]).toBeGreaterThan(marginal[6] ?? Infinity);
	});

	test('is nothing for the first task of the month', () => {
		expect(points('load', {}, { tasksThisMonth: 0 })).toBe(0);
		expect(points('load', {}, { tasksThisMonth: 5 })).toBe(400);
	});
});

describe('reliability', () => {
	test('more late drop-outs never cost less, more kept tasks never cost more', () => {
		fc.assert(
			fc.property(count, count, count, (dropped, ever, more) => {
				const before = cost({}, { lateDropOuts: dropped, tasksEver: ever + 1 });
				expect(cost({}, { lateDropOuts: dropped + more, tasksEver: ever + 1 })).toBeGreaterThanOrEqual(
					before
				);
				expect(cost({}, { lateDropOuts: dropped, tasksEver: ever + 1 + more })).toBeLessThanOrEqual(before);
			})
		);
	});

	test('one mishap at the beginning weighs less than a habit', () => {
		expect(points('reliability', {}, { lateDropOuts: 1, tasksEver: 1 })).toBe(181);
		expect(points('reliability', {}, { lateDropOuts: 8, tasksEver: 20 })).toBe(533);
	});
});

test('a new member comes first where all else is equal', () => {
	expect(cost({}, { tasksEver: 0 })).toBeLessThan(cost({}, { tasksEver: 1 }));
});

describe('the bar', () => {
	test('runs from 100 downwards, and dearer is never longer', () => {
		expect(fitOf(0, defaultWeights)).toBe(100);
		expect(fitOf(defaultWeights.halfFit, defaultWeights)).toBe(50);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), count, (cost, more) => {
				const fit = fitOf(cost, defaultWeights);
				expect(fit).toBeGreaterThanOrEqual(0);
				expect(fit).toBeLessThanOrEqual(100);
				expect(fitOf(cost + more, defaultWeights)).toBeLessThanOrEqual(fit);
			})
		);
	});
});
