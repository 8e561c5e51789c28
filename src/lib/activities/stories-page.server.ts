import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { storyLines, storyViews, type StoryView } from '#lib/groups/story-page.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import { datesToTell, looksAtStories } from './date-stories.server.ts';
import { activityById } from './queries.server.ts';
import { namedDates, storiesOfActivity } from './story-queries.server.ts';
import { nameOf } from './words.ts';

/** So many stories are shown, and so many on the page of the activity itself. */
const [mostShown, latest] = [30, 2];

/** A story with the date that it is about, in words. */
export type ToldOf<S extends StoryView = StoryView> = S & { about: string | null };

/**
 * Says of stories which date they are about.
 * @param named with the name of the activity, where the page is not its own
 */
export async function withDates<S extends StoryView>(
	scope: Scope,
	stories: readonly S[],
	{ now, zone }: Here,
	named = false
): Promise<ToldOf<S>[]> {
	const dates = await namedDates(
		scope,
		stories.flatMap(({ occurrenceId }) => occurrenceId ?? [])
	);
	return stories.map((story) => {
		const date = story.occurrenceId && dates.get(story.occurrenceId);
		if (!date) return { ...story, about: null };
		const when = sayDay(date.day, dayOf(now, zone));
		return { ...story, about: named ? `${nameOf(date)} ${when}` : when };
	});
}

/** The latest of what was let through about an activity. */
export async function latestOfActivity(scope: Scope, activityId: string, here: Here): Promise<ToldOf[]> {
	const rows = await storiesOfActivity(scope, activityId, mostShown);
	const shown = rows.filter(({ status }) => status === 'shown').slice(0, latest);
	return withDates(scope, await storyViews(scope, shown, here), here);
}

/** True for who leads or came, once there is something to tell. */
export async function mayTell(scope: Scope, actor: Actor, id: string, here: Here): Promise<boolean> {
	const activity = await activityById(scope, id);
	return activity !== undefined && (await datesToTell(scope, actor, activity, here)).length > 0;
}

/**
 * What is told of an activity: what was let through, one's own, and for who looks at them those that wait as well.
 * @throws AppError `not_found`
 */
export async function activityStories(scope: Scope, actor: Actor, id: string, here: Here) {
	const activity = await activityById(scope, id);
	if (!activity || activity.status === 'draft') throw new AppError('not_found');
	const lead = await looksAtStories(scope, actor, activity, here);
	const all = await storiesOfActivity(scope, id, mostShown);
	const rows = all.filter(
		({ status, authorId }) => lead || status === 'shown' || authorId === actor.personId
	);
	const mayModerate = ({ authorId, reported }: { authorId: string; reported: boolean }) =>
		lead && !(reported && authorId === actor.personId);
	const lines = await storyLines(
		scope,
		actor,
		rows,
		{ lead, mayReport: actor.verified || lead, mayModerate },
		here
	);
	const today = dayOf(here.now, here.zone);
	const dates = await datesToTell(scope, actor, activity, here);
	return {
		activity: { id, name: nameOf(activity) },
		stories: await withDates(scope, lines, here),
		dates: dates.map(({ id: value, day }) => ({ value, label: sayDay(day, today) }))
	};
}
