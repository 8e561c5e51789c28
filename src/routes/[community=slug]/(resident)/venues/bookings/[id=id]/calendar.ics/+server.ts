import { venueBookingEvent } from '#lib/venues/calendar.server.ts';
import { calendarAnswer } from '#lib/web/calendar-answer.server.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** A booking of a venue as a file for one's calendar. */
export const GET: RequestHandler = (event) =>
	readAs(event, async ({ scope, actor, zone, community }) => {
		const { locale } = event.locals.preferences;
		const reader = { locale, home: `${event.url.origin}/${community.slug}` };
		const found = await venueBookingEvent(scope, actor, event.params.id, reader);
		return calendarAnswer(event, [found], { zone, locale, file: 'linli.ics' });
	});
