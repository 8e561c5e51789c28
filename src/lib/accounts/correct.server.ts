import type { Scope } from '../db/client.server.ts';
import { recordEvent } from '../audit/record.server.ts';
import { AppError } from '../shared/errors.ts';
import type { Day } from '../shared/time.ts';
import { communityKey, phoneHash, sealFor } from './keys.server.ts';
import { isStaff, type Actor, type Gender } from './people.ts';
import { readPhone } from './phone.ts';
import { changePerson, holdPhone, personById, personByPhone, type PersonRow } from './queries.server.ts';
import { homeAt } from './register.server.ts';
import { searchTokens } from './search.ts';

/** What staff put right about a person. */
export interface Correction {
	personId: string;
	name: string;
	gender: Gender | null;
	bornOn: Day | null;
	vulnerable: boolean;
	/** A new number; null leaves the one that is known. */
	phone: string | null;
	/** Where the person lives now; null leaves the home that is known. */
	home: { buildingId: string; door: string } | null;
}

/**
 * Puts right what the community knows of a person.
 * @throws AppError `invalid` / `phone`, `already_taken` / `phone` where the number is somebody else's
 */
export async function correctPerson(scope: Scope, actor: Actor, right: Correction, now: Date): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const person = await personById(scope, right.personId);
	if (!person) throw new AppError('not_found');
	const { name, gender, bornOn, vulnerable, phone, home } = right;
	await changePerson(scope, person.id, {
		name,
		gender,
		bornOn,
		vulnerable,
		search: searchTokens(name),
		...(phone ? await newPhone(scope, person, phone) : {}),
		...(home ? { householdId: await homeAt(scope, home.buildingId, home.door) } : {})
	});
	await recordEvent(scope, { kind: 'person', id: person.id }, 'corrected', actor.personId, now);
}

async function newPhone(scope: Scope, person: PersonRow, given: string) {
	const phone = readPhone(given);
	if (!phone) throw new AppError('invalid', 'phone');
	await holdPhone(scope, phoneHash(phone));
	const owner = await personByPhone(scope, phoneHash(phone));
	if (owner && owner.id !== person.id) throw new AppError('already_taken', 'phone');
	const phoneSealed = sealFor(await communityKey(scope), person, phone, `people.phone:${person.id}`);
	return { phoneHash: phoneHash(phone), phoneSealed };
}
