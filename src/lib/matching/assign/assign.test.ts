import { describe, expect, it } from 'vitest';
import { assign } from './index.ts';
import { drawn, proven } from './problem.fixture.ts';

const highest = 2 ** 31 - 1;

describe('the plan', () => {
	it('is empty where nobody asks or nobody can come', () => {
		expect(proven(drawn({ rows: [], volunteers: 0 })).cost).toBe(0);
		expect(proven(drawn({ rows: [], volunteers: 3 })).arc).toHaveLength(0);
		expect(proven(drawn({ rows: [[], []], volunteers: 0 })).cost).toBe(2_000);
		expect(proven(drawn({ rows: [[], []], volunteers: 2 })).cost).toBe(2_000);
	});
	it('takes the second best for one where that spares another more', () => {
		const problem = drawn({
			rows: [
				[
					[0, 10],
					[1, 20]
				],
				[
					[0, 15],
					[1, 100]
				]
			],
			volunteers: 2
		});
		expect(proven(problem)).toMatchObject({ arc: Int32Array.of(1, 2), cost: 35 });
	});
	it('is full and exact where all costs are equal, or zero', () => {
		const rows = (cost: number) =>
			Array.from({ length: 30 }, () =>
				Array.from({ length: 25 }, (_, who) => [who, cost] as [number, number])
			);
		expect(proven(drawn({ rows: rows(7), volunteers: 25 })).cost).toBe(25 * 7 + 5 * 1_000);
		const free = drawn({ rows: rows(0), volunteers: 25, open: new Array<number>(30).fill(0) });
		expect(proven(free).cost).toBe(0);
	});
	it('is quick where many want the same few and nobody may be left out cheaply', () => {
		const rows = Array.from({ length: 400 }, () =>
			Array.from({ length: 150 }, (_, who) => [who, who % 3] as [number, number])
		);
		const open = rows.map((_, one) => 2 ** 31 - 1 - (one % 2));
		const answer = proven(drawn({ rows, volunteers: 150, open }));
		expect(answer.cost).toBe(150 + 50 * (2 ** 31 - 1) + 200 * (2 ** 31 - 2));
	});
	it('gives the one whom everybody wants to where he is missed most', () => {
		const rows = Array.from({ length: 200 }, (_, one) => [[0, (one * 37) % 200] as [number, number]]);
		expect(proven(drawn({ rows, volunteers: 1 })).cost).toBe(199 * 1_000);
	});
	it('moves a whole row of people for the last who comes', () => {
		const many = 2_000;
		const rows = Array.from({ length: many }, (_, one): [number, number][] =>
			one === 0
				? [[0, 1]]
				: [
						[one - 1, 1],
						[one, 2]
					]
		);
		const open = rows.map(() => 1_000_000);
		const answer = proven(drawn({ rows: [...rows.slice(1), rows[0]!], volunteers: many, open }));
		expect(answer.arc).toHaveLength(many);
		expect(answer.cost).toBe(1 + 2 * (many - 1));
	});
	it('asks nobody who has no time', () => {
		const problem = drawn({ rows: [[[0, 1]], [[1, 1]]], volunteers: 2, capacity: [0, 1] });
		expect(proven(problem)).toMatchObject({ arc: Int32Array.of(1), cost: 1_001 });
	});
	it('takes a capacity beyond the requests for what it is', () => {
		const problem = drawn({ rows: [[[0, 5]], [[0, 6]]], volunteers: 1, capacity: [highest], step: [3] });
		expect(proven(problem).cost).toBe(5 + 6 + 3);
	});
	it('leaves open what costs more than it is worth', () => {
		expect(proven(drawn({ rows: [[[0, 50]]], volunteers: 1, open: [49] }))).toMatchObject({
			arc: new Int32Array(0),
			cost: 49
		});
	});
	it('spreads tasks where each further one weighs more', () => {
		const rows = Array.from({ length: 4 }, (): [number, number][] => [
			[0, 0],
			[1, 10]
		]);
		const problem = drawn({ rows, volunteers: 2, capacity: [4, 4], step: [30, 30] });
		expect(proven(problem).cost).toBe(0 + 30 + 10 + 40);
	});
	it('sends different people to one request, as many as there are', () => {
		const problem = drawn({
			rows: [
				[
					[0, 1],
					[1, 2]
				]
			],
			volunteers: 2,
			demand: [5],
			capacity: [5, 5]
		});
		expect(proven(problem)).toMatchObject({ arc: Int32Array.of(0, 1), cost: 3 + 3 * 1_000 });
	});
	it('is exact with the greatest costs there are', () => {
		const rows = Array.from({ length: 3 }, (_, one): [number, number][] => [
			[0, highest],
			[1, highest - one]
		]);
		const problem = drawn({ rows, volunteers: 2, open: [highest, highest, highest] });
		expect(proven(problem).cost).toBe(3 * highest - 2);
	});
	it('says how far it is, and stops when told to', () => {
		const rows = Array.from({ length: 300 }, () => [[0, 1] as [number, number]]);
		const shares: number[] = [];
		assign(drawn({ rows, volunteers: 1 }), { onProgress: (share) => shares.push(share) });
		expect(shares.at(-1)).toBe(1);
		expect(shares).toEqual(shares.toSorted((one, other) => one - other));
		expect(() => assign(drawn({ rows, volunteers: 1 }), { cancelled: () => true })).toThrow(
			expect.objectContaining({ name: 'AbortError' })
		);
	});
});

describe('a warm start', () => {
	const rows = Array.from({ length: 40 }, (_, one): [number, number][] =>
		[0, 1, 2, 3].map((near) => [one + near, (one * 31 + near * 17) % 97])
	);
	const problem = drawn({ rows, volunteers: 43 });
	const solved = proven(problem);
	it('gives the same answer again', () => {
		expect(proven(problem, { warm: solved })).toEqual(solved);
	});
	it('takes in one request more at the same cost as from the beginning', () => {
		const more = drawn({ rows: [...rows, [[20, 3]]], volunteers: 43 });
		expect(proven(more, { warm: solved }).cost).toBe(proven(more).cost);
	});
	it('is not led astray by nonsense', () => {
		const nonsense = {
			arc: Int32Array.of(-5, 7, 7, 3, 12, 13, 900),
			cost: NaN,
			price: Float64Array.from({ length: 60 }, (_, one) => [NaN, -3, Infinity, 0.5, 1e12, 700][one % 6]!)
		};
		expect(proven(problem, { warm: nonsense }).cost).toBe(solved.cost);
		expect(proven(problem, { warm: { arc: solved.arc, cost: 0, price: new Float64Array(2) } }).cost).toBe(
			solved.cost
		);
	});
});
