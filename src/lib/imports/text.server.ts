import Papa from 'papaparse';
import { AppError } from '#lib/shared/errors.ts';
import { sheetLimits, type Encoding } from './sheet.ts';

/** Control characters other than line breaks and tabs: a text may hold a few strays, and one in a hundred. */
const controls = /(?![\n\r\t])\p{Cc}/gu;
const markup = /^\s*<(?:!doctype|html|table|\?xml|head|meta|style)/i;
const separatorLine = /^sep=(.)\r?\n/i;

/**
 * The characters of a text file: by its byte order mark, else strictly UTF-8, else GB18030 (which holds GBK and
 * GB2312, what spreadsheets in China save as CSV).
 * @throws AppError `invalid` with `sheet_not_a_sheet` (no text), `sheet_web_page` (HTML or XML under another name)
 */
export function decodeText(bytes: Uint8Array, fileName: string): { text: string; encoding: Encoding } {
	const [first, second] = bytes;
	const marked =
		first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
	const candidates: Encoding[] = marked ? [marked] : ['utf-8', 'gb18030'];
	for (const encoding of candidates) {
		const text = decode(bytes, encoding);
		if (text === null) continue;
		if (isBinary(text)) break;
		if (markup.test(text)) throw new AppError('invalid', 'sheet_web_page', { file: fileName });
		return { text, encoding };
	}
	throw new AppError('invalid', 'sheet_not_a_sheet', { file: fileName });
}

/**
 * The cells of comma, tab or semicolon separated text.
 * @throws AppError `invalid` with `sheet_unclosed_quote` (row), `sheet_too_many_rows`
 */
export function readCsv(text: string): string[][] {
	const [line = '', delimiter = ''] = separatorLine.exec(text) ?? [];
	const { data, errors } = Papa.parse<string[]>(text.slice(line.length), {
		delimiter,
		delimitersToGuess: [',', '\t', ';'],
		preview: sheetLimits.rows * 2
	});
	const unclosed = errors.find(({ code }) => code === 'MissingQuotes');
	if (unclosed) throw new AppError('invalid', 'sheet_unclosed_quote', { row: (unclosed.row ?? 0) + 1 });
	if (data.length === sheetLimits.rows * 2) {
		throw new AppError('invalid', 'sheet_too_many_rows', { most: sheetLimits.rows });
	}
	return data;
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

function isBinary(text: string): boolean {
	const start = text.slice(0, 65_536);
	return (start.match(controls)?.length ?? 0) > 8 + start.length / 100;
}
