import { valuesOf } from '#lib/activities/form.ts';
import { formPage } from '#lib/activities/form-page.server.ts';
import { changePicture } from '#lib/activities/picture.server.ts';
import { changeActivity } from '#lib/activities/plan.server.ts';
import { ledActivity } from '#lib/activities/rights.server.ts';
import { pictureIn } from '#lib/files/pictures.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { whole, z } from '#lib/web/schema.server.ts';
import { activityFields, saidActivity } from '../../activity-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const activity = await ledActivity(scope, actor, event.params.id, { now, zone });
		return {
			key: newId(),
			pictureKey: newId(),
			choices: await formPage(scope, actor, { now, zone }),
			values: valuesOf(activity, zone),
			version: activity.version,
			fixed: activity.status !== 'draft',
			back: { href: `/${community.slug}/activities/${event.params.id}` }
		};
	});

const fields = activityFields.extend({ version: whole(1, 999_999) });

export const actions: Actions = {
	save: personAction(fields, async ({ scope, actor, now, zone, community }, data, event) => {
		const id = event.params.id!;
		const said = saidActivity(data, zone);
		await changeActivity(scope, actor, { id, version: data.version }, said, { now, zone });
		return { to: `/${community.slug}/activities/${id}`, flash: { words: m.activities_saved() } };
	}),
	picture: personAction(
		z.object({}),
		async ({ scope, actor, now, zone, community }, _, { params }, picture) => {
			await changePicture(scope, actor, params.id!, picture, { now, zone });
			return { to: `/${community.slug}/activities/${params.id}`, flash: { words: m.groups_picture_saved() } };
		},
		pictureIn
	)
};
