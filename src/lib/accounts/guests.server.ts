import type { Scope } from '../db/client.server.ts';
import { phoneHash } from './keys.server.ts';
import { addGuest, guestFrom, holdGuest } from './guest-queries.server.ts';
import { claimPerson, holdPhone, personByAccount, personByPhone, type PersonRow } from './queries.server.ts';
import { addPerson } from './register.server.ts';

/** Somebody as the home community hands him on to a neighbouring one: who it is, and how to call. */
export interface Visitor {
	homeCommunityId: string;
	person: Pick<PersonRow, 'id' | 'accountId' | 'name' | 'gender' | 'bornOn' | 'verifiedBy'>;
	phone: string | null;
}

/**
 * Makes a person of another community a guest here: once, however often and from how many places it is asked.
 * @returns the person's id here, and whether the person was not known here as a guest before
 */
export async function welcome(
	scope: Scope,
	visitor: Visitor,
	now: Date
): Promise<{ personId: string; isNew: boolean }> {
	const { id: homePersonId } = visitor.person;
	await holdGuest(scope, homePersonId);
	const known = await guestFrom(scope, homePersonId);
	if (known) return { personId: known.personId, isNew: false };
	const same = await knownHere(scope, visitor);
	const personId = same.personId ?? (await addVisitor(scope, visitor, same.phoneFree, now));
	await addGuest(scope, { personId, homeCommunityId: visitor.homeCommunityId, homePersonId, since: now });
	return { personId, isNew: true };
}

function addVisitor(
	scope: Scope,
	{ person, phone }: Visitor,
	phoneFree: boolean,
	now: Date
): Promise<string> {
	const { id, accountId, name, gender, bornOn, verifiedBy } = person;
	const row = { name, gender, bornOn, phone: phoneFree ? phone : null, verifiedBy: verifiedBy ?? id };
	return addPerson(scope, { kind: 'guest', ...row, ...(accountId ? { accountId } : {}) }, now);
}

/** The same human where this community knows one already: by the account, or by phone and name. */
async function knownHere(
	scope: Scope,
	{ person, phone }: Visitor
): Promise<{ personId: string | null; phoneFree: boolean }> {
	const { accountId, name } = person;
	const mine = accountId ? await personByAccount(scope, accountId) : undefined;
	if (mine) return { personId: mine.id, phoneFree: false };
	if (!phone) return { personId: null, phoneFree: true };
	const hash = phoneHash(phone);
	await holdPhone(scope, hash);
	const called = await personByPhone(scope, hash);
	if (!called) return { personId: null, phoneFree: true };
	if (called.name !== name) return { personId: null, phoneFree: false };
	if (accountId && !(await claimPerson(scope, called.id, accountId))) {
		return { personId: null, phoneFree: false };
	}
	return { personId: called.id, phoneFree: false };
}
