const mobile = /^1[3-9]\d{9}$/;
const landline = /^0\d{2,3}\d{7,8}$/;

/**
 * A phone number as it is stored: digits only, without +86. Null when it is none: a mainland mobile, or a landline
 * with its area code.
 */
export function readPhone(text: string): string | null {
	const digits = text
		.normalize('NFKC')
		.replace(/[\s\-()]/g, '')
		.replace(/^(\+|00)86/, '');
	return mobile.test(digits) || landline.test(digits) ? digits : null;
}

/** True where a code can be sent to it. */
export function isMobile(phone: string): boolean {
	return mobile.test(phone);
}

/** `13812345678` → `138****5678`. */
export function maskPhone(phone: string): string {
	return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** `张守田` → `张**`; for readers who have no need of the full name. */
export function maskName(name: string): string {
	const letters = [...name];
	return letters[0] === undefined ? '' : letters[0] + '*'.repeat(Math.max(1, letters.length - 1));
}
