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
