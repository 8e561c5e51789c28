import { actsFor, mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { saySpan, type Here } from '#lib/ui/dates.ts';
import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { groupLooks, serviceIcon } from './catalogue.ts';
import { bookingsPast, bookingsToCome, listedBooking, type ListedBooking } from './list-queries.server.ts';
import { inWords, stateTag, strandedTag } from './words.ts';

/** A booking in a list of one's own. */
export interface BookingLine {
	id: string;
	title: string;
	when: string;
	/** Where, and who comes where that is somebody else. */
	text: string;
	icon: IconName;
	tone: Tone;
	state: { words: string; tone: Tone };
	/** Served, and nobody has said how it was. */
	mayRate: boolean;
	stars: number | null;
}

/** How many past bookings are shown. */
const mostPast = 30;

/** Whose bookings somebody may see: his own, and those of the elders who let him see them or book. */
export async function seenPeople(scope: Scope, actor: Pick<Actor, 'personId'>): Promise<string[]> {
	const elders = await actsFor(scope, actor, 'book', 'see');
	return [actor.personId, ...elders.map(({ id }) => id)];
}

/** One's own bookings and those of one's elders, ahead and behind. */
export async function ownBookings(
	scope: Scope,
	actor: Actor,
	here: Here
): Promise<{ ahead: BookingLine[]; past: BookingLine[] }> {
	const people = await seenPeople(scope, actor);
	const bookable = new Set([actor.personId, ...(await actsFor(scope, actor, 'book')).map(({ id }) => id)]);
	const line = (one: ListedBooking) => lineOf(one, actor, bookable.has(one.attendeeId), here);
	return {
		ahead: (await bookingsToCome(scope, people, here.now)).map(line),
		past: (await bookingsPast(scope, people, here.now, mostPast)).map(line)
	};
}

function lineOf(one: ListedBooking, actor: Actor, mayBook: boolean, here: Here): BookingLine {
	const where = one.station ? inWords(one.station) : m.services_at_home();
	const who = one.attendeeId === actor.personId ? null : m.services_booking_for({ name: one.attendee });
	return {
		id: one.id,
		title: inWords(one.service),
		when: saySpan(one.during, here),
		text: [who, where].filter(Boolean).join(' · '),
		icon: serviceIcon(one.service.icon, one.service.group),
		tone: groupLooks[one.service.group].tone,
		state: one.stranded && one.during.start > here.now ? strandedTag() : stateTag(one.status),
		mayRate: one.status === 'served' && one.stars === null && mayBook,
		stars: one.stars
	};
}

/**
 * A booking of one's own or of an elder for whom one may do this.
 * @throws AppError `not_found`
 */
export async function ownBooking(
	scope: Scope,
	actor: Actor,
	id: string,
	right: 'book' | 'see'
): Promise<ListedBooking> {
	const booking = await listedBooking(scope, id);
	if (!booking) throw new AppError('not_found');
	const may =
		(await mayActFor(scope, actor, booking.attendeeId, 'book')) ||
		(right === 'see' && (await mayActFor(scope, actor, booking.attendeeId, 'see')));
	if (!may) throw new AppError('not_found');
	return booking;
}
