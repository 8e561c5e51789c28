import { calendarEvent } from '#lib/booking/calendar-event.ts';
import { documentsOf } from '#lib/booking/queries.server.ts';
import { ownBooking } from '#lib/booking/own-bookings.server.ts';
import { calendarAnswer } from '#lib/web/calendar-answer.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** A booking as a file for one's calendar. */
export const GET: RequestHandler = (event) =>
	readAs(event, async ({ scope, actor, zone, community }) => {
		const { locale } = event.locals.preferences;
		const booking = await ownBooking(scope, actor, event.params.id, 'see');
		const documents = await documentsOf(scope, booking.serviceId);
		const reader = { locale, home: `${event.url.origin}/${community.slug}` };
		const found = calendarEvent(booking, documents, actor.personId, reader);
		return calendarAnswer(event, [found], { zone, locale, file: 'linli.ics' });
	});
