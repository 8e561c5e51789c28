import type { Scope } from '../db/client.server.ts';
import { seal } from '../db/vault.server.ts';
import { recordEvent, recordOpening } from '../audit/record.server.ts';
import { notify } from '../notifications/notify.server.ts';
import { AppError } from '../shared/errors.ts';
import { newId } from '../shared/ids.ts';
import type { Day } from '../shared/time.ts';
import { addPeople, type NewPerson } from './add-people.server.ts';
import { accountPhone, communityKey, doorHash, phoneHash, unsealFor } from './keys.server.ts';
import { consentVersion, isStaff, type Actor, type ConsentPurpose, type Gender } from './people.ts';
import { readPhone } from './phone.ts';
import { type AccountRow, lockAccount } from './account-queries.server.ts';
import { addConsent } from './consent-queries.server.ts';
import { addHome } from './household-queries.server.ts';
import {
	claimPerson,
	holdPhone,
	markVerified,
	personByAccount,
	personById,
	personByPhone
} from './queries.server.ts';

/** What a person tells of himself when he registers. */
export interface SelfRegistration {
	name: string;
	buildingId: string | null;
	door: string | null;
	consents: ConsentPurpose[];
}

/**
 * Makes an account known to a community: as the person that staff registered under the same phone, or as a new one,
 * whom staff verify before matching.
 * @returns the person's id
 */
export async function join(
	scope: Scope,
	account: AccountRow,
	registration: SelfRegistration,
	now: Date
): Promise<string> {
	// pressed twice, the second waits here and finds what the first has made
	await lockAccount(scope, account.id);
	const mine = await personByAccount(scope, account.id);
	if (mine) return mine.id;
	await holdPhone(scope, account.phoneHash);
	const known = await personByPhone(scope, account.phoneHash);
	if (known && (await claimPerson(scope, known.id, account.id))) {
		await consentTo(scope, known.id, registration.consents, null, now);
		return known.id;
	}
	if (known) throw new AppError('already_taken', 'phone');
	const phone = accountPhone(account);
	const personId = await addPerson(scope, { ...registration, phone, accountId: account.id }, now);
	await consentTo(scope, personId, registration.consents, null, now);
	return personId;
}

/** What staff write down at the desk for someone who came or called. */
export interface DeskRegistration {
	name: string;
	gender: Gender | null;
	bornOn: Day | null;
	phone: string | null;
	buildingId: string | null;
	door: string | null;
	vulnerable: boolean;
	consents: ConsentPurpose[];
}

/** Registers someone at the desk; verified at once, since staff see the person. */
export async function registerAtDesk(
	scope: Scope,
	actor: Actor,
	registration: DeskRegistration,
	now: Date
): Promise<string> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const phone = registration.phone ? readPhone(registration.phone) : null;
	if (registration.phone && !phone) throw new AppError('invalid', 'phone');
	if (phone) await refuseTaken(scope, phoneHash(phone));
	const personId = await addPerson(scope, { ...registration, phone, verifiedBy: actor.personId }, now);
	await consentTo(scope, personId, registration.consents, actor.personId, now);
	await recordEvent(scope, { kind: 'person', id: personId }, 'registered', actor.personId, now);
	return personId;
}

async function refuseTaken(scope: Scope, hash: string): Promise<void> {
	await holdPhone(scope, hash);
	const known = await personByPhone(scope, hash);
	if (known) throw new AppError('already_taken', 'phone_at_desk', { name: known.name });
}

/** Adds a person with a key of their own; name, home and phone as given. */
export async function addPerson(scope: Scope, person: NewPerson, now: Date): Promise<string> {
	const [id] = await addPeople(scope, [person], now);
	return id!;
}

/** The household behind a door, made where there is none yet. */
export async function homeAt(scope: Scope, buildingId: string, door: string): Promise<string> {
	const id = newId();
	const doorSealed = seal(await communityKey(scope), door, `households.door:${id}`);
	return addHome(scope, { id, buildingId, doorSealed, doorHash: doorHash(buildingId, door) });
}

/** Staff have seen who this is: from now on requests of this person can be matched. */
export async function verifyPerson(scope: Scope, actor: Actor, personId: string, now: Date): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	if (!(await personById(scope, personId))) throw new AppError('not_found');
	const seen = { verifiedAt: now, verifiedBy: actor.personId };
	if (!(await markVerified(scope, personId, seen))) return;
	await recordEvent(scope, { kind: 'person', id: personId }, 'verified', actor.personId, now);
	await notify(scope, [personId], { template: 'person_verified', path: '/me', about: personId }, now);
}

/**
 * Writes down consent for each purpose, in the present wording.
 * @returns the purposes for which none stood before
 */
export async function consentTo(
	scope: Scope,
	personId: string,
	purposes: ConsentPurpose[],
	takenBy: string | null,
	now: Date
): Promise<ConsentPurpose[]> {
	const added: ConsentPurpose[] = [];
	for (const purpose of purposes) {
		const version = consentVersion[purpose];
		const row = { id: newId(), personId, purpose, version, givenAt: now, takenBy };
		if (await addConsent(scope, row)) added.push(purpose);
	}
	return added;
}

/** The phone of a person, opened for a reason that the person can read afterwards. Null where none is known. */
export async function revealPhone(
	scope: Scope,
	actor: Actor,
	personId: string,
	reason: string,
	now: Date
): Promise<string | null> {
	const person = await personById(scope, personId);
	if (!person?.phoneSealed) return null;
	await recordOpening(scope, { personId, what: 'phone', reason, actorId: actor.personId, at: now });
	return unsealFor(await communityKey(scope), person, person.phoneSealed, `people.phone:${personId}`);
}
