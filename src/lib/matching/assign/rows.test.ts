import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMarket, type Market } from './market.ts';
import { drawn, fixable, problems } from './problem.fixture.ts';
import { sortRows } from './rows.ts';

const none = new Int32Array(0);

/** What may be had in a row, as text, in any order. */
function arcsOf({ start, column, cost, held }: Market, row: number): string[] {
	const arcs: string[] = [];
	for (let arc = start[row]!; arc < start[row + 1]!; arc++)
		arcs.push(`${column[arc]} ${cost[arc]} ${held[arc]}`);
	return arcs.sort();
}

/** How much less than some arc before it an arc of a row costs, at most. */
function fallIn({ start, cost }: Market, row: number): number {
	let dearest = 0;
	let fall = 0;
	for (let arc = start[row]!; arc < start[row + 1]!; arc++) {
		fall = Math.max(fall, dearest - cost[arc]!);
		dearest = Math.max(dearest, cost[arc]!);
	}
	return fall;
}

describe('rows sorted for the search', () => {
	it('hold the arcs that they held, fixed or not, and are out of order by no more than they say', () => {
		fc.assert(
			fc.property(problems(6, 40), fc.array(fc.nat(), { maxLength: 6 }), (problem, wanted) => {
				const market = openMarket(problem, fixable(problem, wanted));
				const sorted = sortRows(market);
				for (let row = 0; row < market.rows; row++) {
					expect(arcsOf(sorted, row)).toEqual(arcsOf(market, row));
					expect(fallIn(sorted, row)).toBeLessThanOrEqual(sorted.slack[row]!);
					expect(fallIn(market, row)).toBeLessThanOrEqual(market.slack[row]!);
				}
			})
		);
	});
	it('are out of order by little where costs differ by much, and by nothing where the row is long', () => {
		const row = (many: number): [number, number][] =>
			Array.from({ length: many }, (_, who) => [who, 2 ** 30 + ((who * 7_919) % 4_096)]);
		const { slack } = sortRows(openMarket(drawn({ rows: [row(500), row(2_000)], volunteers: 2_000 }), none));
		expect([...slack]).toEqual([63, 0]);
	});
});
