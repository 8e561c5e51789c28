import { hour, minute } from '#lib/shared/time.ts';

/** Milliseconds for which a code is shown. */
export const codeStep = 30_000;
/** Before an activity begins and after it has ended, so long somebody may check in. */
export const [earliest, latest] = [2 * hour, 2 * hour];
/** What was scanned without a network may be sent this much later. */
const sentWithin = 24 * hour;
/** How far the clock of a phone may be off. */
const clockError = 2 * minute;

/** Makes a keyed hash of a text: only the server knows the key. */
export type Sign = (text: string) => string;

/** The number of the step in which an instant lies. */
export const stepAt = (at: Date) => Math.floor(at.getTime() / codeStep);

/** The code of a date in a step: six digits, to be read from a screen or typed. */
export function codeOf(sign: Sign, occurrenceId: string, step: number): string {
	const hash = sign(`${occurrenceId}:${step}`);
	const number = [...hash].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_000, 0);
	return String(number).padStart(6, '0');
}

/** A code as it came: now, or kept on a phone without a network since `at`. */
export interface Scanned {
	occurrenceId: string;
	code: string;
	/** When it was scanned, as the phone says; null: now. */
	at: Date | null;
}

/**
 * When somebody was there, by the code that he scanned; null where the code does not say so. A code counts in its step and
 * the one after; a phone that kept it until there was a network again says when it was scanned.
 */
export function scannedAt(sign: Sign, { occurrenceId, code, at }: Scanned, now: Date): Date | null {
	const seen = at ?? now;
	const late = now.getTime() - seen.getTime();
	if (late > sentWithin || late < -clockError) return null;
	const off = at ? Math.ceil(clockError / codeStep) : 0;
	const step = stepAt(seen);
	for (let one = step - 1 - off; one <= step + off; one++) {
		if (codeOf(sign, occurrenceId, one) === code) return seen > now ? now : seen;
	}
	return null;
}
