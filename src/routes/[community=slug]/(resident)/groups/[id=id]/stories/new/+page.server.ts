import { picturesIn } from '#lib/files/pictures.server.ts';
import { handInStory } from '#lib/groups/group-stories.server.ts';
import { longestStory, mostPictures } from '#lib/groups/stories.ts';
import { storiesPage } from '#lib/groups/story-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { text, ticked, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const { group, mayTell } = await storiesPage(scope, actor, event.params.id, { now, zone });
		if (!mayTell) throw new AppError('not_found');
		return { group, key: newId(), back: { href: `/${community.slug}/groups/${group.id}/stories` } };
	});

export const actions: Actions = {
	default: personAction(
		z.object({ words: text(longestStory), agreed: ticked() }),
		async ({ scope, actor, now, zone, community }, data, { params }, pictures) => {
			const groupId = params.id!;
			await handInStory(scope, actor, { groupId, ...data, pictures }, { now, zone });
			const to = `/${community.slug}/groups/${groupId}/stories`;
			return { to, flash: { words: m.groups_story_handed_in() } };
		},
		(form: FormData) => picturesIn(form, mostPictures)
	)
};
