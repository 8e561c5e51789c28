import { handInDateStory } from '#lib/activities/date-stories.server.ts';
import { activityStories } from '#lib/activities/stories-page.server.ts';
import { picturesIn } from '#lib/files/pictures.server.ts';
import { longestStory, mostPictures } from '#lib/groups/stories.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { id, text, ticked, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const { activity, dates } = await activityStories(scope, actor, event.params.id, { now, zone });
		if (dates.length === 0) throw new AppError('not_found');
		const asked = event.url.searchParams.get('date');
		return {
			activity,
			dates,
			chosen: (dates.find(({ value }) => value === asked) ?? dates[0]!).value,
			key: newId(),
			back: { href: `/${community.slug}/activities/${activity.id}` }
		};
	});

export const actions: Actions = {
	default: personAction(
		z.object({ date: id(), words: text(longestStory), agreed: ticked() }),
		async ({ scope, actor, now, zone, community }, { date, ...said }, { params }, pictures) => {
			await handInDateStory(scope, actor, { ...said, occurrenceId: date, pictures }, { now, zone });
			const to = `/${community.slug}/activities/${params.id}/stories`;
			return { to, flash: { words: m.groups_story_handed_in() } };
		},
		(form: FormData) => picturesIn(form, mostPictures)
	)
};
