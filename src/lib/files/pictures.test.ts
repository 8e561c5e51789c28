import { describe, expect, it } from 'vitest';
import { pictureKind } from './pictures.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('what a file is', () => {
	it('is told by its first bytes', () => {
		expect(pictureKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 0]))).toBe('jpeg');
		expect(pictureKind(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('png');
		expect(pictureKind(bytesOf('RIFF1234WEBPVP8 '))).toBe('webp');
	});

	it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', 'GIF89a', '%PDF-1.7', ''])(
		'is no photo for %j',
		(text) => {
			expect(pictureKind(bytesOf(text))).toBeNull();
		}
	);
});
