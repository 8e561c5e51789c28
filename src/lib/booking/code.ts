/** Digits of a code. */
const digits = 6;

/**
 * The short code of a booking, to be said at the hall: six digits that follow from its id. Two of one day have the same in
 * one case out of thousands; staff then see both, and a phone number tells them apart.
 */
export function bookingCode(id: string): string {
	const random = Number.parseInt(id.replaceAll('-', '').slice(-10), 16);
	return String(random % 10 ** digits).padStart(digits, '0');
}

/** The code of a booking as it is read aloud: `483 920`. */
export function sayCode(id: string): string {
	const code = bookingCode(id);
	return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** The code in what somebody said or typed, `483 920`; null where it is none. */
export function readCode(text: string): string | null {
	const plain = text.normalize('NFKC').replace(/[\s-]/g, '');
	return plain.length === digits && /^\d+$/.test(plain) ? plain : null;
}
