import { day, hour, minute } from '../shared/time.ts';

/** Limits of sign-in by code. OWASP ASVS 5.0 V6: short-lived, bound to the attempt, throttled and never locked out. */
export const signInRules = {
	codeLives: 5 * minute,
	tries: 5,
	pause: minute,
	perPhoneAndDay: 10,
	perAddressAndHour: 20
} as const;

/** How often codes were asked for lately. */
export interface AskedBefore {
	/** Instants at which this phone asked within a day. */
	byPhone: Date[];
	/** Instants at which this address asked within an hour. */
	byAddress: Date[];
}

export type AskAnswer =
	{ may: true } | { may: false; reason: 'pause' | 'phone_limit' | 'address_limit'; until: Date };

function nth(times: Date[], fromNewest: number): Date | undefined {
	return [...times].sort((a, b) => b.getTime() - a.getTime())[fromNewest - 1];
}

/** Whether a code may be sent now, and if not, from when. The answer is the same for known and unknown phones. */
export function mayAskCode(before: AskedBefore, now: Date): AskAnswer {
	const limits = [
		{ reason: 'pause', last: nth(before.byPhone, 1), wait: signInRules.pause },
		{ reason: 'phone_limit', last: nth(before.byPhone, signInRules.perPhoneAndDay), wait: day },
		{ reason: 'address_limit', last: nth(before.byAddress, signInRules.perAddressAndHour), wait: hour }
	] as const;
	for (const { reason, last, wait } of limits) {
		const until = last && new Date(last.getTime() + wait);
		if (until && until > now) return { may: false, reason, until };
	}
	return { may: true };
}

/** A code as it waits for its person. */
export interface WaitingCode {
	tries: number;
	expiresAt: Date;
	usedAt: Date | null;
}

/** What may be said of a code before it is compared. */
export function codeState(code: WaitingCode, now: Date): 'open' | 'used' | 'lapsed' | 'used_up' {
	if (code.usedAt) return 'used';
	if (code.expiresAt <= now) return 'lapsed';
	return code.tries >= signInRules.tries ? 'used_up' : 'open';
}
