import { nameOf } from '#lib/activities/words.ts';
import { reportPdf, reportPictures } from '#lib/cleanups/report-pdf.server.ts';
import { cleanupReport } from '#lib/cleanups/report.server.ts';
import { paperAnswer } from '#lib/files/pdf.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** The report of a day as one page of PDF; drawn when the transaction is over, since that takes its time. */
export const GET: RequestHandler = async (event) => {
	const { report, pictures, name } = await readAsStaff(event, async ({ scope, now, zone, community }) => {
		const report = await cleanupReport(scope, event.params.id, { now, zone });
		return { report, pictures: await reportPictures(scope, report.pictures), name: nameOf(community) };
	});
	const paper = await reportPdf(report, pictures, name);
	return paperAnswer(paper, 'application/pdf', `${report.head.name}.pdf`);
};
