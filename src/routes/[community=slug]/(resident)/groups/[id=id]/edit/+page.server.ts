import { pictureIn } from '#lib/files/pictures.server.ts';
import { changePicture, changeWords } from '#lib/groups/found.server.ts';
import { formValues } from '#lib/groups/group-form.ts';
import { joinModes } from '#lib/groups/groups.ts';
import { ledPage } from '#lib/groups/group-for.server.ts';
import { groupName, joinName } from '#lib/groups/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import { saidWords, wordFields } from '../../group-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const row = await ledPage(scope, actor, event.params.id, { now, zone });
		return {
			name: groupName(row),
			version: row.version,
			values: formValues(row),
			pictureId: row.pictureId,
			joins: joinModes.map((value) => ({ value, label: joinName(value) })),
			key: newId(),
			back: { href: `/${community.slug}/groups/${row.id}` }
		};
	});

export const actions: Actions = {
	save: personAction(wordFields, async ({ scope, actor, now, zone, community }, data, { params }) => {
		const seen = { id: params.id!, version: data.version };
		await changeWords(scope, actor, seen, saidWords(data), { now, zone });
		return { to: `/${community.slug}/groups/${seen.id}`, flash: { words: m.groups_saved() } };
	}),
	picture: personAction(
		z.object({}),
		async ({ scope, actor, now, zone, community }, _, { params }, picture) => {
			await changePicture(scope, actor, params.id!, picture, { now, zone });
			return { to: `/${community.slug}/groups/${params.id}`, flash: { words: m.groups_picture_saved() } };
		},
		pictureIn
	)
};
