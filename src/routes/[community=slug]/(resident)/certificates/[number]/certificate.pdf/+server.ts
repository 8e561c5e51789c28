import { certificateFor } from '#lib/courses/certificate-page.server.ts';
import { certificatePdf } from '#lib/courses/certificate-pdf.server.ts';
import { paperAnswer } from '#lib/files/pdf.server.ts';
import { named } from '#lib/hours/words.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** A certificate for printing, to whose it is and to staff. */
export const GET: RequestHandler = async (event) => {
	const printed = await readAs(event, async ({ scope, actor, now, zone, community }) => {
		const certificate = await certificateFor(scope, actor, event.params.number, { now, zone });
		const address = `${event.url.origin}/${community.slug}/certificates/${certificate.number}`;
		return { certificate, community: named(community), address };
	});
	return paperAnswer(await certificatePdf(printed), 'application/pdf', `${printed.certificate.said}.pdf`);
};
