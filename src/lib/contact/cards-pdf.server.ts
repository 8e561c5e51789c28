import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import PDFDocument from 'pdfkit';
import { m } from '#lib/paraglide/messages.js';
import { qrCode } from '#lib/ui/qr.ts';
import { boxOf, cardsOnPage, page, type Box } from './card-places.ts';

/** What stands on the card of one home. */
export interface PrintedCard {
	/** 东园 3 号楼 2 单元 301 */
	home: string;
	grid: string;
	/** Who answers for the home; null where nobody does yet. */
	officer: { name: string; phone: string } | null;
	station: string;
	hours: string;
	community: { name: string; phone: string };
	/** Where the code leads. */
	address: string;
}

/** Names, phones and QR codes are black; only the frame and the title have the colour of the app. */
const red = '#b3261e';
const grey = '#555555';
const inner = 14;
const codeSize = 62;

/** Noto Sans, which has every character of GB 2312. */
function fontFile(): string {
	const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc');
	return resolve(dirname(entry), '../fonts/NotoSansHans-Medium.otf');
}

/**
 * Contact cards (温馨联系卡, seed 003) on A4, eight on a page with lines to cut along, for the door of every home.
 * @returns a PDF
 */
export async function cardsPdf(
	title: string,
	cards: readonly PrintedCard[]
): Promise<Uint8Array<ArrayBuffer>> {
	const document = new PDFDocument({
		size: 'A4',
		margin: 0,
		autoFirstPage: false,
		info: { Title: title }
	});
	const parts: Buffer[] = [];
	document.on('data', (part: Buffer) => parts.push(part));
	const ended = new Promise<void>((done, failed) => {
		document.on('end', done);
		document.on('error', failed);
	});
	document.registerFont('words', fontFile());
	document.font('words');
	for (const [at, card] of cards.entries()) {
		if (at % cardsOnPage === 0) {
			document.addPage();
			cutLines(document);
		}
		drawCard(document, card, boxOf(at));
	}
	document.end();
	await ended;
	return new Uint8Array(Buffer.concat(parts));
}

type Pdf = InstanceType<typeof PDFDocument>;

function cutLines(document: Pdf): void {
	const first = boxOf(0);
	document.save().lineWidth(0.5).dash(3, { space: 3 }).strokeColor('#999999');
	document.moveTo(first.x + first.width, 0).lineTo(first.x + first.width, page.height);
	for (let at = 0; at < cardsOnPage; at += 2) {
		const { y } = boxOf(at);
		if (at > 0) document.moveTo(0, y).lineTo(page.width, y);
	}
	document.stroke().restore();
}

function drawCard(document: Pdf, card: PrintedCard, box: Box): void {
	const x = box.x + inner;
	const width = box.width - 2 * inner;
	const beside = width - codeSize - 10;
	const line = (words: string, y: number, size: number, colour: string, wide = width) =>
		document
			.fontSize(size)
			.fillColor(colour)
			.text(words, x, box.y + y, { width: wide, height: size * 1.5, ellipsis: true });
	line(m.contact_title(), 14, 14, red);
	line(card.home, 36, 11, '#000000');
	line(card.grid, 54, 9, grey);
	if (card.officer) {
		line(m.contact_card_officer({ name: card.officer.name }), 72, 15, '#000000', beside);
		line(card.officer.phone, 94, 17, '#000000', beside);
	} else {
		line(m.contact_card_nobody(), 74, 11, '#000000', beside);
		line(card.community.phone, 94, 17, '#000000', beside);
	}
	line(card.station, 124, 9, grey, beside);
	line(card.hours, 138, 9, grey);
	line(m.contact_card_community(card.community), 154, 9, grey);
	drawCode(document, card.address, x + width - codeSize, box.y + 72);
}

function drawCode(document: Pdf, address: string, left: number, top: number): void {
	const code = qrCode(address);
	const unit = codeSize / code.length;
	for (const [y, row] of code.entries()) {
		for (const [x, dark] of row.entries()) {
			if (dark) document.rect(left + x * unit, top + y * unit, unit, unit);
		}
	}
	document.fill('#000000');
}
