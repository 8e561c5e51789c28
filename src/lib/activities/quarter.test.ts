import { expect, it } from 'vitest';
import { monthState, quarterOf, readQuarter } from './quarter.ts';

it('a quarter has three months, also at the end of a year', () => {
	expect(quarterOf('2026-11-23')).toEqual({
		key: '2026-4',
		from: '2026-10-01',
		to: '2026-12-31',
		months: ['2026-10', '2026-11', '2026-12']
	});
	expect(readQuarter('2027-1', '2026-11-23')).toMatchObject({ from: '2027-01-01', to: '2027-03-31' });
	for (const odd of [null, '', '2027-5', '27-1', '2027-1x']) {
		expect(readQuarter(odd, '2026-11-23').key).toBe('2026-4');
	}
});

it('only this month without anything is missing', () => {
	const nothing = { held: 0, ahead: 0 };
	const state = (month: string, count = nothing) => monthState(count, month, '2026-11-23');
	expect([state('2026-10'), state('2026-11'), state('2026-12')]).toEqual(['none', 'missing', 'open']);
	expect(state('2026-11', { ...nothing, ahead: 1 })).toBe('full');
	expect(state('2026-11', { ...nothing, held: 1 })).toBe('full');
});
