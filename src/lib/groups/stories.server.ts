import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { savePicture, type Picture } from '#lib/files/pictures.server.ts';
import { removeFile } from '#lib/files/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, instantAt } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { ReportReason } from './groups.ts';
import { mostReports } from './stories.ts';
import * as query from './story-queries.server.ts';

/** Where a story is told, as it is for whoever acts: in a group, or of a date of an activity. */
export interface StoryPlace {
	/** What the record of what happened is about. */
	subject: { kind: 'group' | 'activity'; id: string };
	/** What a story told here belongs to. */
	of: Pick<query.StoryRow, 'groupId' | 'occurrenceId'>;
	/** He hands in what was done. */
	mayTell: boolean;
	/** He may say that one is wrong. */
	mayReport: boolean;
	/** He lets this one through, and refuses it. */
	mayModerate: (story: { authorId: string; reported: boolean }) => boolean;
	/** Those who do so here. */
	moderators: () => Promise<string[]>;
	/** Tells people what became of a story. */
	tell: (what: 'held' | 'shown' | 'refused', personIds: readonly string[], about: string) => Promise<void>;
}

/** What somebody tells of what was done. */
export interface SaidStory {
	words: string;
	pictures: readonly Picture[];
	/** All who can be seen agree that the community sees it. */
	agreed: boolean;
}

/**
 * Hands in a story. It is held until somebody who leads lets it through.
 * @throws AppError `not_allowed`; `invalid` / `agreed`
 */
export async function handIn(
	scope: Scope,
	actor: Actor,
	place: StoryPlace,
	said: SaidStory,
	here: Here
): Promise<string> {
	if (!place.mayTell) throw new AppError('not_allowed');
	if (!said.agreed) throw new AppError('invalid', 'agreed');
	const fileIds: string[] = [];
	for (const picture of said.pictures)
		fileIds.push(await savePicture(scope, picture, actor.personId, here.now));
	const id = newId();
	const row = { ...place.of, id, authorId: actor.personId, words: said.words, createdAt: here.now };
	await query.addStory(scope, { ...row, status: 'held' }, fileIds);
	const params = { storyId: id, pictures: fileIds.length, agreed: true };
	await recordEvent(scope, place.subject, 'story_handed_in', actor.personId, here.now, params);
	await tellModerators(place, id, here);
	return id;
}

async function tellModerators(place: StoryPlace, storyId: string, { now }: Here): Promise<void> {
	await place.tell('held', await place.moderators(), `${storyId}:${now.toISOString()}`);
}

/**
 * Lets a story through or refuses it.
 * @throws AppError `not_allowed`, `already_answered`
 */
export async function decide(
	scope: Scope,
	actor: Actor,
	place: StoryPlace,
	story: query.StoryRow,
	yes: boolean,
	{ now }: Here
): Promise<void> {
	const { id: storyId, authorId } = story;
	const reported = (await query.reportsOf(scope, [storyId])).has(storyId);
	if (!place.mayModerate({ authorId, reported })) throw new AppError('not_allowed', 'own_story');
	const status = yes ? 'shown' : 'refused';
	const decided = { status, decidedBy: actor.personId, decidedAt: now } as const;
	if (!(await query.moveStory(scope, storyId, decided))) throw new AppError('already_answered');
	await recordEvent(scope, place.subject, `story_${status}`, actor.personId, now, { storyId });
	if (authorId !== actor.personId) await place.tell(status, [authorId], `${storyId}:${now.toISOString()}`);
}

/**
 * Says that a story is wrong. It is held again until somebody else than its author has looked at it.
 * @throws AppError `not_found` where there is none to be seen; `not_allowed` / `story_report` for one who is neither verified nor a
 *   member; `too_many` / `story_reports` for one who found enough wrong today
 */
export async function report(
	scope: Scope,
	actor: Actor,
	place: StoryPlace,
	{ id: storyId, status }: query.StoryRow,
	reason: ReportReason,
	here: Here
): Promise<void> {
	if (status !== 'shown') throw new AppError('not_found');
	if (!place.mayReport) throw new AppError('not_allowed', 'story_report');
	const today = instantAt(dayOf(here.now, here.zone), '00:00', here.zone);
	const before = await query.countReports(scope, actor.personId, today);
	if (!(await query.addReport(scope, { storyId, personId: actor.personId, reason, at: here.now }))) return;
	if (before >= mostReports) throw new AppError('too_many', 'story_reports', { most: mostReports });
	await query.moveStory(scope, storyId, { status: 'held' });
	const params = { storyId, reason };
	await recordEvent(scope, place.subject, 'story_reported', actor.personId, here.now, params);
	await tellModerators(place, storyId, here);
}

/**
 * The author takes his story back, with its pictures, for good.
 * @throws AppError `not_found`
 */
export async function deleteStory(scope: Scope, actor: Actor, storyId: string, now: Date): Promise<void> {
	const story = await storyFor(scope, storyId);
	if (story.authorId !== actor.personId) throw new AppError('not_found');
	for (const fileId of await query.removeStory(scope, storyId)) await removeFile(scope, fileId);
	const subject = story.groupId
		? ({ kind: 'group', id: story.groupId } as const)
		: ({ kind: 'occurrence', id: story.occurrenceId! } as const);
	await recordEvent(scope, subject, 'story_deleted', actor.personId, now, { storyId });
}

/** A story, locked until the transaction ends. @throws AppError `not_found` */
export async function storyFor(scope: Scope, id: string): Promise<query.StoryRow> {
	const story = await query.storyForUpdate(scope, id);
	if (!story) throw new AppError('not_found');
	return story;
}
