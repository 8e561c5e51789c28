import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { windowsFor, type Wish } from './windows.ts';
import { wishOf } from './wish.ts';

const zone = 'Asia/Shanghai';
const today = '2026-11-22';
const morning = instantAt(today, '09:00', zone);
const windows = (wish: Wish) => windowsFor(wish, today, morning, 60, zone);

describe('the wish behind windows', () => {
	it.each<Wish>([
		{ when: 'today', part: 'afternoon' },
		{ when: 'tomorrow', part: 'any' },
		{ when: 'days', part: 'morning' },
		{ when: 'week', part: 'noon' },
		{ when: 'flexible', part: 'evening' },
		{ when: 'date', part: 'any', date: '2026-12-24' }
	])('is the one they came from: $when, $part', (wish) => {
		expect(wishOf(windows(wish), today, zone)).toEqual(wish);
	});
	it('comes nearer as days go by', () => {
		const week = windows({ when: 'week', part: 'morning' });
		expect(wishOf(week, '2026-11-26', zone)).toEqual({ when: 'days', part: 'morning' });
		expect(wishOf(week, '2026-11-28', zone)).toEqual({ when: 'today', part: 'morning' });
	});
	it('is none when all of them have passed', () => {
		expect(wishOf(windows({ when: 'tomorrow', part: 'any' }), '2026-11-24', zone)).toBeNull();
	});
});
