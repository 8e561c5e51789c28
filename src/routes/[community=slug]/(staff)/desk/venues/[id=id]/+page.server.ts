import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { venueById } from '#lib/places/venue-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { buildingOptions } from '#lib/places/building-options.server.ts';
import { kindOptions, placeBeside } from '#lib/venues/form-choices.server.ts';
import { changeVenue, closeVenue } from '#lib/venues/manage.server.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import { saidVenue, venueFields, venueValues } from '../venue-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => {
		const venue = await venueById(scope, event.params.id);
		if (!venue) throw new AppError('not_found');
		return {
			key: newId(),
			closeKey: newId(),
			id: venue.id,
			name: named(venue),
			closed: venue.closed,
			values: venueValues(venue),
			kinds: kindOptions(),
			buildings: await buildingOptions(scope)
		};
	});

export const actions: Actions = {
	save: staffAction(venueFields, async ({ scope, actor, now, community }, data, { params }) => {
		const venue = await venueById(scope, params.id!);
		if (!venue) throw new AppError('not_found');
		const at = data.beside ? await placeBeside(scope, data.beside) : venue;
		const said = saidVenue(data, { east: at.east, north: at.north });
		await changeVenue(scope, actor, venue.id, said, now);
		return { to: `/${community.slug}/desk/venues`, flash: { words: m.venues_saved_flash() } };
	}),
	close: staffAction(
		z.object({ closed: z.enum(['yes', 'no']) }),
		async ({ scope, actor, now, community }, data, { params }) => {
			const closed = data.closed === 'yes';
			await closeVenue(scope, actor, { id: params.id!, closed }, now);
			const words = closed ? m.venues_closed_flash() : m.venues_opened_flash();
			return { to: `/${community.slug}/desk/venues`, flash: { words } };
		}
	)
};
