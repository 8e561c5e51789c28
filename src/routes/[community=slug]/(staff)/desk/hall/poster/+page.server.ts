import { error } from '@sveltejs/kit';
import { named } from '#lib/hours/words.ts';
import { stationById } from '#lib/places/station-queries.server.ts';
import { isId } from '#lib/shared/ids.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, community }) => {
		const asked = event.url.searchParams.get('station');
		const station = isId(asked) ? await stationById(scope, asked) : undefined;
		if (!station) error(404, 'not_found');
		return {
			station: { id: station.id, name: named(station) },
			address: `${event.url.origin}/${community.slug}/hall/${station.id}/check-in`
		};
	});
