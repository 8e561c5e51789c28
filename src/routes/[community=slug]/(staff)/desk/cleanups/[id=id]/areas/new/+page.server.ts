import { addArea } from '#lib/cleanups/areas.server.ts';
import { headFor } from '#lib/cleanups/board.server.ts';
import { gridChoices } from '#lib/cleanups/form-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { areaFields, saidArea } from '../../../cleanup-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { head } = await headFor(scope, event.params.id, { now, zone });
		return { head, grids: await gridChoices(scope, head.id, null), key: newId() };
	});

export const actions: Actions = {
	default: staffAction(areaFields, async ({ scope, actor, now, community }, data, { params }) => {
		const [id, cleanupId] = [newId(), params.id!];
		await addArea(scope, actor, { id, cleanupId, ...saidArea(data) }, now);
		const to = `/${community.slug}/desk/cleanups/${cleanupId}/areas/${id}`;
		return { to, flash: { words: m.cleanups_area_added() } };
	})
};
