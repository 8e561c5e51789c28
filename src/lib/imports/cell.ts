const unseen = /(?!\n|\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}]/gu;
const blanks = /[\t\v\f\u0085\u00a0\u2028\u2029]/g;
const neutralised = /^'(?=[=+\-@])/;
const dangerous = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * The text of a cell as we keep it: NFC, trimmed, line breaks as `\n`, without control and invisible characters
 * (NUL, direction marks, byte order marks; joiners inside emoji stay) and without halves of surrogate pairs, which
 * PostgreSQL refuses. The apostrophe that `neutralCell` put in front is taken off again.
 */
export function cleanCell(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(blanks, ' ')
		.replace(unseen, '')
		.trim()
		.replace(neutralised, '');
}

/** A cell that no spreadsheet takes for a formula (OWASP, CSV injection): a leading apostrophe where it begins like one. */
export function neutralCell(text: string): string {
	return dangerous.test(text) ? `'${text}` : text;
}

/** What two spellings of the same word have in common: width, case, and blanks do not count. */
export function wordKey(text: string): string {
	return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
