import type { Scope } from '../db/client.server.ts';
import { unseal } from '../db/vault.server.ts';
import { recordOpening } from '../audit/record.server.ts';
import { AppError } from '../shared/errors.ts';
import { communityKey, unsealFor } from './keys.server.ts';
import { isStaff, type Actor } from './people.ts';
import { maskPhone } from './phone.ts';
import { homeById } from './household-queries.server.ts';
import { personById, type PersonRow } from './queries.server.ts';

/** What staff want to see of a person, and why. The person reads both. */
export interface Opening {
	personId: string;
	what: 'phone' | 'address_and_phone';
	/** A code with words of its own, or words. */
	reason: string;
}

/** What was opened. */
export interface Contact {
	phone: string | null;
	building: string | null;
	door: string | null;
}

/**
 * Phone, and home where it was asked for, opened for staff and written down for the person to see (PIPL).
 * @throws AppError `invalid` / `reason` where none is given
 */
export async function openContact(scope: Scope, actor: Actor, opening: Opening, now: Date): Promise<Contact> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const { personId, what } = opening;
	const reason = opening.reason.trim();
	if (!reason) throw new AppError('invalid', 'reason');
	const person = await personById(scope, personId);
	if (!person) throw new AppError('not_found');
	await recordOpening(scope, { personId, what, reason, actorId: actor.personId, at: now });
	const home =
		what === 'address_and_phone' && person.householdId ? await homeOf(scope, person.householdId) : null;
	return { phone: await phoneOf(scope, person), building: home?.building ?? null, door: home?.door ?? null };
}

/** A person's number with its middle hidden: enough to see whether it is the one at hand. Null where none is known. */
export async function maskedPhone(scope: Scope, person: PersonRow): Promise<string | null> {
	const phone = await phoneOf(scope, person);
	return phone && maskPhone(phone);
}

/** A person's number, for who may have it already; null where none is known. */
export async function phoneOf(scope: Scope, person: PersonRow): Promise<string | null> {
	if (!person.phoneSealed) return null;
	return unsealFor(await communityKey(scope), person, person.phoneSealed, `people.phone:${person.id}`);
}

/** A home with its door, for who may have it already. */
export async function homeOf(
	scope: Scope,
	householdId: string
): Promise<{ buildingId: string; building: string; door: string } | null> {
	const home = await homeById(scope, householdId);
	if (!home) return null;
	const door = unseal(await communityKey(scope), home.doorSealed, `households.door:${home.id}`);
	return { buildingId: home.buildingId, building: home.building, door };
}
