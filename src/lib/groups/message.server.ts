import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Here } from '#lib/ui/dates.ts';
import { ledGroup } from './group-for.server.ts';
import { memberIds } from './member-queries.server.ts';
import { budgetDays, budgetSince, mayWriteAgain, mostMessages } from './message-budget.ts';
import { addMessage, countMessages } from './message-queries.server.ts';
import type { GroupRow } from './queries.server.ts';
import { tell, type GroupNews } from './tell.server.ts';

/**
 * Writes to all members; each is told once.
 * @returns how many were told
 * @throws AppError `not_found`, `not_allowed`, `lapsed` / `group`; `too_many` / `group_messages` where they were told
 *   enough this week
 */
export async function writeToMembers(
	scope: Scope,
	actor: Actor,
	{ groupId, words }: { groupId: string; words: string },
	here: Here
): Promise<number> {
	const { group } = await ledGroup(scope, actor, groupId, here);
	if (!mayWriteAgain(await countMessages(scope, group.id, budgetSince(here.now)))) {
		throw new AppError('too_many', 'group_messages', { most: mostMessages, days: budgetDays });
	}
	const message = { id: newId(), groupId: group.id, authorId: actor.personId, words, sentAt: here.now };
	await addMessage(scope, message);
	const news = { template: 'group_message', about: message.id, params: { words } } as const;
	return tellMembers(scope, group, actor.personId, news, here);
}

/**
 * Tells all members of a group but who brought it about.
 * @returns how many were told
 */
export async function tellMembers(
	scope: Scope,
	group: GroupRow,
	authorId: string,
	news: GroupNews,
	here: Here
): Promise<number> {
	const others = (await memberIds(scope, group.id)).filter((id) => id !== authorId);
	await tell(scope, group, others, news, here);
	return others.length;
}
