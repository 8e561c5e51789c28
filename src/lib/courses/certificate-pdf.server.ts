import { a4, drawQr, pdfPage, type Pdf } from '#lib/files/pdf.server.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CertificateView } from './certificate-page.server.ts';

/** What is printed, and the address by which it is verified. */
export interface PrintedCertificate {
	certificate: Omit<CertificateView, 'state' | 'counts'> & { name: string };
	community: string;
	address: string;
}

const [width, height] = [a4.height, a4.width];
const edge = 36;
const inner = width - 4 * edge;
const qrSize = 96;

/** A certificate on A4 across, with a code that leads to where anybody can verify it. */
export function certificatePdf(printed: PrintedCertificate): Promise<Uint8Array<ArrayBuffer>> {
	const { certificate: one, community, address } = printed;
	return pdfPage(m.courses_certificate(), 'landscape', (page) => {
		page
			.rect(edge, edge, width - 2 * edge, height - 2 * edge)
			.lineWidth(3)
			.stroke('#1b5e3a');
		page
			.rect(edge + 8, edge + 8, width - 2 * edge - 16, height - 2 * edge - 16)
			.lineWidth(1)
			.stroke('#1b5e3a');
		line(page, 92, 44, 'bold', m.courses_certificate(), '#1b5e3a');
		line(page, 180, 32, 'bold', one.name);
		const times = { attended: one.attended, held: one.held };
		line(page, 236, 20, 'regular', m.courses_certificate_text({ course: one.course, ...times }));
		if (one.proof) line(page, 296, 18, 'regular', m.courses_certificate_proof({ proof: one.proof }));
		line(page, 330, 14, 'regular', one.until, '#555');
		foot(page, printed, address, community);
	});
}

function line(page: Pdf, y: number, size: number, font: string, text: string, colour = '#1c1c1c'): void {
	page.font(font).fontSize(size).fillColor(colour);
	page.text(text, 2 * edge, y, { width: inner, align: 'center', height: size * 3, ellipsis: true });
}

function foot(page: Pdf, { certificate }: PrintedCertificate, address: string, community: string): void {
	const top = height - edge - 24 - qrSize;
	drawQr(page, address, { x: 2 * edge, y: top, size: qrSize });
	const left = 2 * edge + qrSize + 16;
	page.font('regular').fontSize(12).fillColor('#555');
	page.text(m.courses_number({ number: certificate.said }), left, top + 36);
	page.text(m.courses_verify_hint(), left, page.y + 4, { width: 220 });
	page.font('bold').fontSize(18).fillColor('#1c1c1c');
	const side = { width: 260, align: 'right' } as const;
	page.text(community, width - 2 * edge - side.width, top + 34, { ...side, height: 26, ellipsis: true });
	page
		.font('regular')
		.fontSize(14)
		.text(certificate.completed, page.x, page.y + 4, side);
}
