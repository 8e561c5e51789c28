import sharp from 'sharp';
import type { Scope } from '#lib/db/client.server.ts';
import { a4, pdfPage, type Pdf } from '#lib/files/pdf.server.ts';
import { fileById } from '#lib/files/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AreaPictures } from './pictures-page.server.ts';
import type { CleanupReport, ReportLine } from './report.server.ts';

const margin = 40;
const inner = a4.width - 2 * margin;
const foot = a4.height - margin;
const green = '#1b5e3a';
const ink = '#1c1c1c';
const grey = '#555555';
const rowHeight = 17;
/** Where the numbers of a table begin, points from its left. */
const columns = [0, 230, 290, 345, 400] as const;
/** Width and height of a picture, and the space between two. */
const [wide, high, gap] = [122, 91, 9] as const;
/** More than this never fit. */
const mostPictures = 16;

/** A picture of the report, with the name of its area and when it was taken. */
export interface ReportPicture {
	title: string;
	bytes: Buffer;
}

/** The first picture before and after of each area that has both. */
export async function reportPictures(scope: Scope, areas: readonly AreaPictures[]): Promise<ReportPicture[]> {
	const found: ReportPicture[] = [];
	for (const { name, moments } of areas) {
		if (moments.some(({ pictures }) => pictures.length === 0)) continue;
		for (const { title, pictures } of moments) {
			const file = await fileById(scope, pictures[0]!);
			if (file) found.push({ title: `${name} · ${title}`, bytes: file.bytes });
		}
		if (found.length >= mostPictures) break;
	}
	return found;
}

/** Pictures in the size in which they are printed, as JPEG: PDF knows no WebP. */
async function developed(pictures: readonly ReportPicture[]): Promise<ReportPicture[]> {
	const size = { width: wide * 3, height: high * 3, fit: 'cover' } as const;
	const made: ReportPicture[] = [];
	for (const { title, bytes } of pictures) {
		made.push({ title, bytes: await sharp(bytes).resize(size).jpeg().toBuffer() });
	}
	return made;
}

/** The report of a day on one page of A4; what does not fit stands on the page in the app. */
export async function reportPdf(
	report: CleanupReport,
	pictures: readonly ReportPicture[],
	community: string
): Promise<Uint8Array<ArrayBuffer>> {
	const ready = await developed(pictures);
	return pdfPage(report.head.name, 'portrait', (page) => {
		drawHead(page, report, community);
		table(page, m.cleanups_by_area(), report.areas, 12);
		table(page, m.cleanups_by_team(), report.teams, 12);
		drawLeft(page, report);
		drawPictures(page, ready);
	});
}

function drawHead(page: Pdf, { head, figures }: CleanupReport, community: string): void {
	line(page, 10, grey, community, margin);
	line(page, 22, green, head.name, page.y + 2, 'bold');
	line(page, 11, grey, [head.when, head.theme, head.state.words].join(' · '), page.y + 2);
	const top = page.y + 12;
	const width = inner / figures.length;
	for (const [at, { label, value }] of figures.entries()) {
		const box = { width: width - 6, height: 22, ellipsis: true };
		page.font('regular').fontSize(9).fillColor(grey);
		page.text(label, margin + at * width, top, box);
		page.font('bold').fontSize(15).fillColor(ink);
		page.text(value, margin + at * width, top + 14, box);
	}
	page.y = top + 46;
}

function line(page: Pdf, size: number, colour: string, words: string, y: number, font = 'regular'): void {
	page.font(font).fontSize(size).fillColor(colour);
	page.text(words, margin, y, { width: inner, height: size * 1.6, ellipsis: true });
}

/** A table of at most so many lines; how many more there are is said. */
function table(page: Pdf, title: string, lines: readonly ReportLine[], most: number): void {
	if (lines.length === 0) return;
	const heads = [title, m.cleanups_col_wanted(), m.cleanups_col_came(), m.cleanups_col_short()];
	row(page, [...heads, m.cleanups_figure_hours()], 'bold');
	for (const { name, wanted, came, short, time } of lines.slice(0, most)) {
		row(page, [name, wanted || '—', came, short || '—', time].map(String), 'regular');
	}
	if (lines.length > most) row(page, [m.cleanups_more({ count: lines.length - most })], 'regular');
	page.y += 10;
}

function row(page: Pdf, cells: readonly string[], font: 'regular' | 'bold'): void {
	const top = page.y;
	for (const [at, words] of cells.entries()) {
		const left = columns[at]!;
		const width = (columns[at + 1] ?? inner) - left - 8;
		page.font(font).fontSize(10).fillColor(ink);
		page.text(words, margin + left, top + 3, { width, height: 14, ellipsis: true });
	}
	page.y = top + rowHeight;
	page
		.moveTo(margin, page.y)
		.lineTo(a4.width - margin, page.y)
		.lineWidth(0.5)
		.stroke('#cccccc');
}

function drawLeft(page: Pdf, { left, areas }: CleanupReport): void {
	const short = areas.filter((area) => area.short > 0).map(({ name }) => name);
	const said = [
		left.buildings.length > 0 &&
			m.cleanups_left_buildings({ buildings: left.buildings.join(m.hours_comma()) }),
		short.length > 0 && m.cleanups_left_short({ areas: short.join(m.hours_comma()) })
	].filter((one) => one !== false);
	line(page, 10, green, m.cleanups_left(), page.y, 'bold');
	for (const words of said.length > 0 ? said : [m.cleanups_left_none()]) {
		page.font('regular').fontSize(9).fillColor(ink);
		page.text(words, margin, page.y + 2, { width: inner, height: 36, ellipsis: true });
	}
	page.y += 12;
}

/** As many pairs as fit below what stands already. */
function drawPictures(page: Pdf, pictures: readonly ReportPicture[]): void {
	const perRow = 4;
	const top = page.y;
	for (const [at, { title, bytes }] of pictures.entries()) {
		const x = margin + (at % perRow) * (wide + gap);
		const y = top + Math.floor(at / perRow) * (high + 24);
		if (y + high + 16 > foot) return;
		page.image(bytes, x, y, { width: wide, height: high });
		page.font('regular').fontSize(8).fillColor(grey);
		page.text(title, x, y + high + 2, { width: wide, height: 12, ellipsis: true });
	}
}
