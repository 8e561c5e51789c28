import { newDayValues } from '#lib/cleanups/form-page.server.ts';
import { planCleanup } from '#lib/cleanups/plan.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { dayFields, saidDay } from '../cleanup-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ now, zone }) => ({ key: newId(), values: newDayValues(dayOf(now, zone)) }));

export const actions: Actions = {
	default: staffAction(dayFields, async ({ scope, actor, now, zone, community }, data) => {
		const id = newId();
		await planCleanup(scope, actor, { id, ...saidDay(data) }, { now, zone });
		const to = `/${community.slug}/desk/cleanups/${id}`;
		return { to, flash: { words: m.cleanups_planned() } };
	})
};
