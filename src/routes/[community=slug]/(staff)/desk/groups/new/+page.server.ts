import { groupChoices } from '#lib/groups/desk-page.server.ts';
import { foundGroup } from '#lib/groups/found.server.ts';
import { newGroup } from '#lib/groups/group-form.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { groupFields, saidGroup } from '../desk-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => ({
		key: newId(),
		values: newGroup,
		choices: await groupChoices(scope)
	}));

export const actions: Actions = {
	default: staffAction(groupFields, async ({ scope, actor, now, community }, data) => {
		const id = await foundGroup(scope, actor, saidGroup(data), now);
		return { to: `/${community.slug}/desk/groups/${id}`, flash: { words: m.groups_founded_now() } };
	})
};
