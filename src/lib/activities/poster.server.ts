import { a4, drawQr, pdfPage, type Pdf } from '#lib/files/pdf.server.ts';
import { m } from '#lib/paraglide/messages.js';
import sharp from 'sharp';
import type { IllustratedPaper, Paper } from './paper.server.ts';

const margin = 56;
const inner = a4.width - 2 * margin;
const green = '#1b5e3a';
const ink = '#1c1c1c';
const grey = '#555555';
const bandHeight = 80;
const qrSize = 160;
/** Where the foot with the code begins, and where all above it ends. */
const foot = a4.height - 44 - qrSize;
const floor = foot - 24;

/** How large things are said: smaller beside a picture, which is to be seen. */
interface Scale {
	/** Of the title the largest letters, and how high it may be. */
	title: number;
	titleHeight: number;
	fact: number;
	aside: number;
	/** So many dates are written out. */
	dates: number;
}
const plain: Scale = { title: 54, titleHeight: 175, fact: 24, aside: 18, dates: 3 };
const illustrated: Scale = { title: 46, titleHeight: 120, fact: 20, aside: 15, dates: 2 };

/** An activity as a poster for the board at the door: A4, read from two metres, with a code that leads to the sign-up. */
export async function posterOf(paper: IllustratedPaper): Promise<Uint8Array<ArrayBuffer>> {
	const picture = paper.picture && (await sharp(paper.picture).jpeg({ quality: 82 }).toBuffer());
	return pdfPage(paper.title, 'portrait', (page) => {
		page.rect(0, 0, a4.width, bandHeight).fill(green);
		page.font('bold').fontSize(22).fillColor('#fff');
		page.text(paper.group ?? paper.community.name, margin, 32, { width: inner, height: 30, ellipsis: true });
		drawFacts(page, paper, picture ? illustrated : plain);
		if (picture) drawPicture(page, picture);
		rest(page, 16, ink, paper.words);
		if (paper.risk) rest(page, 14, grey, paper.risk);
		drawFoot(page, paper);
	});
}

function drawFacts(page: Pdf, paper: Paper, scale: Scale): void {
	const { fact, aside, dates } = scale;
	drawTitle(page, paper.title, scale);
	for (const line of paper.when.slice(0, dates)) block(page, fact, 'bold', ink, line);
	const count = paper.moreDates + Math.max(0, paper.when.length - dates);
	if (count > 0) block(page, aside, 'regular', grey, m.papers_more_dates({ count }));
	if (paper.place) block(page, fact, 'bold', ink, paper.place, fact / 2);
	block(page, aside, 'regular', grey, seatsSaid(paper), 8);
}

export function seatsSaid({ seats }: Paper): string {
	return seats === null ? m.papers_free() : m.papers_seats({ seats });
}

/** As large as fits. */
function drawTitle(page: Pdf, title: string, { title: largest, titleHeight }: Scale): void {
	const fits = (size: number) =>
		size <= largest &&
		page.font('bold').fontSize(size).heightOfString(title, { width: inner }) <= titleHeight;
	const size = [54, 46, 38, 32, 26].find(fits) ?? 22;
	page.font('bold').fontSize(size).fillColor(green);
	const top = bandHeight + 28;
	page.text(title, margin, top, { width: inner, height: titleHeight + 15, ellipsis: true });
	page.y = Math.max(page.y + size * 0.3, top + 60);
}

function block(page: Pdf, size: number, font: string, colour: string, text: string, above = 0): void {
	if (page.y + above + size * 1.5 > floor) return;
	page.font(font).fontSize(size).fillColor(colour);
	page.text(text, margin, page.y + above, {
		width: inner,
		height: Math.min(size * 3, floor - page.y - above),
		ellipsis: true
	});
}

/** The picture in most of the room that is left, where that is enough to see something; words are read by the code too. */
function drawPicture(page: Pdf, picture: Buffer): void {
	const top = page.y + 16;
	const room = floor - top;
	const height = Math.min(260, Math.max(room * 0.62, Math.min(room, 130)));
	if (height < 90) return;
	page.save().roundedRect(margin, top, inner, height, 8).clip();
	page.image(picture, margin, top, { cover: [inner, height], align: 'center', valign: 'center' });
	page.restore();
	page.x = margin;
	page.y = top + height;
}

/** Points between the lines of a text. */
const lineGap = 5;

/** A text in the room that is left above the foot. */
function rest(page: Pdf, size: number, colour: string, text: string): void {
	page.font('regular').fontSize(size).fillColor(colour);
	const lineHeight = page.currentLineHeight(true) + lineGap;
	const lines = Math.floor((floor - page.y - 16) / lineHeight);
	if (lines < 1) return;
	// whole lines, and a point to spare, so that the last one ends in an ellipsis
	const height = lines * lineHeight + 1;
	page.text(text, margin, page.y + 16, { width: inner, height, lineGap, ellipsis: true });
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
