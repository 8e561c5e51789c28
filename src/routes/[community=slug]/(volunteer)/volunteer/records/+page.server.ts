import { m } from '#lib/paraglide/messages.js';
import { ownRecords, totalOf } from '#lib/records/queries.server.ts';
import { recordMonths, totalWords } from '#lib/records/words.ts';
import { dayOf } from '#lib/shared/time.ts';
import { longDay } from '#lib/volunteers/words.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, community, now, zone }) => {
		const today = dayOf(now, zone);
		const year = `${today.slice(0, 4)}-01-01`;
		const name = event.locals.preferences.locale === 'en' ? community.nameEn : community.name;
		return {
			name: actor.name,
			all: totalWords(await totalOf(scope, actor.personId)),
			year: totalWords(await totalOf(scope, actor.personId, year)),
			months: recordMonths(await ownRecords(scope, actor.personId), today),
			printed: m.records_printed({ community: name, day: longDay(today) }),
			back: { href: `/${community.slug}/volunteer` }
		};
	});
