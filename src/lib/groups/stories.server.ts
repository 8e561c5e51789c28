import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { savePicture, type Picture } from '#lib/files/pictures.server.ts';
import { removeFile } from '#lib/files/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, instantAt } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { openGroup, standingIn } from './group-for.server.ts';
import type { ReportReason } from './groups.ts';
import { mayModerate, mayReport, mayTell } from './rights.ts';
import { mostReports } from './stories.ts';
import * as query from './story-queries.server.ts';
import { leadingIds, tell } from './tell.server.ts';

/** What a member tells of what was done. */
export interface SaidStory {
	groupId: string;
	words: string;
	pictures: readonly Picture[];
	/** All who can be seen agree that the community sees it. */
	agreed: boolean;
}

/**
 * Hands in a story. It is held until somebody who leads lets it through.
 * @throws AppError `not_found`, `not_allowed`, `lapsed` / `group`; `invalid` / `agreed`
 */
export async function handInStory(scope: Scope, actor: Actor, said: SaidStory, here: Here): Promise<string> {
	const group = await openGroup(scope, said.groupId);
	if (!mayTell(await standingIn(scope, group.id, actor, here))) throw new AppError('not_allowed');
	if (!said.agreed) throw new AppError('invalid', 'agreed');
	const fileIds: string[] = [];
	for (const picture of said.pictures)
		fileIds.push(await savePicture(scope, picture, actor.personId, here.now));
	const id = newId();
	const row = { id, groupId: group.id, authorId: actor.personId, words: said.words, createdAt: here.now };
	await query.addStory(scope, { ...row, status: 'held' }, fileIds);
	const params = { storyId: id, pictures: fileIds.length, agreed: true };
	await recordEvent(
		scope,
		{ kind: 'group', id: group.id },
		'story_handed_in',
		actor.personId,
		here.now,
		params
	);
	await tellModerators(scope, group, id, here);
	return id;
}

async function tellModerators(
	scope: Scope,
	group: Parameters<typeof tell>[1],
	storyId: string,
	here: Here
): Promise<void> {
	const about = `${storyId}:${here.now.toISOString()}`;
	const news = { template: 'group_story_held', about, page: '/stories' } as const;
	await tell(scope, group, await leadingIds(scope, group.id, here), news, here);
}

/**
 * Lets a story through or refuses it.
 * @throws AppError `not_found`, `not_allowed`, `lapsed` / `group`, `already_answered`
 */
export async function decideStory(
	scope: Scope,
	actor: Actor,
	{ storyId, yes }: { storyId: string; yes: boolean },
	here: Here
): Promise<void> {
	const story = await storyFor(scope, storyId);
	const group = await openGroup(scope, story.groupId);
	const standing = await standingIn(scope, group.id, actor, here);
	const reported = (await query.reportsOf(scope, [storyId])).has(storyId);
	if (!mayModerate(actor, standing, { ...story, reported })) throw new AppError('not_allowed', 'own_story');
	const status = yes ? 'shown' : 'refused';
	const decided = { status, decidedBy: actor.personId, decidedAt: here.now } as const;
	if (!(await query.moveStory(scope, storyId, decided))) throw new AppError('already_answered');
	await recordEvent(scope, { kind: 'group', id: group.id }, `story_${status}`, actor.personId, here.now, {
		storyId
	});
	if (story.authorId === actor.personId) return;
	const about = `${storyId}:${here.now.toISOString()}`;
	await tell(scope, group, [story.authorId], { template: `group_story_${status}`, about }, here);
}

/**
 * Says that a story is wrong. It is held again until somebody else than its author has looked at it.
 * @throws AppError `not_found` where there is none to be seen; `not_allowed` / `story_report` for one who is neither verified nor a
 *   member; `too_many` / `story_reports` for one who found enough wrong today
 */
export async function reportStory(
	scope: Scope,
	actor: Actor,
	{ storyId, reason }: { storyId: string; reason: ReportReason },
	here: Here
): Promise<void> {
	const story = await storyFor(scope, storyId);
	const group = await openGroup(scope, story.groupId);
	if (story.status !== 'shown') throw new AppError('not_found');
	if (!mayReport(actor, await standingIn(scope, group.id, actor, here)))
		throw new AppError('not_allowed', 'story_report');
	const today = instantAt(dayOf(here.now, here.zone), '00:00', here.zone);
	const before = await query.countReports(scope, actor.personId, today);
	if (!(await query.addReport(scope, { storyId, personId: actor.personId, reason, at: here.now }))) return;
	if (before >= mostReports) throw new AppError('too_many', 'story_reports', { most: mostReports });
	await query.moveStory(scope, storyId, { status: 'held' });
	const params = { storyId, reason };
	await recordEvent(
		scope,
		{ kind: 'group', id: group.id },
		'story_reported',
		actor.personId,
		here.now,
		params
	);
	await tellModerators(scope, group, storyId, here);
}

/**
 * The author takes his story back, with its pictures, for good.
 * @throws AppError `not_found`
 */
export async function deleteStory(scope: Scope, actor: Actor, storyId: string, now: Date): Promise<void> {
	const story = await storyFor(scope, storyId);
	if (story.authorId !== actor.personId) throw new AppError('not_found');
	for (const fileId of await query.removeStory(scope, storyId)) await removeFile(scope, fileId);
	const subject = { kind: 'group', id: story.groupId } as const;
	await recordEvent(scope, subject, 'story_deleted', actor.personId, now, { storyId });
}

async function storyFor(scope: Scope, id: string): Promise<query.StoryRow> {
	const story = await query.storyForUpdate(scope, id);
	if (!story) throw new AppError('not_found');
	return story;
}
