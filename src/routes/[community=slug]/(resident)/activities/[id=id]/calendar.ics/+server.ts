import { calendarOf } from '#lib/activities/calendar.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { readOpenly } from '#lib/web/act.server.ts';
import { calendarAnswer } from '#lib/web/calendar-answer.server.ts';
import type { RequestHandler } from './$types';

/** The dates of an activity as a file for one's calendar. */
export const GET: RequestHandler = (event) =>
	readOpenly(event, async ({ scope, now, zone, community }) => {
		const { locale } = event.locals.preferences;
		const reader = { locale, home: `${event.url.origin}/${community.slug}` };
		const events = await calendarOf(scope, { activityId: event.params.id }, { now, zone }, reader);
		return calendarAnswer(event, events, {
			zone,
			locale,
			file: 'linli.ics',
			name: m.activities_title({}, { locale })
		});
	});
