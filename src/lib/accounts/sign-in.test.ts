import { describe, expect, it } from 'vitest';
import { codeState, mayAskCode } from './sign-in.ts';

const now = new Date('2026-11-22T02:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('asking for a sign-in code', () => {
	it('is possible for a phone that never asked', () => {
		expect(mayAskCode({ byPhone: [], byAddress: [] }, now)).toEqual({ may: true });
	});
	it('waits a minute after the last one and says until when', () => {
		const answer = mayAskCode({ byPhone: [ago(20), ago(400)], byAddress: [] }, now);
		expect(answer).toEqual({ may: false, reason: 'pause', until: new Date(now.getTime() + 40_000) });
		expect(mayAskCode({ byPhone: [ago(60)], byAddress: [] }, now)).toEqual({ may: true });
	});
	it('stops at ten a day for a phone and lets the eleventh through when the first is a day old', () => {
		const ten = Array.from({ length: 10 }, (_, at) => ago(3600 + at * 60));
		expect(mayAskCode({ byPhone: ten, byAddress: [] }, now)).toMatchObject({
			may: false,
			reason: 'phone_limit'
		});
		expect(mayAskCode({ byPhone: [...ten.slice(0, 9), ago(86_400)], byAddress: [] }, now)).toEqual({
			may: true
		});
	});
	it('stops at twenty an hour for an address', () => {
		const twenty = Array.from({ length: 20 }, (_, at) => ago(at * 60 + 1));
		expect(mayAskCode({ byPhone: [], byAddress: twenty }, now)).toMatchObject({ reason: 'address_limit' });
	});
});

describe('a code', () => {
	const open = { tries: 0, expiresAt: ago(-60), usedAt: null };
	it('is open until it is used, tried five times or five minutes old', () => {
		expect(codeState(open, now)).toBe('open');
		expect(codeState({ ...open, usedAt: ago(1) }, now)).toBe('used');
		expect(codeState({ ...open, tries: 5 }, now)).toBe('used_up');
		expect(codeState({ ...open, expiresAt: now }, now)).toBe('lapsed');
	});
});
