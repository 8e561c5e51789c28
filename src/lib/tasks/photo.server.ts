import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { savePicture, type Picture } from '#lib/files/pictures.server.ts';
import { fileById, removeFile, type FileRow } from '#lib/files/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { ownTask } from './perform.server.ts';
import { moveTask, taskByPhoto } from './queries.server.ts';

/** States in which a photo of what was done may still be added: before anyone has judged it for good. */
const open = ['under_way', 'done', 'disputed'] as const;

/** Adds a photo of what was done, in the place of an earlier one. */
export async function addPhoto(
	scope: Scope,
	actor: Actor,
	given: { taskId: string; picture: Picture },
	now: Date
): Promise<void> {
	const task = await ownTask(scope, actor, given.taskId);
	const photoId = await savePicture(scope, given.picture, actor.personId, now);
	if (!(await moveTask(scope, task.id, [...open], { photoId })))
		throw new AppError('changed_meanwhile', 'task');
	if (task.photoId) await removeFile(scope, task.photoId);
}

/** A photo of a task, for the doer, the one helped and staff; to everyone else there is none. */
export async function photoFor(scope: Scope, actor: Actor, id: string): Promise<FileRow> {
	const task = await taskByPhoto(scope, id);
	const concerned = task?.personId === actor.personId || task?.forPersonId === actor.personId;
	const file = task && (concerned || isStaff(actor)) ? await fileById(scope, id) : undefined;
	if (!file) throw new AppError('not_found');
	return file;
}
