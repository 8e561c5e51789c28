import { describe, expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import { decisionValue, pairValue, readDecision, readPair } from './pair-value.ts';
import { planQuery, readPlanAddress } from './plan-address.ts';

const pair = { requestId: newId(), personId: newId() };

describe('the address of a plan', () => {
	it('is read as it was written', () => {
		const address = { order: 'cost', page: 3, with: newId(), swap: pair } as const;
		expect(readPlanAddress(new URLSearchParams(planQuery(address)))).toEqual(address);
	});
	it('leaves out what means nothing', () => {
		const strange = new URLSearchParams('order=up&page=-1&with=1&swap=a.b');
		expect(readPlanAddress(strange)).toEqual({ order: 'start', page: 1, with: null, swap: null });
		expect(planQuery(readPlanAddress(strange))).toBe('');
	});
});

describe('a decision as the value of a button', () => {
	it('is read as it was written', () => {
		expect(readDecision(decisionValue('lock', pair))).toEqual({ kind: 'lock', ...pair });
	});
	it.each(['', 'lock', 'lock.a.b', `burn.${pairValue(pair)}`])('is none in %j', (text) => {
		expect(readDecision(text)).toBeNull();
	});
	it('is no pair with one id too many', () => {
		expect(readPair(`${pairValue(pair)}.${pair.personId}`)).toBeNull();
	});
});
