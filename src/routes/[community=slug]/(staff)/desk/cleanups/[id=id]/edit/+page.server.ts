import { headFor } from '#lib/cleanups/board.server.ts';
import { dayValues } from '#lib/cleanups/form-page.server.ts';
import { changeCleanup } from '#lib/cleanups/plan.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { whole } from '#lib/web/schema.server.ts';
import { dayFields, saidDay } from '../../cleanup-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { cleanup, head } = await headFor(scope, event.params.id, { now, zone });
		return { head, values: dayValues(cleanup, zone), key: newId() };
	});

const schema = dayFields.extend({ version: whole(1, 999_999) });

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, zone, community }, data, { params }) => {
		const id = params.id!;
		const said = { id, version: data.version, ...saidDay(data) };
		await changeCleanup(scope, actor, said, { now, zone });
		const to = `/${community.slug}/desk/cleanups/${id}`;
		return { to, flash: { words: m.cleanups_saved() } };
	})
};
