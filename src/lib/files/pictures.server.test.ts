import sharp from 'sharp';
import { expect, it } from 'vitest';
import { mostPixels } from './pictures.ts';
import { picturesIn } from './pictures.server.ts';

const sent = (...files: File[]) => {
	const form = new FormData();
	for (const file of files) form.append('photo', file);
	return picturesIn(form, 3);
};

it('a file with nothing in it is refused by its name, a field left empty is no file', async () => {
	await expect(sent(new File([], 'a.jpg'))).rejects.toMatchObject({ detail: 'picture_empty' });
	expect(await sent(new File([], ''))).toEqual([]);
});

it('a photo of too many pixels is too large, and what is none is none', async () => {
	const [width, height] = [8000, mostPixels / 8000 + 1];
	const huge = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
		.png({ compressionLevel: 1 })
		.toBuffer();
	await expect(sent(new File([new Uint8Array(huge)], 'a.png'))).rejects.toMatchObject({
		code: 'too_large',
		detail: 'picture_pixels'
	});
	const broken = huge.subarray(0, 12);
	await expect(sent(new File([new Uint8Array(broken)], 'a.png'))).rejects.toMatchObject({
		code: 'invalid',
		detail: 'picture'
	});
});
