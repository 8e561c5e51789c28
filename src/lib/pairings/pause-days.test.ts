import { describe, expect, it } from 'vitest';
import { pauseEnds } from './pause-days.ts';

describe('a pause', () => {
	it('ends at the latest with the campaign', () => {
		expect(pauseEnds('2026-12-01', '2026-11-23', '2027-06-30')).toEqual({
			first: '2026-12-01',
			last: '2027-06-30'
		});
	});

	it('lasts a year at most, however long the campaign is', () => {
		expect(pauseEnds('2026-12-01', '2026-11-23', '2029-12-31').last).toBe('2027-12-01');
	});

	it('that began in the past does not end before today', () => {
		expect(pauseEnds('2026-11-01', '2026-11-23', '2027-06-30').first).toBe('2026-11-23');
	});

	it('has no days after the campaign', () => {
		const { first, last } = pauseEnds('2027-07-01', '2026-11-23', '2027-06-30');
		expect(first > last).toBe(true);
	});
});
