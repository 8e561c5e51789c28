import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Here } from '#lib/ui/dates.ts';
import { ledGroup } from './group-for.server.ts';
import { membersOf } from './member-queries.server.ts';
import { budgetDays, budgetSince, mayWriteAgain, mostMessages } from './message-budget.ts';
import { addMessage, countMessages } from './message-queries.server.ts';
import { tell } from './tell.server.ts';

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
	if (!mayWriteAgain(await countMessages(scope, groupId, budgetSince(here.now))))
		throw new AppError('too_many', 'group_messages', { most: mostMessages, days: budgetDays });
	const message = { id: newId(), groupId, authorId: actor.personId, words, sentAt: here.now };
	await addMessage(scope, message);
	const members = await membersOf(scope, groupId, ['member']);
	const others = members.map(({ personId }) => personId).filter((id) => id !== actor.personId);
	await tell(scope, group, others, { template: 'group_message', about: message.id, params: { words } }, here);
	return others.length;
}
