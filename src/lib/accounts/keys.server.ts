import type { Scope } from '../db/client.server.ts';
import { keyedHash, newWrappedKey, seal, unseal, unwrapKey } from '../db/vault.server.ts';
import { wrappedCommunityKey } from './queries.server.ts';

/*
 * Three levels: a master wraps each community's key, that wraps each person's key, that seals what is written of the
 * person. Destroying a person's wrapped key erases what was sealed under it. See docs/decisions/0006.
 */

/** A person as far as sealing needs to know. */
export interface KeyHolder {
	id: string;
	wrappedKey: Buffer;
}

const communityKeys = new Map<string, Buffer>();

export function newCommunityKey(communityId: string): Buffer {
	return newWrappedKey('master', `community:${communityId}`);
}

/** The key of the scope's community. */
export async function communityKey(scope: Scope): Promise<Buffer> {
	const known = communityKeys.get(scope.communityId);
	if (known) return known;
	const wrapped = await wrappedCommunityKey(scope);
	const key = unwrapKey('master', wrapped, `community:${scope.communityId}`);
	communityKeys.set(scope.communityId, key);
	return key;
}

export function newPersonKey(parent: Buffer, personId: string): Buffer {
	return newWrappedKey(parent, `person:${personId}`);
}

/** Seals a text of a person. `place` names table, column and row: `people.phone:<id>`. */
export function sealFor(parent: Buffer, person: KeyHolder, text: string, place: string): Buffer {
	return seal(unwrapKey(parent, person.wrappedKey, `person:${person.id}`), text, place);
}

/** Opens what `sealFor` sealed. */
export function unsealFor(parent: Buffer, person: KeyHolder, sealed: Buffer, place: string): string {
	return unseal(unwrapKey(parent, person.wrappedKey, `person:${person.id}`), sealed, place);
}

/** The keyed hash by which a phone is found. */
export function phoneHash(phone: string): string {
	return keyedHash('phone', phone);
}

/** The keyed hash by which a home is found. */
export function doorHash(buildingId: string, door: string): string {
	return keyedHash('door', `${buildingId}|${door}`);
}

export function newAccountKey(accountId: string): Buffer {
	return newWrappedKey('master', `account:${accountId}`);
}

/** Seals an account's phone under the account's own key. */
export function sealAccountPhone(accountId: string, wrappedKey: Buffer, phone: string): Buffer {
	return seal(unwrapKey('master', wrappedKey, `account:${accountId}`), phone, `accounts.phone:${accountId}`);
}

/** The phone of an account. */
export function accountPhone(account: { id: string; wrappedKey: Buffer; phoneSealed: Buffer }): string {
	const key = unwrapKey('master', account.wrappedKey, `account:${account.id}`);
	return unseal(key, account.phoneSealed, `accounts.phone:${account.id}`);
}
