const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';
const candidates = /(?<!\d)\d{17}[\dXx](?![\dXx])/g;

/** True for the 18 characters of a citizen's identity number with a right check character (GB 11643-1999). */
export function isIdNumber(text: string): boolean {
	if (!/^\d{17}[\dXx]$/.test(text)) return false;
	const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
	return checks[sum % 11] === text[17]?.toUpperCase();
}

/**
 * The text with every identity number covered: we never keep one, not even in a note or a draft. Covered as well are
 * those with a slip in them or with the last digits lost by a spreadsheet, known by the birthday inside.
 */
export function hideIdNumbers(text: string): string {
	if (text.length < 18) return text;
	return text.replace(candidates, (found) => (isIdNumber(found) || holdsBirthday(found) ? '***' : found));
}

function holdsBirthday(text: string): boolean {
	return /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(text);
}
