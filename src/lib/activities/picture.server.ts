import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { savePicture, type Picture } from '#lib/files/pictures.server.ts';
import { fileById, removeFile, type FileRow } from '#lib/files/queries.server.ts';
import { storyByPicture } from '#lib/groups/story-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { looksAtStories } from './date-stories.server.ts';
import * as query from './queries.server.ts';
import { ledActivity, leads } from './rights.server.ts';

/**
 * Gives an activity another picture.
 * @throws AppError `not_found`, also to who does not lead it
 */
export async function changePicture(
	scope: Scope,
	actor: Actor,
	id: string,
	picture: Picture,
	here: Here
): Promise<void> {
	const activity = await ledActivity(scope, actor, id, here, query.activityForUpdate);
	const pictureId = await savePicture(scope, picture, actor.personId, here.now);
	await query.changeActivity(scope, id, { pictureId });
	if (activity.pictureId) await removeFile(scope, activity.pictureId);
	await recordEvent(scope, { kind: 'activity', id }, 'pictured', actor.personId, here.now);
}

/**
 * A picture of an activity: the one on its page for everybody, as far as the page is; one of a story about a date for those
 * known here, and before it was let through for its author and who looks at it. To everyone else there is none.
 * @throws AppError `not_found`
 */
export async function activityPicture(
	scope: Scope,
	actor: Actor | null,
	{ activityId, fileId }: { activityId: string; fileId: string },
	here: Here
): Promise<FileRow> {
	const activity = await query.activityById(scope, activityId);
	const seen = activity && (await sees(scope, actor, activity, fileId, here));
	const file = seen ? await fileById(scope, fileId) : undefined;
	if (!file) throw new AppError('not_found');
	return file;
}

async function sees(
	scope: Scope,
	actor: Actor | null,
	activity: query.ActivityRow,
	fileId: string,
	here: Here
): Promise<boolean> {
	if (activity.pictureId === fileId) {
		return activity.status !== 'draft' || (actor !== null && (await leads(scope, actor, activity, here)));
	}
	if (!actor) return false;
	const story = await storyByPicture(scope, fileId);
	const date = story?.occurrenceId && (await query.occurrenceById(scope, story.occurrenceId));
	if (!date || date.activityId !== activity.id) return false;
	if (story.status === 'shown' || story.authorId === actor.personId) return true;
	return looksAtStories(scope, actor, activity, here);
}
