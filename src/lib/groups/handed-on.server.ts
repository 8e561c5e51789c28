import { guestFrom, holdGuest, removeGuest } from '#lib/accounts/guest-queries.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { changePerson, personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import { rolesOf } from '#lib/accounts/role-queries.server.ts';
import { alsoIn, type Scope } from '#lib/db/client.server.ts';
import { communityById, type CommunityRow } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { leaveRightly } from './join.server.ts';
import { standingsOf } from './member-queries.server.ts';
import { sharesWithUs } from './share-queries.server.ts';
import { shareStates } from './shares.ts';
import { groupName } from './words.ts';

/** A neighbouring community that has somebody's name, birth date and number, so that he can be in its groups. */
export interface HandedOn {
	communityId: string;
	community: string;
	/** Those in which he is now, or asks to be. */
	groups: string[];
}

/** To which neighbouring communities somebody's data were handed on, and stand there still. */
export async function handedOn(scope: Scope, actor: Actor): Promise<HandedOn[]> {
	const found: HandedOn[] = [];
	for (const id of await neighbours(scope)) {
		const home = await alsoIn(scope, id);
		const person = await guestIn(home, actor);
		if (!person) continue;
		const standings = await standingsOf(home, person.id);
		const community = (await communityById(scope, id))!;
		found.push({ communityId: id, community: groupName(community), groups: standings.map(groupName) });
	}
	return found;
}

/**
 * Takes back that one's data were handed on (PIPL 15, 47): one leaves the groups there, number and birth date are
 * deleted and the sign-in leads there no more. What happened keeps the name.
 * @throws AppError `not_found` where nothing stands there; `not_possible_now` / `handed_on_campaign` while a campaign of both
 *   communities needs it
 */
export async function takeBack(
	scope: Scope,
	actor: Actor,
	communityId: string,
	now: Date
): Promise<CommunityRow> {
	if (!(await neighbours(scope)).includes(communityId)) throw new AppError('not_found');
	const home = await alsoIn(scope, communityId);
	// whoever joins at this moment waits, and is made a guest anew
	await holdGuest(home, actor.personId);
	const person = await guestIn(home, actor);
	if (!person) throw new AppError('not_found');
	if ((await rolesOf(home, person.id)).length > 0)
		throw new AppError('not_possible_now', 'handed_on_campaign');
	const community = (await communityById(scope, communityId))!;
	const self = { ...actor, roles: [], personId: person.id };
	for (const { groupId } of await standingsOf(home, person.id))
		await leaveRightly(
			home,
			self,
			{ groupId, personId: person.id, sure: true },
			{ now, zone: community.zone }
		);
	await changePerson(home, person.id, { accountId: null, bornOn: null, phoneHash: null, phoneSealed: null });
	await removeGuest(home, person.id);
	return community;
}

/** Communities with a group that is or was offered to this one. */
async function neighbours(scope: Scope): Promise<string[]> {
	return [...new Set((await sharesWithUs(scope, shareStates)).map(({ homeId }) => homeId))];
}

/** As whom a neighbouring community knows somebody because of this one. Who has registered there himself is not among them. */
async function guestIn(home: Scope, { personId }: Actor): Promise<PersonRow | undefined> {
	const guest = await guestFrom(home, personId);
	const person = guest && (await personById(home, guest.personId));
	return person?.kind === 'guest' ? person : undefined;
}
