import { welcome } from '#lib/accounts/guests.server.ts';
import { phoneOf } from '#lib/accounts/open.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import { recordOpening } from '#lib/audit/record.server.ts';
import { alsoIn, type Scope } from '#lib/db/client.server.ts';
import { communityById, type CommunityRow } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { joinGroup, type Wish } from './join.server.ts';
import { groupsSharedWith, sharesWithUs } from './share-queries.server.ts';

/**
 * The home of a group that is open to this community, and the transaction opened to it. Both copies of the agreement must say so.
 * @throws AppError `not_found`
 */
export async function homeOfShared(
	scope: Scope,
	groupId: string
): Promise<{ community: CommunityRow; home: Scope }> {
	const share = (await sharesWithUs(scope, ['agreed'])).find((one) => one.groupId === groupId);
	if (!share) throw new AppError('not_found');
	const home = await alsoIn(scope, share.homeId);
	const shared = await groupsSharedWith(home, scope.communityId, { states: ['agreed'] });
	if (!shared.some(({ id }) => id === groupId)) throw new AppError('not_found');
	return { community: (await communityById(scope, share.homeId))!, home };
}

/** True for whom this community may send next door: one who lives here and is known by sight. */
export function mayGoNextDoor(person: Pick<PersonRow, 'kind' | 'verifiedAt'>): boolean {
	return person.kind === 'resident' && person.verifiedAt !== null;
}

/**
 * Joins a group of a neighbouring community, as a guest there: name, birth date and phone number are handed on, and nothing
 * else. Nobody else may do it for somebody.
 * @throws AppError as `joinGroup`; `invalid` / `handOn` where the person did not agree to that; `not_allowed` /
 *   `group_next_door` for one who is not a verified resident
 */
export async function joinNextDoor(
	scope: Scope,
	actor: Actor,
	{ handOn, ...wish }: Omit<Wish, 'personId'> & { handOn: boolean },
	now: Date
): Promise<'member' | 'asked'> {
	const { community, home } = await homeOfShared(scope, wish.groupId);
	const person = await personById(scope, actor.personId);
	if (!person || !mayGoNextDoor(person)) throw new AppError('not_allowed', 'group_next_door');
	if (!handOn) throw new AppError('invalid', 'handOn');
	const personId = await sendNextDoor(scope, home, person, now);
	const guest = { ...actor, personId, roles: [] };
	return joinGroup(home, guest, { ...wish, personId }, { now, zone: community.zone });
}

/** Makes somebody a guest next door. That the number was handed on is written down for him at home (PIPL). */
async function sendNextDoor(scope: Scope, home: Scope, person: PersonRow, now: Date): Promise<string> {
	const { id, accountId, name, bornOn, verifiedBy } = person;
	const phone = await phoneOf(scope, person);
	const visitor = { id, accountId, name, gender: null, bornOn, verifiedBy };
	const guest = await welcome(home, { homeCommunityId: scope.communityId, person: visitor, phone }, now);
	if (guest.isNew && phone) {
		const opening = { personId: id, what: 'phone', reason: 'joined_next_door' };
		await recordOpening(scope, { ...opening, actorId: id, at: now });
	}
	return guest.personId;
}
