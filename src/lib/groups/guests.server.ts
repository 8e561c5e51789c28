import { guestsAmong } from '#lib/accounts/guest-queries.server.ts';
import type { PersonRow } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { holdShare } from './share-queries.server.ts';

/**
 * A guest from another community comes into a group only while the two communities agree on that.
 * @throws AppError `not_possible_now` / `group_not_shared`
 */
export async function requireShared(
	scope: Scope,
	groupId: string,
	person: Pick<PersonRow, 'id' | 'kind'>
): Promise<void> {
	if (person.kind !== 'guest') return;
	const [guest] = await guestsAmong(scope, [person.id]);
	if (guest && !(await holdShare(scope, groupId, guest.homeCommunityId)))
		throw new AppError('not_possible_now', 'group_not_shared');
}
