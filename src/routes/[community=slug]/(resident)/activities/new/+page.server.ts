import { newValues } from '#lib/activities/form.ts';
import { formPage } from '#lib/activities/form-page.server.ts';
import { planActivity } from '#lib/activities/plan.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { isId, newId } from '#lib/shared/ids.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { activityFields, saidActivity } from '../activity-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const group = event.url.searchParams.get('group');
		return {
			key: newId(),
			choices: await formPage(scope, actor, { now, zone }),
			values: newValues(addDays(dayOf(now, zone), 7), isId(group) ? group : ''),
			back: { href: `/${community.slug}/activities` }
		};
	});

export const actions: Actions = {
	default: personAction(activityFields, async ({ scope, actor, now, zone, community }, data) => {
		const id = await planActivity(scope, actor, saidActivity(data, zone), { now, zone });
		return { to: `/${community.slug}/activities/${id}`, flash: { words: m.activities_planned() } };
	})
};
