import { withDates } from '#lib/activities/stories-page.server.ts';
import { reportReasons } from '#lib/groups/groups.ts';
import { decideStory, reportStory } from '#lib/groups/group-stories.server.ts';
import { deleteStory } from '#lib/groups/stories.server.ts';
import { storiesPage } from '#lib/groups/story-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, id, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const page = await storiesPage(scope, actor, event.params.id, { now, zone });
		return {
			...page,
			stories: await withDates(scope, page.stories, { now, zone }, true),
			key: newId(),
			back: { href: `/${community.slug}/groups/${event.params.id}` }
		};
	});

const story = id();

export const actions: Actions = {
	decide: personAction(
		z.object({ story, yes: z.enum(['yes', 'no']) }),
		async ({ scope, actor, now, zone }, data, { url }) => {
			const yes = data.yes === 'yes';
			await decideStory(scope, actor, { storyId: data.story, yes }, { now, zone });
			const words = yes ? m.groups_story_shown_now() : m.groups_story_refused_now();
			return { to: url.pathname, flash: { words } };
		}
	),
	report: personAction(
		z.object({ story, reason: choice(reportReasons) }),
		async ({ scope, actor, now, zone }, { story, reason }, { url }) => {
			await reportStory(scope, actor, { storyId: story, reason }, { now, zone });
			return { to: url.pathname, flash: { words: m.groups_reported_now() } };
		}
	),
	delete: personAction(z.object({ story }), async ({ scope, actor, now }, { story }, { url }) => {
		await deleteStory(scope, actor, story, now);
		return { to: url.pathname, flash: { words: m.groups_story_deleted_now() } };
	})
};
