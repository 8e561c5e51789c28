import { calendarOfPerson } from '#lib/activities/calendar.server.ts';
import { feedEvents, feedOwner } from '#lib/booking/feed.server.ts';
import { venueCalendar } from '#lib/venues/calendar.server.ts';
import { calendarAnswer } from '#lib/web/calendar-answer.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { RequestHandler } from './$types';

/** One's bookings, activities and venues for a calendar program, which signs in by the secret of the address alone. */
export const GET: RequestHandler = (event) =>
	readOpenly(event, async ({ scope, now, zone, community }) => {
		const locale = event.url.searchParams.get('lang') === 'en' ? 'en' : 'zh-CN';
		const reader = { locale, home: `${event.url.origin}/${community.slug}` } as const;
		const events = await feedEvents(scope, event.params.secret, { now, zone }, reader);
		const owner = await feedOwner(scope, event.params.secret);
		const activities = await calendarOfPerson(scope, owner, { now, zone }, reader);
		const venues = await venueCalendar(scope, owner, { now, zone }, reader);
		return calendarAnswer(event, [...events, ...activities, ...venues], { zone, locale });
	});
