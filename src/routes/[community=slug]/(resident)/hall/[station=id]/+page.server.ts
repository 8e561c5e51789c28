import { deskNames } from '#lib/hall/ticket-page.server.ts';
import { readHall } from '#lib/hall/hall.server.ts';
import { hallNews } from '#lib/hall/news.server.ts';
import { named } from '#lib/hours/words.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, now, zone }) => {
		const hall = await readHall(scope, event.params.station, { now, zone });
		return {
			station: { id: hall.station.id, name: named(hall.station) },
			desks: await deskNames(scope, hall.station.id),
			news: hallNews(hall, now)
		};
	});
