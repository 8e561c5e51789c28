import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { buildingOptions } from '#lib/places/building-options.server.ts';
import { kindOptions, placeBeside } from '#lib/venues/form-choices.server.ts';
import { addVenue } from '#lib/venues/manage.server.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { saidVenue, venueFields } from '../venue-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => ({
		key: newId(),
		values: { opens: '08:00', closes: '21:00' },
		kinds: kindOptions(),
		buildings: await buildingOptions(scope)
	}));

export const actions: Actions = {
	default: staffAction(venueFields, async ({ scope, actor, now, community }, data) => {
		if (!data.beside) throw new AppError('invalid', 'beside');
		await addVenue(scope, actor, saidVenue(data, await placeBeside(scope, data.beside)), now);
		const words = m.venues_added_flash({ name: data.name });
		return { to: `/${community.slug}/desk/venues`, flash: { words } };
	})
};
