import { newServiceValues } from '#lib/booking/service-form.ts';
import { addService } from '#lib/booking/services.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { saidService, serviceChoices, serviceFields } from '../service-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => ({
		key: newId(),
		values: newServiceValues,
		choices: await serviceChoices(scope)
	}));

export const actions: Actions = {
	default: staffAction(serviceFields, async ({ scope, actor, now, community }, data) => {
		await addService(scope, actor, saidService(data), now);
		const words = m.services_added({ name: data.name });
		return { to: `/${community.slug}/desk/services`, flash: { words } };
	})
};
