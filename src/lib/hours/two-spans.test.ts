import { expect, it } from 'vitest';
import { twoSpans } from './two-spans.ts';

const none = { opens: null, closes: null, opens2: null, closes2: null };
const morning = { ...none, opens: 480, closes: 720 };

it('reads one span, two with a break, or none', () => {
	expect(twoSpans(morning)).toEqual([{ from: 480, to: 720 }]);
	expect(twoSpans({ ...morning, opens2: 810, closes2: 990 })).toHaveLength(2);
	expect(twoSpans(none)).toEqual([]);
});

it.each([
	[{ ...none, opens: 480 }, 'closes'],
	[{ ...none, closes: 480 }, 'opens'],
	[{ ...none, opens: 480, closes: 480 }, 'closes'],
	[{ ...morning, opens2: 810 }, 'closes2'],
	[{ ...morning, closes2: 990 }, 'opens2']
])('says what is missing: %o', (said, detail) => {
	expect(() => twoSpans(said)).toThrow(expect.objectContaining({ code: 'invalid', detail }));
});
