import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cells, cellsOf, changeHours, spansOf, type Cell } from './hours.ts';

const someCells = fc.subarray([...cells]);
const monday = (fromMinute: number, toMinute: number) => ({ weekday: 1, fromMinute, toMinute });

describe('the grid of usual hours', () => {
	it('makes one span of parts of the day that touch or overlap', () => {
		expect(spansOf(['1:noon', '1:morning'])).toEqual([monday(480, 840)]);
		expect(spansOf(['1:afternoon', '1:evening'])).toEqual([monday(840, 1260)]);
	});

	it('leaves a gap where there is one, and keeps days apart', () => {
		expect(spansOf(['1:morning', '1:afternoon', '2:morning'])).toEqual([
			monday(480, 720),
			monday(840, 1080),
			{ weekday: 2, fromMinute: 480, toMinute: 720 }
		]);
	});

	it('shows again what was ticked, whatever it was', () => {
		fc.assert(
			fc.property(someCells, (ticked) => {
				expect(cellsOf(spansOf(ticked))).toEqual(ticked);
			})
		);
	});

	it('gives spans that the database takes: within the day, in order, none overlapping', () => {
		fc.assert(
			fc.property(someCells, (ticked) => {
				const spans = spansOf(ticked);
				for (const { fromMinute, toMinute } of spans) {
					expect(0 <= fromMinute && fromMinute < toMinute && toMinute <= 1440).toBe(true);
				}
				const starts = spans.map(({ weekday, fromMinute }) => weekday * 1440 + fromMinute);
				expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
			})
		);
	});

	it('ticks a part of the day that hours by the clock fill for a good part', () => {
		expect(cellsOf([monday(540, 1050)])).toEqual(['1:morning', '1:noon', '1:afternoon']);
		expect(cellsOf([monday(1110, 1260)])).toEqual(['1:evening']);
		expect(cellsOf([monday(700, 730)])).toEqual([]);
	});
});

describe('hours changed through the grid', () => {
	const before = [monday(540, 1050), { weekday: 2, fromMinute: 1110, toMinute: 1260 }];

	it('stay as fine as they were on days that were not touched', () => {
		expect(changeHours(before, cellsOf(before))).toEqual(before);
		const without = cellsOf(before).filter((cell) => !cell.startsWith('2:'));
		expect(changeHours(before, without)).toEqual([monday(540, 1050)]);
	});

	it('follow the boxes on a day that was touched', () => {
		const ticked: Cell[] = ['1:morning', '2:evening'];
		expect(changeHours(before, ticked)).toEqual([monday(480, 720), before[1]]);
	});

	it('are none when nothing is ticked', () => {
		expect(changeHours(before, [])).toEqual([]);
	});
});
