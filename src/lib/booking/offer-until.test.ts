import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { offerUntil } from './offer-until.ts';

const zone = 'Asia/Shanghai';
const at = (clock: string, day = '2026-11-23') => instantAt(day, clock, zone);

describe('a place that is offered', () => {
	it.each([
		['two hours by day', at('09:00'), at('09:00', '2026-11-25'), at('11:00')],
		['up to the middle of the time that is left', at('09:00'), at('11:00'), at('10:00')],
		['by night until two hours after people rise', at('23:00', '2026-11-22'), at('15:00'), at('07:00')],
		['before dawn as well', at('05:00'), at('15:00', '2026-11-24'), at('10:00')]
	])('is kept %s', (_, now, start, until) => {
		expect(offerUntil(now, start, zone)).toEqual(until);
	});
	it('is not offered where it begins at once', () => {
		expect(offerUntil(at('09:00'), at('09:29'), zone)).toBeNull();
	});
});
