import { v7, validate } from 'uuid';

/** A new UUIDv7. Callers make ids, so a phone can make one offline and a retry is the same row. */
export function newId(): string {
	return v7();
}

/** True for any well-formed UUID; everything else from outside is refused before it meets the database. */
export function isId(value: unknown): value is string {
	return typeof value === 'string' && validate(value);
}
