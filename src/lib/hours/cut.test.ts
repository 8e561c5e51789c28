import { describe, expect, it } from 'vitest';
import { cutTo } from './cut.ts';

const span = (from: number, to: number) => ({
	start: new Date(Date.UTC(2026, 10, 23, from)),
	end: new Date(Date.UTC(2026, 10, 23, to))
});

describe('a duty on a day with other hours', () => {
	it('stays where it lies within them, to the minute', () => {
		expect(cutTo(span(8, 12), span(8, 12))).toBeNull();
	});
	it('loses what is before and after them', () => {
		expect(cutTo(span(8, 17), span(9, 12))).toEqual({ left: span(9, 12), lost: [span(8, 9), span(12, 17)] });
		expect(cutTo(span(8, 12), span(9, 12))).toEqual({ left: span(9, 12), lost: [span(8, 9)] });
	});
	it('is gone where the station is closed, or opens only when it is over', () => {
		const gone = { left: null, lost: [span(8, 12)] };
		expect([cutTo(span(8, 12), null), cutTo(span(8, 12), span(12, 17))]).toEqual([gone, gone]);
	});
});
