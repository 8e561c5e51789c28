import type { Scope } from '../db/client.server.ts';
import { AppError } from '../shared/errors.ts';
import { phoneHash } from './keys.server.ts';
import { readPhone } from './phone.ts';
import { personByPhone, type PersonRow } from './queries.server.ts';

/**
 * Somebody whom another knows by name and number together; either alone tells nobody who is known here.
 * @throws AppError `invalid` with `phone` for a number that is none, `name` where nobody of that name has it
 */
export async function personNamed(scope: Scope, name: string, given: string): Promise<PersonRow> {
	const phone = readPhone(given);
	if (!phone) throw new AppError('invalid', 'phone');
	const person = await personByPhone(scope, phoneHash(phone));
	if (!person || person.kind === 'unit' || person.name !== name.trim()) throw new AppError('invalid', 'name');
	return person;
}
