import { mayActFor } from '#lib/accounts/act-for.server.ts';
import { welcome } from '#lib/accounts/guests.server.ts';
import { phoneOf } from '#lib/accounts/open.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { guestFrom } from '#lib/accounts/guest-queries.server.ts';
import { personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import { recordOpening } from '#lib/audit/record.server.ts';
import { alsoIn, type Scope } from '#lib/db/client.server.ts';
import { communityById, type CommunityRow } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { joinRightly, leaveRightly, type Wish } from './join.server.ts';
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
 * else. A family proxy does it for an elder as far as that was allowed here; staff do it for nobody.
 * @throws AppError as `joinGroup`; `invalid` / `handOn` where nobody agreed to that; `not_allowed` / `group_proxy`, and
 *   `group_next_door` for one who is not a verified resident
 */
export async function joinNextDoor(
	scope: Scope,
	actor: Actor,
	{ handOn, ...wish }: Wish & { handOn: boolean },
	now: Date
): Promise<'member' | 'asked'> {
	const { community, home } = await homeOfShared(scope, wish.groupId);
	await requireProxy(scope, actor, wish.personId);
	const person = await personById(scope, wish.personId);
	if (!person || !mayGoNextDoor(person)) throw new AppError('not_allowed', 'group_next_door');
	if (!handOn) throw new AppError('invalid', 'handOn');
	const personId = await sendNextDoor(scope, home, actor, person, now);
	const by = thereAs(actor, person.id, personId);
	return joinRightly(home, by, { ...wish, personId }, { now, zone: community.zone });
}

/**
 * Leaves a group next door, or takes a wish back, for oneself or for an elder.
 * @throws AppError `not_found`; `not_allowed` / `group_proxy`; `lapsed` / `group`
 */
export async function leaveNextDoor(
	scope: Scope,
	actor: Actor,
	{ groupId, personId }: Pick<Wish, 'groupId' | 'personId'>,
	now: Date
): Promise<void> {
	const { community, home } = await homeOfShared(scope, groupId);
	await requireProxy(scope, actor, personId);
	const guest = await guestFrom(home, personId);
	if (!guest) return;
	const by = thereAs(actor, personId, guest.personId);
	await leaveRightly(
		home,
		by,
		{ groupId, personId: guest.personId, sure: true },
		{ now, zone: community.zone }
	);
}

/** What an elder allowed counts where he allowed it, at this very moment. */
async function requireProxy(scope: Scope, actor: Actor, personId: string): Promise<void> {
	if (!(await mayActFor(scope, actor, personId, 'book'))) throw new AppError('not_allowed', 'group_proxy');
}

/** Who acts next door: the guest himself, or a proxy who is nobody there. */
function thereAs(actor: Actor, personId: string, guestId: string): Actor {
	return { ...actor, roles: [], personId: actor.personId === personId ? guestId : actor.personId };
}

/** Makes somebody a guest next door. That the number was handed on, and by whom, is written down at home (PIPL). */
async function sendNextDoor(
	scope: Scope,
	home: Scope,
	{ personId: actorId }: Actor,
	person: PersonRow,
	now: Date
): Promise<string> {
	const { id, accountId, name, bornOn, verifiedBy } = person;
	const phone = await phoneOf(scope, person);
	const visitor = { id, accountId, name, gender: null, bornOn, verifiedBy };
	const guest = await welcome(home, { homeCommunityId: scope.communityId, person: visitor, phone }, now);
	if (guest.isNew && phone) {
		const opening = { personId: id, what: 'phone', reason: 'joined_next_door' };
		await recordOpening(scope, { ...opening, actorId, at: now });
	}
	return guest.personId;
}
