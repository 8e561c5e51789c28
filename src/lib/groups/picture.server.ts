import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { fileById, type FileRow } from '#lib/files/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { standingIn } from './group-for.server.ts';
import { groupById } from './queries.server.ts';
import { mayLead } from './rights.ts';
import { storyByPicture } from './story-queries.server.ts';

/**
 * A picture of a group: the one on its page for everybody; one of a story for those known here, and before it was let
 * through for its author and who leads. To everyone else there is none.
 * @throws AppError `not_found`
 */
export async function groupPicture(
	scope: Scope,
	actor: Actor | null,
	{ groupId, fileId }: { groupId: string; fileId: string },
	here: Here
): Promise<FileRow> {
	const open = (await groupById(scope, groupId))?.pictureId === fileId;
	const file =
		open || (actor && (await seesStory(scope, actor, fileId, here))) ? await fileById(scope, fileId) : null;
	if (!file) throw new AppError('not_found');
	return file;
}

async function seesStory(scope: Scope, actor: Actor, fileId: string, here: Here): Promise<boolean> {
	const story = await storyByPicture(scope, fileId);
	if (!story) return false;
	if (story.status === 'shown' || story.authorId === actor.personId) return true;
	return story.groupId !== null && mayLead(actor, await standingIn(scope, story.groupId, actor, here));
}
