import sharp from 'sharp';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { largestStored, largestUpload, mostPixels, pictureKind } from './pictures.ts';
import { addFile } from './queries.server.ts';

/** A photo made anew: nothing of the file that was sent is in it but what it shows. */
export interface Picture {
	bytes: Buffer;
	width: number;
	height: number;
}

/** Longest edge in pixels and quality, tried in order until the picture is small enough. */
const tries = [
	[1600, 80],
	[1280, 74],
	[1024, 68],
	[800, 60],
	[640, 50]
] as const;

/**
 * The photo in the field `photo` of a sent form.
 * @throws AppError `too_large` with `picture` or `picture_pixels`, `invalid` with `picture` or `picture_empty`
 */
export async function pictureIn(form: FormData): Promise<Picture> {
	const file = form.get('photo');
	if (!(file instanceof File)) throw new AppError('invalid', 'picture');
	if (isEmpty(file)) throw new AppError('invalid', 'picture_empty');
	if (file.size > largestUpload) throw new AppError('too_large', 'picture');
	return encodePicture(Buffer.from(await file.arrayBuffer()));
}

/** A file was chosen and there is nothing in it; a field left empty has no name. */
const isEmpty = ({ name, size }: File): boolean => size === 0 && name !== '';

/**
 * The photos in the fields `photo` of a sent form; what was left empty is none.
 * @throws AppError `too_many` / `pictures`; otherwise as `pictureIn`
 */
export async function picturesIn(form: FormData, most: number): Promise<Picture[]> {
	const sent = form.getAll('photo').filter((file) => file instanceof File);
	if (sent.some(isEmpty)) throw new AppError('invalid', 'picture_empty');
	const files = sent.filter(({ size }) => size > 0);
	if (files.length > most) throw new AppError('too_many', 'pictures', { most });
	if (files.some(({ size }) => size > largestUpload)) throw new AppError('too_large', 'picture');
	const pictures: Picture[] = [];
	// one after the other: unpacked, a photo takes a hundred times its size
	for (const file of files) pictures.push(await encodePicture(Buffer.from(await file.arrayBuffer())));
	return pictures;
}

/**
 * A photo as WebP of at most 400 KB, upright, without the place and time that phones write into it.
 * @throws AppError `invalid` `picture` where the bytes are no photo; `too_large` with `picture`, `picture_pixels`
 */
export async function encodePicture(bytes: Buffer): Promise<Picture> {
	if (bytes.length > largestUpload) throw new AppError('too_large', 'picture');
	if (!pictureKind(bytes)) throw new AppError('invalid', 'picture');
	if ((await pixelsIn(bytes)) > mostPixels) throw new AppError('too_large', 'picture_pixels');
	for (const [edge, quality] of tries) {
		const { data, info } = await shrink(bytes, edge, quality);
		if (data.length <= largestStored) return { bytes: data, width: info.width, height: info.height };
	}
	throw new AppError('too_large', 'picture');
}

/** How many pixels a photo says that it has; nothing is unpacked for it. */
async function pixelsIn(bytes: Buffer): Promise<number> {
	try {
		const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
		return width * height;
	} catch {
		throw new AppError('invalid', 'picture');
	}
}

async function shrink(bytes: Buffer, edge: number, quality: number) {
	try {
		return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
			.rotate()
			.resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
			.webp({ quality })
			.toBuffer({ resolveWithObject: true });
	} catch {
		throw new AppError('invalid', 'picture');
	}
}

/** Stores a picture. @returns its id */
export async function savePicture(
	scope: Scope,
	picture: Picture,
	createdBy: string,
	now: Date
): Promise<string> {
	const id = newId();
	await addFile(scope, { id, mime: 'image/webp', ...picture, createdBy, createdAt: now });
	return id;
}
