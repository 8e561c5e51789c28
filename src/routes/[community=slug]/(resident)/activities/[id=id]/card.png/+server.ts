import { cardOf } from '#lib/activities/card.server.ts';
import { drawnLately } from '#lib/activities/drawn.server.ts';
import { illustratedPaper } from '#lib/activities/paper.server.ts';
import { paperAnswer } from '#lib/files/pdf.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const paper = await readOpenly(event, ({ scope, now, zone, community }) =>
		illustratedPaper(scope, event.params.id, { now, zone, community, origin: event.url.origin })
	);
	return paperAnswer(await drawnLately('card', paper, cardOf), 'image/png', `${paper.title}.png`);
};
