import PDFDocument from 'pdfkit';
import { qrPath } from '#lib/ui/qr.ts';
import { fonts } from './fonts.server.ts';

export type Pdf = InstanceType<typeof PDFDocument>;

/** A sheet of A4 upright in points, of which 72 make an inch. */
export const a4 = { width: 595.28, height: 841.89 } as const;

/** A page of A4 as PDF, with the fonts `regular` and `bold`. */
export async function pdfPage(
	title: string,
	layout: 'portrait' | 'landscape',
	draw: (page: Pdf) => void
): Promise<Uint8Array<ArrayBuffer>> {
	const page = new PDFDocument({ size: 'A4', layout, margin: 0, info: { Title: title }, lang: 'zh-CN' });
	const parts: Buffer[] = [];
	page.on('data', (part: Buffer) => parts.push(part));
	const ended = new Promise((resolve, reject) => page.on('end', resolve).on('error', reject));
	page.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
	draw(page);
	page.end();
	await ended;
	return new Uint8Array(Buffer.concat(parts));
}

/** Draws an address as a QR code with its quiet edge. */
export function drawQr(page: Pdf, text: string, at: { x: number; y: number; size: number }): void {
	const { path, size } = qrPath(text);
	page.save().rect(at.x, at.y, at.size, at.size).fill('#fff');
	page
		.translate(at.x, at.y)
		.scale(at.size / size)
		.path(path)
		.fill('#000')
		.restore();
}

/** An answer that the browser shows, and saves under a name, which may be Chinese (RFC 6266). */
export function paperAnswer(bytes: Uint8Array<ArrayBuffer>, type: string, name: string): Response {
	return new Response(bytes, {
		headers: {
			'content-type': type,
			'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
			'cache-control': 'private, no-store'
		}
	});
}
