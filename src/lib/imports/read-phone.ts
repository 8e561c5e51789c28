const mobile = /^1[3-9]\d{9}$/;
const landline = /^0(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/;
const local = /^[2-8]\d{6,7}$/;
const service = /^[48]00\d{7}$/;
const abroad = /^\+[1-9]\d{7,14}$/;
const day = /^\d{4}\D\d{1,2}\D\d{1,2}$/;
const extension = /\s*(?:转|分机|ext\.?|x)\s*\d{1,5}$/i;

/** True for a mainland mobile number, however it is spaced. */
export function isMobile(text: string): boolean {
	return mobile.test(digitsOf(text.normalize('NFKC')));
}

/**
 * The first telephone number in a cell as digits: a mainland mobile, a landline with or without area code, a 400
 * number, or one abroad with its `+`. Spaces, dashes, brackets, +86 and extensions are dropped. Null where none is.
 */
export function readPhone(text: string): string | null {
	for (const part of text.normalize('NFKC').split(/[/、;,\n]/)) {
		if (day.test(part.trim())) continue;
		const digits = digitsOf(part.replace(extension, ''));
		if ([mobile, landline, local, service, abroad].some((form) => form.test(digits))) return digits;
	}
	return null;
}

function digitsOf(text: string): string {
	return text
		.trim()
		.replace(/\.0+$/, '')
		.replace(/[\s\-()–—.·]/g, '')
		.replace(/^(?:\+|00)86/, '')
		.replace(/^86(?=1[3-9]\d{9}$)/, '');
}
