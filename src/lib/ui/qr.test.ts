import { describe, expect, it } from 'vitest';
import { checkBytes, qrCode } from './qr.ts';

describe('a QR code', () => {
	it('is mended by the bytes that the standard gives for its example', () => {
		const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
		expect(checkBytes(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
	});
	it.each([
		[1, 14],
		[2, 15],
		[5, 84],
		[7, 122],
		[10, 213]
	])('of version %i holds %i bytes, with its three corners', (version, length) => {
		const rows = qrCode('a'.repeat(length));
		const size = 17 + 4 * version;
		expect(rows).toHaveLength(size);
		expect(rows.every((row) => row.length === size)).toBe(true);
		const corner = (x: number, y: number) =>
			rows.slice(y, y + 7).map((row) =>
				row
					.slice(x, x + 7)
					.map(Number)
					.join('')
			);
		const found = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
		expect(corner(0, 0)).toEqual(found);
		expect(corner(size - 7, 0)).toEqual(found);
		expect(corner(0, size - 7)).toEqual(found);
	});
	it('refuses what does not fit', () => {
		expect(() => qrCode('a'.repeat(214))).toThrow(RangeError);
	});
});

/** The bits beside the corners that say level M and the mask, as the standard lists them. */
const formats = [
	'101010000010010',
	'101000100100101',
	'101111001111100',
	'101101101001011',
	'100010111111001',
	'100000011001110',
	'100111110010111',
	'100101010100000'
];

/** Reads a code of version 1 as a phone does: which mask, then the bytes from right to left, up and down. */
function read(rows: boolean[][]): string {
	const at = (x: number, y: number) => Number(rows[y]![x]);
	const ring = [0, 1, 2, 3, 4, 5, 7, 8].map((x) => at(x, 8)).join('');
	const down = [7, 5, 4, 3, 2, 1, 0].map((y) => at(8, y)).join('');
	const mask = formats.indexOf(ring + down);
	const flips = [
		(i: number, j: number) => (i + j) % 2 === 0,
		(i: number) => i % 2 === 0,
		(_: number, j: number) => j % 3 === 0,
		(i: number, j: number) => (i + j) % 3 === 0,
		(i: number, j: number) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
		(i: number, j: number) => ((i * j) % 2) + ((i * j) % 3) === 0,
		(i: number, j: number) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
		(i: number, j: number) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0
	];
	const isFixed = (x: number, y: number) =>
		x === 6 || y === 6 || (y < 9 && (x < 9 || x > 12)) || (x < 9 && y > 12);
	let bits = '';
	let up = true;
	for (const right of [20, 18, 16, 14, 12, 10, 8, 5, 3, 1]) {
		for (let step = 0; step < 21; step++) {
			const y = up ? 20 - step : step;
			for (const x of [right, right - 1]) {
				if (!isFixed(x, y)) bits += Number((at(x, y) === 1) !== flips[mask]!(y, x));
			}
		}
		up = !up;
	}
	const length = Number.parseInt(bits.slice(4, 12), 2);
	const bytes = Array.from({ length }, (_, place) =>
		Number.parseInt(bits.slice(12 + 8 * place, 20 + 8 * place), 2)
	);
	return bits.slice(0, 4) === '0100' ? new TextDecoder().decode(new Uint8Array(bytes)) : '';
}

it.each(['a', 'linli.cn/q/7', '邻里帮', 'HELLO, WORLD.'])('a phone reads “%s”', (text) => {
	expect(read(qrCode(text))).toBe(text);
});
