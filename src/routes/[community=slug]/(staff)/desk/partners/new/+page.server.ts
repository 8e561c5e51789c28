import { m } from '#lib/paraglide/messages.js';
import { kindOptions } from '#lib/partners/desk-page.server.ts';
import { addUnit } from '#lib/partners/manage.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { partnerFields, saidUnit } from '../partner-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ now, zone }) => ({
		key: newId(),
		values: { since: dayOf(now, zone) },
		kinds: kindOptions()
	}));

export const actions: Actions = {
	default: staffAction(partnerFields, async ({ scope, actor, now, community }, data) => {
		const id = await addUnit(scope, actor, saidUnit(data), now);
		return { to: `/${community.slug}/desk/partners/${id}`, flash: { words: m.partners_added_now() } };
	})
};
