import { describe, expect, it } from 'vitest';
import type { RequestState } from '#lib/requests/requests.ts';
import { standingOf } from './offered-words.ts';
import type { OfferState } from './offers.ts';

const now = new Date('2026-11-22T02:00:00Z');
const standing = (
	status: OfferState,
	life: RequestState = 'open',
	expiresAt = new Date('2026-11-22T03:00:00Z')
) => standingOf({ offer: { status, expiresAt }, request: { life } }, now);

describe('how an offer stands', () => {
	it('is open until its time is over', () => {
		expect(standing('sent')).toBe('open');
		expect(standing('sent', 'open', now)).toBe('lapsed');
	});
	it('is as it was answered', () => {
		expect(standing('accepted', 'filled', now)).toBe('accepted');
		expect(standing('declined', 'open', now)).toBe('declined');
	});
	it('tells help that others have taken on from help that nobody needs any more', () => {
		expect(standing('withdrawn', 'filled')).toBe('taken');
		expect(standing('withdrawn', 'done')).toBe('taken');
		expect(standing('withdrawn', 'open')).toBe('withdrawn');
		expect(standing('withdrawn', 'closed')).toBe('not_needed');
		expect(standing('withdrawn', 'cancelled')).toBe('not_needed');
	});
});
