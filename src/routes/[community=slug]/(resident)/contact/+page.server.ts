import { contactCard } from '#lib/contact/card.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => {
		const asked = event.url.searchParams.get('building');
		const card = await contactCard(scope, actor, asked, { now, zone });
		const query = card.building ? `?building=${card.building.id}` : '';
		return {
			card,
			address: `${event.url.origin}/${community.slug}/contact${query}`,
			back: { href: `/${community.slug}` },
			aloud: true
		};
	});
