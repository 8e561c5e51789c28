import { describe, expect, it } from 'vitest';
import { mayBeAsked } from './again.ts';
import { at, now } from './facts.fixture.ts';
import type { OfferState } from './offers.ts';

const soon = { start: at('2026-03-10', '15:00'), end: at('2026-03-10', '16:00') };
const may = (status: OfferState | null, { approvalId = 'before', promised = false, during = soon } = {}) =>
	mayBeAsked(status ? [{ approvalId, status }] : [], 'now', promised, during, now);

describe('who is approved', () => {
	it('is asked once', () => {
		expect(may(null)).toBe(true);
		for (const status of ['sent', 'lapsed', 'withdrawn', 'accepted'] as const)
			expect(may(status, { approvalId: 'now' })).toBe(false);
	});
	it('anew by staff is asked again after silence, or when somebody else had been first', () => {
		expect(may('lapsed')).toBe(true);
		expect(may('withdrawn')).toBe(true);
	});
	it('is never asked again after a no, nor while he is being asked', () => {
		for (const status of ['declined', 'waiting', 'sent', 'other_time_proposed'] as const)
			expect(may(status)).toBe(false);
	});
	it('is asked again after he gave his promise back, not while it stands', () => {
		expect(may('accepted')).toBe(true);
		expect(may('accepted', { promised: true })).toBe(false);
	});
	it('is not asked for what would be over', () => {
		const gone = { start: at('2026-03-10', '07:00'), end: now };
		expect(may(null, { during: gone })).toBe(false);
	});
});
