import { describe, expect, it } from 'vitest';
import { offerExpiry } from './expiry.ts';

const sent = new Date('2026-11-22T01:00:00Z');
const after = (minutes: number) => new Date(sent.getTime() + minutes * 60_000);

describe('an offer', () => {
	it('for a day in the week gives half a day to think', () => {
		expect(offerExpiry('week', sent, after(3 * 24 * 60))).toEqual(after(12 * 60));
	});
	it('for this afternoon gives half an hour', () => {
		expect(offerExpiry('today', sent, after(240))).toEqual(after(30));
	});
	it('leaves time to ask a reserve when the help is near', () => {
		expect(offerExpiry('days', sent, after(120))).toEqual(after(60));
	});
	it('never gives less than ten minutes', () => {
		expect(offerExpiry('today', sent, after(5))).toEqual(after(10));
		expect(offerExpiry('today', sent, after(-60))).toEqual(after(10));
	});
});
