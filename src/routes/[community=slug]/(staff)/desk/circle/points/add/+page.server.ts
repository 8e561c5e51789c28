import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { buildingOptions } from '#lib/places/building-options.server.ts';
import { placeBeside, pointKindOptions } from '#lib/venues/form-choices.server.ts';
import { addPoint } from '#lib/venues/service-points.server.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { pointFields } from '../point-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => ({
		key: newId(),
		kinds: pointKindOptions(),
		buildings: await buildingOptions(scope)
	}));

export const actions: Actions = {
	default: staffAction(pointFields, async ({ scope, actor, now, community }, data) => {
		const { beside, ...said } = data;
		if (!beside) throw new AppError('invalid', 'beside');
		await addPoint(scope, actor, { ...said, ...(await placeBeside(scope, beside)) }, now);
		const words = m.venues_point_added_flash({ name: data.name });
		return { to: `/${community.slug}/desk/circle/points`, flash: { words } };
	})
};
