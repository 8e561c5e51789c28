import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { servicePointById } from '#lib/places/service-point-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { buildingOptions } from '#lib/places/building-options.server.ts';
import { placeBeside, pointKindOptions } from '#lib/venues/form-choices.server.ts';
import { changePoint, closePoint } from '#lib/venues/service-points.server.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import { pointFields } from '../point-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => {
		const point = await servicePointById(scope, event.params.id);
		if (!point) throw new AppError('not_found');
		const { kind, name, nameEn, hours, phone } = point;
		return {
			key: newId(),
			closeKey: newId(),
			name: named(point),
			closed: point.closed,
			values: { kind, name, nameEn, hours, phone, beside: '' },
			kinds: pointKindOptions(),
			buildings: await buildingOptions(scope)
		};
	});

export const actions: Actions = {
	save: staffAction(pointFields, async ({ scope, actor, now, community }, data, { params }) => {
		const point = await servicePointById(scope, params.id!);
		if (!point) throw new AppError('not_found');
		const { beside, ...said } = data;
		const { east, north } = beside ? await placeBeside(scope, beside) : point;
		await changePoint(scope, actor, point.id, { ...said, east, north }, now);
		const words = m.venues_point_saved_flash();
		return { to: `/${community.slug}/desk/circle/points`, flash: { words } };
	}),
	close: staffAction(
		z.object({ closed: z.enum(['yes', 'no']) }),
		async ({ scope, actor, now, community }, data, { params }) => {
			const closed = data.closed === 'yes';
			await closePoint(scope, actor, { id: params.id!, closed }, now);
			const words = closed ? m.venues_point_closed_flash() : m.venues_point_opened_flash();
			return { to: `/${community.slug}/desk/circle/points`, flash: { words } };
		}
	)
};
