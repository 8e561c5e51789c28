const mobile = /^1[3-9]\d{9}$/;
const landline = /^0\d{2,3}\d{7,8}$/;

/** As E.164 has it, of those who live abroad. */
const foreign = /^\+[1-9]\d{7,14}$/;

/**
 * A phone number as it is stored: a mainland mobile or a landline with its area code by its digits, without +86; one
 * from abroad, written with + or 00 before it, as E.164. Null when it is none.
 */
export function readPhone(text: string): string | null {
	const number = text
		.normalize('NFKC')
		.replace(/[\s\-.()]/g, '')
		.replace(/^00/, '+')
		.replace(/^\+86/, '');
	return [mobile, landline, foreign].some((form) => form.test(number)) ? number : null;
}

/** True for what can be dialled, short numbers and extensions (转) with it: how offices write theirs. */
export function isDialable(text: string): boolean {
	const number = text.normalize('NFKC');
	return /^\+?[\d\s\-.()转#*]+$/.test(number) && number.replace(/\D/g, '').length >= 3;
}

/** True for a mainland mobile. */
export function isMobile(phone: string): boolean {
	return mobile.test(phone);
}

/** True for a number from abroad. */
export function isForeign(phone: string): boolean {
	return foreign.test(phone);
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
