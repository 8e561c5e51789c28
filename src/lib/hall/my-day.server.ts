import type { Actor } from '#lib/accounts/people.ts';
import { queryTokens, searchTokens } from '#lib/accounts/search.ts';
import type { BookingState } from '#lib/booking/booking.ts';
import { bookingCode } from '#lib/booking/code.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { calendarBetween } from '#lib/hours/open.server.ts';
import { minutesOutside } from '#lib/hours/office-hours.ts';
import { named } from '#lib/hours/words.ts';
import { clockOf, minute, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { bookingsOfOfficer, type VisitBooking } from './booking-queries.server.ts';
import { dutiesOf, servedBy, type ServedTicket } from './day-queries.server.ts';
import { stopsOf, type Stop } from './visit-route.server.ts';
import { prepareFor, type Preparation } from './visit.server.ts';
import { bookingTag } from './words.ts';

/** Somebody who has an appointment with an officer. */
export interface DayBooking extends Preparation {
	id: string;
	clock: string;
	code: string;
	service: string;
	person: { id: string; name: string };
	/** Null for a home visit. */
	desk: string | null;
	state: { words: string; tone: Tone };
	/** Its time has come and nobody has checked in. */
	late: boolean;
	/** Where a home visit is; null at a desk. */
	stop: Stop | null;
	/** What the officer does next on a home visit. */
	next: 'start' | 'finish' | null;
}

/** The day of a member of staff on one page. */
export interface MyDay {
	day: Day;
	duties: { desk: string | null; from: string; to: string }[];
	bookings: DayBooking[];
	figures: DayFigures;
}

/** The figures of an officer's day so far. */
export interface DayFigures {
	booked: number;
	served: number;
	/** Of those served, the ones without an appointment. */
	walkIns: number;
	missed: number;
	minutes: number;
	/** Minutes outside of the old office hours. */
	outside: number;
	/** Minutes that people waited from their turn to the call, on average; null before the first. */
	wait: number | null;
}

/**
 * The day of an officer: duties, appointments in order with what was got ready and how earlier visits went, figures.
 * @param search leaves only those whose name, initials or code fit
 */
export async function myDay(
	scope: Scope,
	{ personId }: Actor,
	{ day, search }: { day: Day; search: string },
	here: Here
): Promise<MyDay> {
	const { zone } = here;
	const all = await bookingsOfOfficer(scope, personId, day);
	const fits = all.filter((one) => isFound(one, search));
	const prepared = await prepareFor(
		scope,
		fits.map(({ booking }) => ({ ...booking, personId: booking.attendeeId })),
		day,
		here
	);
	const stops = await stopsOf(scope, all);
	const served = await servedBy(scope, personId, day);
	const { classOf } = await calendarBetween(scope, day, day);
	const outside = (one: ServedTicket) => minutesOutside(one.during, classOf, zone);
	return {
		day,
		duties: (await dutiesOf(scope, personId, day)).map(({ desk, during }) => ({
			desk: desk && named(desk),
			from: clockOf(during.start, zone),
			to: clockOf(during.end, zone)
		})),
		bookings: fits.map((one, at) => ({
			...lineOf(one, here),
			stop: stops.get(one.booking.id) ?? null,
			...prepared[at]!
		})),
		figures: figuresOf(all, served, outside)
	};
}

function isFound({ booking, attendee }: VisitBooking, search: string): boolean {
	if (bookingCode(booking.id) === search.replace(/\s/g, '')) return true;
	const tokens = new Set(searchTokens(attendee));
	return queryTokens(search).every((token) => tokens.has(token));
}

function lineOf({ booking, service, attendee, desk }: VisitBooking, { now, zone }: Here) {
	return {
		id: booking.id,
		clock: clockOf(booking.during.start, zone),
		code: bookingCode(booking.id),
		service: named(service),
		person: { id: booking.attendeeId, name: attendee },
		desk: desk && named(desk),
		state: bookingTag(booking.status),
		late: booking.status === 'booked' && booking.during.start <= now,
		next: booking.place === 'home' ? nextAtHome(booking.status) : null
	};
}

function nextAtHome(status: BookingState): DayBooking['next'] {
	if (status === 'booked' || status === 'arrived') return 'start';
	return status === 'serving' ? 'finish' : null;
}

function figuresOf(
	all: readonly VisitBooking[],
	served: readonly ServedTicket[],
	outside: (one: ServedTicket) => number
): DayFigures {
	const sum = (of: (one: ServedTicket) => number) => served.reduce((total, one) => total + of(one), 0);
	const waited = ({ turnAt, calledAt }: ServedTicket) => Math.max(0, +calledAt - +turnAt) / minute;
	return {
		booked: all.length,
		served: served.length,
		walkIns: served.filter(({ bookingId }) => bookingId === null).length,
		missed: all.filter(({ booking }) => booking.status === 'no_show').length,
		minutes: Math.round(sum(({ during }) => (+during.end - +during.start) / minute)),
		outside: sum(outside),
		wait: served.length === 0 ? null : Math.round(sum(waited) / served.length)
	};
}
