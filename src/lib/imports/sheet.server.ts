import { AppError } from '#lib/shared/errors.ts';
import { sheetLimits, toSheet, type Sheet } from './sheet.ts';
import { decodeText, readCsv } from './text.server.ts';
import { readXlsx } from './xlsx.server.ts';

export type { Sheet } from './sheet.ts';

const zip = bytesOf('504b0304');
/** Old Excel and Word files, and new ones under a password. */
const compound = bytesOf('d0cf11e0a1b11ae1');
/** PDF, PNG, JPEG, GIF, RAR, 7z, gzip, Windows and Linux programs, RTF. */
const others = [
	'255044462d',
	'89504e47',
	'ffd8ff',
	'47494638',
	'52617221',
	'377abcaf',
	'1f8b',
	'4d5a9000',
	'7f454c46',
	'7b5c727466'
].map(bytesOf);

/**
 * Reads a file that staff chose: .xlsx, or CSV in UTF-8, UTF-16 or GB18030. What it is, its bytes tell, not its name.
 * @throws AppError `invalid` with a detail of `fileWords` where it is no sheet, or too big a one
 */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<Sheet> {
	if (bytes.length === 0) throw new AppError('invalid', 'sheet_empty');
	if (bytes.length > sheetLimits.bytes) {
		throw new AppError('invalid', 'sheet_too_big', { most: sheetLimits.bytes / 2 ** 20 });
	}
	if (startsWith(bytes, zip)) return toSheet(await readXlsx(bytes, fileName));
	if (startsWith(bytes, compound)) throw new AppError('invalid', compoundDetail(bytes), { file: fileName });
	if (others.some((magic) => startsWith(bytes, magic))) {
		throw new AppError('invalid', 'sheet_not_a_sheet', { file: fileName });
	}
	const { text, encoding } = decodeText(bytes, fileName);
	return { ...toSheet(readCsv(text)), encoding };
}

/** Which of the files that share this container it is, by the name of the stream that each must have. */
function compoundDetail(bytes: Uint8Array): string {
	const holds = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
	if (holds('EncryptedPackage')) return 'sheet_password';
	return holds('Workbook') || holds('Book') ? 'sheet_old_format' : 'sheet_not_a_sheet';
}

function bytesOf(hex: string): Uint8Array {
	return Uint8Array.from(Buffer.from(hex, 'hex'));
}

function startsWith(bytes: Uint8Array, magic: Uint8Array): boolean {
	return magic.every((byte, at) => bytes[at] === byte);
}
