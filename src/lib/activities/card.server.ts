import sharp from 'sharp';
import { fontFamily, fonts } from '#lib/files/fonts.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { qrPath } from '#lib/ui/qr.ts';
import { moreSaid } from './more-dates.ts';
import type { IllustratedPaper } from './paper.server.ts';
import { seatsSaid } from './poster.server.ts';

const width = 900;
const textHeight = 1200;
/** Of the picture, where there is one: it comes above the text. */
const pictureHeight = 420;
const margin = 64;
const inner = width - 2 * margin;
const band = 150;
const qrSize = 300;

/** A line or more of text as a layer of the picture. */
interface Lines {
	text: string;
	/** Height of the letters, pixels. */
	size: number;
	colour: string;
	bold?: boolean;
	width?: number;
	/** Room for it; letters are made smaller where it does not fit. */
	height: number;
}

/** An activity as a picture for chats, 900 × 1200 pixels or 1620 with its picture, with a code that leads to the sign-up. */
export async function cardOf(paper: IllustratedPaper): Promise<Uint8Array<ArrayBuffer>> {
	const above = paper.picture ? pictureHeight : 0;
	const height = textHeight + above;
	const foot = height - margin - qrSize;
	const more = moreSaid(paper);
	const when = more ? [...paper.when, more] : paper.when;
	const column: (Lines & { gap: number })[] = [
		{ text: paper.title, size: 68, colour: '#1b5e3a', bold: true, height: 260, gap: 40 },
		{ text: when.join('\n'), size: 36, colour: '#1c1c1c', bold: true, height: 210, gap: 28 },
		{ text: paper.place ?? '', size: 34, colour: '#1c1c1c', height: 90, gap: 20 },
		{ text: seatsSaid(paper), size: 30, colour: '#555555', height: 44, gap: 0 }
	];
	const layers: { input: Buffer; left: number; top: number }[] = [
		...(paper.picture ? [await cover(paper.picture)] : []),
		await layer(
			{ text: paper.group ?? paper.community.name, size: 44, colour: '#ffffff', bold: true, height: 60 },
			margin,
			48
		)
	];
	let top = band + above + 48;
	for (const { gap, ...lines } of column.filter(({ text }) => text !== '')) {
		const one = await layer(lines, margin, top);
		layers.push(one);
		top += one.height + gap;
	}
	const beside = inner - qrSize - 32;
	const scan = { text: m.papers_scan(), size: 36, colour: '#1c1c1c', bold: true, width: beside, height: 150 };
	const name = { text: paper.community.name, size: 28, colour: '#555555', width: beside, height: 80 };
	layers.push(await layer(scan, margin, foot + 60), await layer(name, margin, foot + 210));
	const picture = await sharp(Buffer.from(ground(paper.link, height)))
		.composite(layers.map(({ input, left, top: at }) => ({ input, left, top: at })))
		.png({ compressionLevel: 9, palette: true })
		.toBuffer();
	return new Uint8Array(picture);
}

/** The picture below the band, as wide as the card. */
async function cover(picture: Buffer) {
	const input = await sharp(picture).resize(width, pictureHeight, { fit: 'cover' }).png().toBuffer();
	return { input, left: 0, top: band };
}

/** All but the letters. */
function ground(link: string, height: number): string {
	const { path, size } = qrPath(link);
	const left = width - margin - qrSize;
	const foot = height - margin - qrSize;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		<rect width="100%" height="100%" fill="#fffdf7"/>
		<rect width="100%" height="${band}" fill="#1b5e3a"/>
		<svg x="${left}" y="${foot}" width="${qrSize}" height="${qrSize}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
			<rect width="100%" height="100%" fill="#fff"/><path d="${path}"/>
		</svg>
	</svg>`;
}

/** Letters are drawn from our own font file, so that no machine lacks them. */
async function layer(lines: Lines, left: number, top: number) {
	const { text, colour, bold = false, height: room } = lines;
	for (let size = lines.size; ; size = Math.round(size * 0.85)) {
		const { data, info } = await sharp({
			text: {
				text: `<span foreground="${colour}">${escaped(text)}</span>`,
				font: `${fontFamily} ${bold ? 'Bold ' : ''}${size}`,
				fontfile: bold ? fonts.bold : fonts.regular,
				width: lines.width ?? inner,
				wrap: 'word-char',
				dpi: 72,
				rgba: true,
				spacing: Math.round(size / 4)
			}
		})
			.png()
			.toBuffer({ resolveWithObject: true });
		if (info.height <= room || size < 16)
			return { input: data, left, top, height: Math.min(info.height, room) };
	}
}

function escaped(text: string): string {
	return text
		.replace(/[^\P{C}\n]/gu, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;');
}
