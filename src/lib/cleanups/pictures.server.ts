import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { savePicture, type Picture } from '#lib/files/pictures.server.ts';
import { fileById, type FileRow } from '#lib/files/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { areaForShare, type AreaRow } from './area-queries.server.ts';
import type { PictureMoment } from './cleanups.ts';
import * as query from './picture-queries.server.ts';
import { leads, requireStaff } from './rights.server.ts';
import { listedAmong } from './sign-up-queries.server.ts';

/** Pictures of an area, before or after. */
export interface SaidPictures {
	areaId: string;
	moment: PictureMoment;
	pictures: readonly Picture[];
	/** All who can be seen agree that the community sees it. */
	agreed: boolean;
}

/**
 * Hands in pictures of an area, by whoever is on its list or leads it. They are held until staff let them through; those of
 * staff are shown at once.
 * @throws AppError `not_found`; `not_allowed`; `invalid` / `agreed`, `picture`
 */
export async function addPictures(scope: Scope, actor: Actor, said: SaidPictures, now: Date): Promise<void> {
	const found = await areaForShare(scope, said.areaId);
	if (!found || found.cleanup.status === 'draft' || found.cleanup.status === 'cancelled')
		throw new AppError('not_found');
	const { area } = found;
	if (!(await maySee(scope, actor, area))) throw new AppError('not_allowed');
	if (said.pictures.length === 0) throw new AppError('invalid', 'picture');
	if (!said.agreed) throw new AppError('invalid', 'agreed');
	const { moment } = said;
	const decided = isStaff(actor)
		? ({ status: 'shown', decidedBy: actor.personId, decidedAt: now } as const)
		: ({ status: 'held' } as const);
	for (const picture of said.pictures) {
		const fileId = await savePicture(scope, picture, actor.personId, now);
		const row = { fileId, areaId: area.id, moment, addedBy: actor.personId, addedAt: now };
		await query.addCleanupPicture(scope, { ...row, ...decided });
	}
	const params = { area: area.name, moment, count: said.pictures.length };
	await recordEvent(
		scope,
		{ kind: 'cleanup', id: area.cleanupId },
		'pictures_added',
		actor.personId,
		now,
		params
	);
}

/** True for who leads an area, and for who is on its list. */
async function maySee(scope: Scope, actor: Actor, area: AreaRow): Promise<boolean> {
	if (leads(actor, area)) return true;
	const own = await listedAmong(scope, area.cleanupId, [actor.personId]);
	return own.some(({ areaId }) => areaId === area.id);
}

/**
 * Lets a picture through, or keeps it back.
 * @throws AppError `not_allowed`; `already_answered` where that was said already, also of a picture that there is not
 */
export async function decidePicture(
	scope: Scope,
	actor: Actor,
	{ fileId, yes }: { fileId: string; yes: boolean },
	now: Date
): Promise<void> {
	requireStaff(actor);
	const status = yes ? 'shown' : 'refused';
	const decided = { status, decidedBy: actor.personId, decidedAt: now } as const;
	if (!(await query.decideOnPicture(scope, fileId, decided))) throw new AppError('already_answered');
	const { cleanupId } = (await query.pictureById(scope, fileId))!;
	const subject = { kind: 'cleanup', id: cleanupId } as const;
	await recordEvent(scope, subject, `picture_${status}`, actor.personId, now, { fileId });
}

/**
 * A picture: one that was let through for everybody, any for staff, one's own for oneself. To all others there is none.
 * @throws AppError `not_found`
 */
export async function pictureFor(
	scope: Scope,
	actor: Actor | null,
	{ cleanupId, fileId }: { cleanupId: string; fileId: string }
): Promise<FileRow> {
	const row = await query.pictureById(scope, fileId);
	const open =
		row?.cleanupId === cleanupId &&
		(row.status === 'shown' || (actor !== null && (isStaff(actor) || row.addedBy === actor.personId)));
	const file = open ? await fileById(scope, fileId) : undefined;
	if (!file) throw new AppError('not_found');
	return file;
}
