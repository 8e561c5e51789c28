import { randomBytes } from 'node:crypto';
import { communityKey, sealFor, unsealFor } from '#lib/accounts/keys.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { keyedHash } from '#lib/db/vault.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { calendarEvent, feedDays, type CalendarReader } from './calendar-event.ts';
import type { CalendarEvent } from './calendar-file.ts';
import { documentsOfMany } from './catalogue-queries.server.ts';
import { dropFeed, feedBySecret, feedOf, putFeed } from './feed-queries.server.ts';
import { bookingsBetween } from './list-queries.server.ts';
import { seenPeople } from './own-bookings.server.ts';

const secretBytes = 24;

const placeOf = (personId: string) => `calendar_feeds.secret:${personId}`;
const hashOf = (secret: string) => keyedHash('calendar feed', secret);

/** Opens an address for one's calendar program; an older address is closed by that. */
export async function openFeed(scope: Scope, { personId }: Actor, now: Date): Promise<void> {
	const person = await personById(scope, personId);
	if (!person) throw new AppError('not_found');
	const secret = randomBytes(secretBytes).toString('base64url');
	const secretSealed = sealFor(await communityKey(scope), person, secret, placeOf(personId));
	await putFeed(scope, { personId, secretHash: hashOf(secret), secretSealed, createdAt: now });
}

/** Closes it at once. */
export function closeFeed(scope: Scope, { personId }: Actor): Promise<void> {
	return dropFeed(scope, personId);
}

/** The secret part of one's open address; null where there is none. */
export async function feedSecret(scope: Scope, { personId }: Actor): Promise<string | null> {
	const feed = await feedOf(scope, personId);
	const person = feed && (await personById(scope, personId));
	if (!person) return null;
	return unsealFor(await communityKey(scope), person, feed.secretSealed, placeOf(personId));
}

/**
 * Whose an address is.
 * @throws AppError `not_found` where it is closed
 */
export async function feedOwner(scope: Scope, secret: string): Promise<{ personId: string }> {
	const feed = await feedBySecret(scope, hashOf(secret));
	if (!feed) throw new AppError('not_found');
	return { personId: feed.personId };
}

/**
 * What the owner of an address sees: his own bookings and those of his elders, as far as he may see them now.
 * @throws AppError `not_found` where the address is closed
 */
export async function feedEvents(
	scope: Scope,
	secret: string,
	here: Here,
	reader: CalendarReader
): Promise<CalendarEvent[]> {
	const feed = await feedOwner(scope, secret);
	const { from, to } = feedDays(here);
	const all = await bookingsBetween(scope, await seenPeople(scope, feed), from, to);
	const documents = await documentsOfMany(scope, [...new Set(all.map(({ serviceId }) => serviceId))]);
	return all.map((booking) =>
		calendarEvent(booking, documents.get(booking.serviceId) ?? [], feed.personId, reader)
	);
}
