import { a4, drawQr, pdfPage, type Pdf } from '#lib/files/pdf.server.ts';
import { m } from '#lib/paraglide/messages.js';
import sharp from 'sharp';
import type { IllustratedPaper, Paper } from './paper.server.ts';

const margin = 56;
const inner = a4.width - 2 * margin;
const green = '#1b5e3a';
const ink = '#1c1c1c';
const grey = '#555555';
const bandHeight = 90;
const qrSize = 170;
/** Where the foot with the code begins. */
const foot = a4.height - margin - qrSize;

/** An activity as a poster for the board at the door: A4, read from two metres, with a code that leads to the sign-up. */
export async function posterOf(paper: IllustratedPaper): Promise<Uint8Array<ArrayBuffer>> {
	const picture = paper.picture && (await sharp(paper.picture).jpeg({ quality: 82 }).toBuffer());
	return pdfPage(paper.title, 'portrait', (page) => {
		page.rect(0, 0, a4.width, bandHeight).fill(green);
		page.font('bold').fontSize(22).fillColor('#fff');
		page.text(paper.group ?? paper.community.name, margin, 32, { width: inner, height: 30, ellipsis: true });
		drawTitle(page, paper.title);
		for (const line of paper.when) block(page, 24, 'bold', ink, line);
		if (paper.more) block(page, 18, 'regular', grey, paper.more);
		if (paper.place) block(page, 24, 'bold', ink, paper.place, 12);
		block(page, 18, 'regular', grey, seatsSaid(paper), 8);
		if (picture) drawPicture(page, picture);
		rest(page, 16, ink, paper.words);
		if (paper.risk) rest(page, 14, grey, paper.risk);
		drawFoot(page, paper);
	});
}

export function seatsSaid({ seats }: Paper): string {
	return seats === null ? m.papers_free() : m.papers_seats({ seats });
}

/** As large as fits on three lines. */
function drawTitle(page: Pdf, title: string): void {
	const fits = (size: number) =>
		page.font('bold').fontSize(size).heightOfString(title, { width: inner }) <= 175;
	const size = [54, 46, 38, 32, 26].find(fits) ?? 22;
	page.font('bold').fontSize(size).fillColor(green);
	page.text(title, margin, bandHeight + 36, { width: inner, height: 190, ellipsis: true });
	page.moveDown(0.4);
}

function block(page: Pdf, size: number, font: string, colour: string, text: string, above = 0): void {
	if (page.y + above + size * 1.5 > foot) return;
	page.font(font).fontSize(size).fillColor(colour);
	page.text(text, margin, page.y + above, { width: inner, height: size * 3, ellipsis: true });
}

/** The picture in half of the room that is left, where that is enough to see something. */
function drawPicture(page: Pdf, picture: Buffer): void {
	const top = page.y + 16;
	const height = Math.min(240, (foot - top - 24) * 0.6);
	if (height < 90) return;
	page.save().roundedRect(margin, top, inner, height, 8).clip();
	page.image(picture, margin, top, { cover: [inner, height], align: 'center', valign: 'center' });
	page.restore();
	page.x = margin;
	page.y = top + height;
}

/** A text in the room that is left above the foot. */
function rest(page: Pdf, size: number, colour: string, text: string): void {
	const room = foot - page.y - 36;
	if (room < size * 1.5) return;
	page.font('regular').fontSize(size).fillColor(colour);
	page.text(text, margin, page.y + 16, { width: inner, height: room, lineGap: 5, ellipsis: true });
}

function drawFoot(page: Pdf, { link, community }: Paper): void {
	page
		.moveTo(margin, foot - 12)
		.lineTo(a4.width - margin, foot - 12)
		.lineWidth(1)
		.stroke('#cccccc');
	drawQr(page, link, { x: a4.width - margin - qrSize, y: foot, size: qrSize });
	const width = inner - qrSize - 24;
	page
		.font('bold')
		.fontSize(20)
		.fillColor(ink)
		.text(m.papers_scan(), margin, foot + 18, { width });
	page.font('regular').fontSize(14).fillColor(grey);
	page.text(m.papers_call({ phone: community.phone }), margin, page.y + 10, { width });
	page.text(community.name, margin, page.y + 10, { width });
}
