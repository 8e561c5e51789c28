import sharp from 'sharp';
import { drawnSize } from './drawing.ts';
import type { FileRow, PictureRow } from './rows.ts';

/** Drawn pictures as the files that photos become. */
export async function develop(pictures: readonly PictureRow[]): Promise<FileRow[]> {
	const files: FileRow[] = [];
	// one after the other: each fills all cores by itself
	for (const { svg, ...row } of pictures) {
		const bytes = await sharp(Buffer.from(svg)).webp({ quality: 80 }).toBuffer();
		files.push({ ...row, mime: 'image/webp', bytes, ...drawnSize });
	}
	return files;
}
