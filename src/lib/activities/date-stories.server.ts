import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import type { ReportReason } from '#lib/groups/groups.ts';
import { mayLead } from '#lib/groups/rights.ts';
import {
	decide,
	handIn,
	report,
	storyFor,
	type SaidStory,
	type StoryPlace
} from '#lib/groups/stories.server.ts';
import { leadingIds } from '#lib/groups/tell.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import * as query from './queries.server.ts';
import { hasLead } from './rights.server.ts';
import { datesHeld } from './story-queries.server.ts';
import { tell } from './tell.server.ts';

/** So many of the last dates something can be told of. */
const mostDates = 12;

/** Staff, who leads the activity, and who leads its group look at what is handed in. */
export function looksAtStories(
	scope: Scope,
	actor: Actor,
	activity: Pick<query.ActivityRow, 'groupId' | 'ledBy'>,
	here: Here
): Promise<boolean> {
	return hasLead(scope, actor, activity, mayLead, here);
}

/** The dates of which somebody may tell, the last first: those he came to, or all of them where he leads. */
export async function datesToTell(
	scope: Scope,
	actor: Actor,
	activity: query.ActivityRow,
	here: Here
): Promise<{ id: string; day: string }[]> {
	const leader = await looksAtStories(scope, actor, activity, here);
	return datesHeld(scope, activity.id, leader ? null : actor.personId, here.now, mostDates);
}

/** A date as the place of its stories. @throws AppError `not_found` */
async function datePlace(scope: Scope, actor: Actor, occurrenceId: string, here: Here): Promise<StoryPlace> {
	const date = await query.occurrenceById(scope, occurrenceId);
	const activity = date && (await query.activityForShare(scope, date.activityId));
	if (!activity) throw new AppError('not_found');
	const { id, groupId, ledBy } = activity;
	const leader = await looksAtStories(scope, actor, activity, here);
	return {
		subject: { kind: 'activity', id },
		of: { groupId, occurrenceId },
		mayTell: (await datesToTell(scope, actor, activity, here)).some((one) => one.id === occurrenceId),
		mayReport: actor.verified || leader,
		mayModerate: ({ authorId, reported }) => leader && !(reported && authorId === actor.personId),
		moderators: async () => [ledBy, ...(groupId ? await leadingIds(scope, groupId, here) : [])],
		tell: (what, personIds, about) => {
			const news = { activity, at: date!.during.start, about, page: what === 'held' ? '/stories' : '' };
			return tell(scope, `activity_story_${what}`, personIds, news, here.now);
		}
	};
}

/**
 * Who leads or came hands in a story of a date that is over, with pictures.
 * @throws AppError `not_found`; as `handIn`
 */
export async function handInDateStory(
	scope: Scope,
	actor: Actor,
	{ occurrenceId, ...said }: SaidStory & { occurrenceId: string },
	here: Here
): Promise<string> {
	return handIn(scope, actor, await datePlace(scope, actor, occurrenceId, here), said, here);
}

/**
 * Lets a story of a date through or refuses it.
 * @throws AppError `not_found`; as `decide`
 */
export async function decideDateStory(
	scope: Scope,
	actor: Actor,
	{ storyId, yes }: { storyId: string; yes: boolean },
	here: Here
): Promise<void> {
	const { story, place } = await placed(scope, actor, storyId, here);
	await decide(scope, actor, place, story, yes, here);
}

/**
 * Says that a story of a date is wrong.
 * @throws AppError `not_found`
 */
export async function reportDateStory(
	scope: Scope,
	actor: Actor,
	{ storyId, reason }: { storyId: string; reason: ReportReason },
	here: Here
): Promise<void> {
	const { story, place } = await placed(scope, actor, storyId, here);
	await report(scope, actor, place, story, reason, here);
}

async function placed(scope: Scope, actor: Actor, storyId: string, here: Here) {
	const story = await storyFor(scope, storyId);
	if (!story.occurrenceId) throw new AppError('not_found');
	return { story, place: await datePlace(scope, actor, story.occurrenceId, here) };
}
