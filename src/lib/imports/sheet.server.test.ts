import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { AppError } from '#lib/shared/errors.ts';
import { readSheet } from './sheet.server.ts';
import { unzip, zipEntries, zipStored } from './zip.server.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const xlsx = (data: SheetData) => writeExcelFile(data, { dateFormat: 'yyyy-mm-dd' }).toBuffer();
const people: SheetData = [
	['姓名', '电话'],
	['周小禾', '13800000000']
];

/** A workbook with some of its parts changed or added. */
async function altered(change: (parts: Map<string, Uint8Array>) => void): Promise<Buffer> {
	const workbook = await xlsx(people);
	const parts = await unzip(workbook, zipEntries(workbook), 2 ** 24);
	change(parts);
	return zipStored(parts);
}

/** A workbook whose only sheet has these rows of XML. */
const withRows = (rows: string) =>
	altered((parts) =>
		parts.set(
			'xl/worksheets/sheet1.xml',
			bytes(
				`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
			)
		)
	);

/** The detail with which a file is refused. */
async function refusal(file: Uint8Array, name = 'list.xlsx'): Promise<string | undefined> {
	const error: unknown = await readSheet(file, name).catch((thrown: unknown) => thrown);
	return error instanceof AppError && error.code === 'invalid' ? error.detail : undefined;
}

describe('a workbook', () => {
	test('gives its cells as text: days as ISO, numbers as digits, times with their day', async () => {
		const sheet = await readSheet(
			await xlsx([
				['姓名', '电话', '出生', '人数', '党员', '到访'],
				[
					' 周小禾 ',
					{ value: 13_800_000_000, type: Number },
					{ value: new Date(Date.UTC(1958, 2, 12)), type: Date, format: 'yyyy-mm-dd' },
					{ value: 0.1 + 0.2, type: Number },
					{ value: true, type: Boolean },
					{ value: new Date(Date.UTC(2026, 2, 10, 9, 30)), type: Date, format: 'yyyy-mm-dd hh:mm' }
				]
			]),
			'list.xlsx'
		);
		expect(sheet.columns).toEqual(['姓名', '电话', '出生', '人数', '党员', '到访']);
		expect(sheet.rows).toEqual([['周小禾', '13800000000', '1958-03-12', '0.3', 'true', '2026-03-10 09:30']]);
		expect(sheet.encoding).toBeUndefined();
	});

	test('is known by its bytes, whatever its name', async () => {
		const sheet = await readSheet(await xlsx(people), 'list.csv');
		expect(sheet.rows).toEqual([['周小禾', '13800000000']]);
	});

	test('has its formulas answered by what was saved with them, never computed', async () => {
		const row = (cell: string) =>
			`<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c><c r="B1" t="inlineStr"><is><t>人数</t></is></c></row>` +
			`<row r="2"><c r="A2" t="inlineStr"><is><t>周小禾</t></is></c>${cell}</row>`;
		const saved = await withRows(row('<c r="B2"><f>40+1</f><v>7</v></c>'));
		expect((await readSheet(saved, 'a.xlsx')).rows).toEqual([['周小禾', '7']]);
		const bare = await withRows(row('<c r="B2"><f>40+1</f></c>'));
		expect((await readSheet(bare, 'a.xlsx')).rows).toEqual([['周小禾', '']]);
	});

	test('with an empty first sheet is read from the next', async () => {
		const workbook = await writeExcelFile([
			{ data: [[null]], sheet: '封面' },
			{ data: people, sheet: '名单' }
		]).toBuffer();
		expect((await readSheet(workbook, 'a.xlsx')).columns).toEqual(['姓名', '电话']);
	});

	test('with macros is refused', async () => {
		const file = await altered((parts) => parts.set('xl/vbaProject.bin', bytes('x')));
		expect(await refusal(file, 'list.xlsm')).toBe('sheet_macros');
	});

	test('in the binary format is refused', async () => {
		const file = await altered((parts) => parts.set('xl/workbook.bin', bytes('x')));
		expect(await refusal(file)).toBe('sheet_old_format');
	});

	test('cut off in the middle is refused', async () => {
		const file = await xlsx(people);
		expect(await refusal(file.subarray(0, file.length - 200))).toBe('sheet_damaged');
		expect(await refusal(file.subarray(0, 10))).toBe('sheet_damaged');
	});

	test('with broken XML is refused', async () => {
		expect(await refusal(await withRows('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'))).toBe(
			'sheet_damaged'
		);
	});

	test('that declares more than fits is refused before it is unpacked', async () => {
		const file = await xlsx(people);
		const entry = zipEntries(file).find(({ name }) => name.endsWith('sheet1.xml'));
		const listed = file.lastIndexOf('xl/worksheets/sheet1.xml');
		expect(entry).toBeDefined();
		file.writeUInt32LE(2 ** 30, listed - 22);
		expect(await refusal(file)).toBe('sheet_unpacks_too_big');
	});

	test('that unpacks to more than it declares is refused', async () => {
		const name = 'xl/worksheets/sheet1.xml';
		const packed = deflateRawSync(Buffer.alloc(5_000_000, 32));
		const file = await altered((parts) => parts.set(name, packed));
		const listed = file.lastIndexOf(name);
		file.writeUInt16LE(8, listed - 36);
		file.writeUInt32LE(packed.length * 2, listed - 22);
		expect(await refusal(file)).toBe('sheet_damaged');
	});

	test.each([
		[
			'a filled cell in the last corner',
			'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
			'sheet_too_many_rows'
		],
		['a row beyond the format', '<row r="9999999"><c r="A9999999"><v>1</v></c></row>', 'sheet_damaged'],
		['an address in disguise', '<row x:r="900000000"><c r="A1"><v>1</v></c></row>', 'sheet_damaged'],
		['two addresses', '<row r="1" x:r="900000000"><c r="A1"><v>1</v></c></row>', 'sheet_damaged'],
		['a row in a comment', '<!-- <row " --><row r="900000000"/><!-- " -->', 'sheet_damaged']
	])('with %s does not eat the memory', async (_, rows, detail) => {
		expect(await refusal(await withRows(rows))).toBe(detail);
	});

	test('with formatted but empty cells far below is fine', async () => {
		const file = await withRows(
			'<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>' +
				'<row r="2"><c r="A2" t="inlineStr"><is><t>周小禾</t></is></c></row>' +
				'<row r="300000"><c r="XFD300000" s="0"/></row>'
		);
		expect((await readSheet(file, 'a.xlsx')).rows).toEqual([['周小禾']]);
	});
});

test('a workbook with any byte changed is read or refused in words, never anything else', async () => {
	const workbook = await xlsx(people);
	const change = fc.record({ at: fc.nat(workbook.length - 1), byte: fc.nat(255) });
	await fc.assert(
		fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
			const file = Buffer.from(workbook);
			for (const { at, byte } of changes) file[at] = byte;
			const outcome: unknown = await readSheet(file, 'a.xlsx').catch((thrown: unknown) => thrown);
			expect(outcome instanceof Error ? outcome : null).toSatisfy(
				(error: unknown) => error === null || (error instanceof AppError && error.detail !== undefined)
			);
		}),
		{ numRuns: 60 }
	);
}, 60_000);

describe('a text file', () => {
	test.each([
		['commas', '姓名,电话\r\n周小禾,13800000000\r\n'],
		['tabs', '姓名\t电话\n周小禾\t13800000000'],
		['semicolons', '姓名;电话\n周小禾;13800000000'],
		['a line that names the separator', 'sep=;\r\n姓名;电话\r\n周小禾;13800000000'],
		['quotes', '"姓名","电话"\n"周小禾","13800000000"']
	])('with %s', async (_, text) => {
		const sheet = await readSheet(bytes(text), 'list.csv');
		expect(sheet).toEqual({
			columns: ['姓名', '电话'],
			rows: [['周小禾', '13800000000']],
			lines: [2],
			encoding: 'utf-8'
		});
	});

	test('in GB18030, four-byte characters too', async () => {
		const file = gb18030('姓名,电话\r\n周小禾㐀,13800000000');
		const sheet = await readSheet(file, 'list.csv');
		expect(sheet.encoding).toBe('gb18030');
		expect(sheet.rows).toEqual([['周小禾㐀', '13800000000']]);
	});

	test('in UTF-8 or UTF-16 with a byte order mark', async () => {
		const text = '\ufeff姓名\t电话\r\n周小禾\t13800000000';
		const utf16 = await readSheet(Buffer.from(text, 'utf16le'), 'list.txt');
		const swapped = await readSheet(Buffer.from(text, 'utf16le').swap16(), 'list.txt');
		const utf8 = await readSheet(bytes(text), 'list.txt');
		expect([utf16.encoding, swapped.encoding, utf8.encoding]).toEqual(['utf-16le', 'utf-16be', 'utf-8']);
		for (const { columns } of [utf16, swapped, utf8]) expect(columns).toEqual(['姓名', '电话']);
	});

	test('with line breaks, quotes, emoji and a stray NUL inside cells', async () => {
		const sheet = await readSheet(bytes('姓名,备注\n周小禾,"谢谢👩‍🦽\r\n""再见"" \u0000"'), 'list.csv');
		expect(sheet.rows).toEqual([['周小禾', '谢谢👩‍🦽\n"再见"']]);
	});

	test('with a quotation mark that is never closed is refused', async () => {
		expect(await refusal(bytes('姓名,备注\n周小禾,"谢谢\n陈一舟,好\n'), 'a.csv')).toBe(
			'sheet_unclosed_quote'
		);
	});

	test('that is a web page under another name is refused', async () => {
		expect(await refusal(bytes('<html><table><tr><td>姓名</td></tr></table></html>'), 'a.xls')).toBe(
			'sheet_web_page'
		);
	});
});

describe('what is no sheet is refused', () => {
	test.each([
		['a PDF named .csv', bytes('%PDF-1.7\n1 0 obj\n'), 'sheet_not_a_sheet'],
		['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'sheet_not_a_sheet'],
		['a program', Buffer.concat([Buffer.from('4d5a9000', 'hex'), Buffer.alloc(500)]), 'sheet_not_a_sheet'],
		['bytes of NUL', Buffer.alloc(1000), 'sheet_not_a_sheet'],
		['noise', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 197) % 256)), 'sheet_not_a_sheet'],
		['old Excel', compound('Workbook'), 'sheet_old_format'],
		['old Word', compound('WordDocument'), 'sheet_not_a_sheet'],
		['a file under a password', compound('EncryptedPackage'), 'sheet_password'],
		['another archive', zipStored(new Map([['word/document.xml', bytes('<w/>')]])), 'sheet_not_a_sheet'],
		['nothing', new Uint8Array(), 'sheet_empty'],
		['blank lines', bytes('\n \n,,\n'), 'sheet_empty'],
		['30 MB', Buffer.alloc(30 * 2 ** 20, 'a,b\n'), 'sheet_too_big']
	])('%s', async (_, file, detail) => {
		expect(await refusal(file, 'list.csv')).toBe(detail);
	});
});

function compound(stream: string): Buffer {
	return Buffer.concat([
		Buffer.from('d0cf11e0a1b11ae1', 'hex'),
		Buffer.alloc(504),
		Buffer.from(stream, 'utf16le')
	]);
}

/** Encodes by looking each character up among what the decoder makes of every code of two and four bytes. */
function gb18030(text: string): Buffer {
	const decoder = new TextDecoder('gb18030');
	const codes = new Map<string, number[]>();
	const remember = (code: number[]) => codes.set(decoder.decode(Uint8Array.from(code)), code);
	for (let lead = 0x81; lead <= 0xfe; lead++) {
		for (let trail = 0x40; trail <= 0xfe; trail++) remember([lead, trail]);
	}
	for (let third = 0x81; third <= 0xfe; third++) {
		for (let fourth = 0x30; fourth <= 0x39; fourth++) remember([0x81, 0x39, third, fourth]);
	}
	return Buffer.from([...text].flatMap((character) => codes.get(character) ?? character.charCodeAt(0)));
}
