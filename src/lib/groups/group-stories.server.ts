import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { openGroup, standingIn } from './group-for.server.ts';
import type { ReportReason } from './groups.ts';
import { mayModerate, mayReport, mayTell } from './rights.ts';
import { decide, handIn, report, storyFor, type SaidStory, type StoryPlace } from './stories.server.ts';
import { leadingIds, tell } from './tell.server.ts';

/** A group that goes on as the place of its stories. @throws AppError `not_found`, `lapsed` / `group` */
async function groupPlace(scope: Scope, actor: Actor, groupId: string, here: Here): Promise<StoryPlace> {
	const group = await openGroup(scope, groupId);
	const standing = await standingIn(scope, group.id, actor, here);
	return {
		subject: { kind: 'group', id: group.id },
		of: { groupId: group.id, occurrenceId: null },
		mayTell: mayTell(standing),
		mayReport: mayReport(actor, standing),
		mayModerate: (story) => mayModerate(actor, standing, story),
		moderators: () => leadingIds(scope, group.id, here),
		tell: (what, personIds, about) => {
			const page = what === 'held' ? '/stories' : '';
			return tell(scope, group, personIds, { template: `group_story_${what}`, about, page }, here);
		}
	};
}

/**
 * A member hands in a story of what the group did.
 * @throws AppError `not_found`, `lapsed` / `group`; as `handIn`
 */
export async function handInStory(
	scope: Scope,
	actor: Actor,
	{ groupId, ...said }: SaidStory & { groupId: string },
	here: Here
): Promise<string> {
	return handIn(scope, actor, await groupPlace(scope, actor, groupId, here), said, here);
}

/**
 * Lets a story of a group through or refuses it.
 * @throws AppError `not_found`, `lapsed` / `group`; as `decide`
 */
export async function decideStory(
	scope: Scope,
	actor: Actor,
	{ storyId, yes }: { storyId: string; yes: boolean },
	here: Here
): Promise<void> {
	const { story, place } = await placed(scope, actor, storyId, here);
	await decide(scope, actor, place, story, yes, here);
}

/**
 * Says that a story of a group is wrong.
 * @throws AppError `not_found`, `lapsed` / `group`
 */
export async function reportStory(
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
	if (!story.groupId) throw new AppError('not_found');
	return { story, place: await groupPlace(scope, actor, story.groupId, here) };
}
