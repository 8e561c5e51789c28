import type { Day } from '#lib/shared/time.ts';

/** Crockford's alphabet: nothing in it is taken for something else when it is read aloud. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digits = 10;

/** The number of a certificate, ten letters of 50 random bits that follow from the completion's id: nobody guesses one. */
export function certificateNumber(id: string): string {
	let random = BigInt(`0x${id.replaceAll('-', '').slice(-15)}`);
	let number = '';
	for (let at = 0; at < digits; at++, random >>= 5n) number = letters[Number(random & 31n)]! + number;
	return number;
}

/** A number as it is printed, `7KQ2M-9XD4H`. */
export function sayNumber(number: string): string {
	return `${number.slice(0, 5)}-${number.slice(5)}`;
}

/** The number in what somebody typed or scanned; null where it is none. */
export function readNumber(text: string): string | null {
	const plain = text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[\s-]/g, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	const known = plain.length === digits && [...plain].every((letter) => letters.includes(letter));
	return known ? plain : null;
}

export type CertificateState = 'valid' | 'expired' | 'revoked';

/** What a certificate is worth on a day. */
export function certificateState(
	{ revokedAt, expiresOn }: { revokedAt: Date | null; expiresOn: Day | null },
	today: Day
): CertificateState {
	if (revokedAt) return 'revoked';
	return expiresOn !== null && expiresOn < today ? 'expired' : 'valid';
}
