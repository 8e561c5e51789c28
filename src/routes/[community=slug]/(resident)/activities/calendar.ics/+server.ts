import { calendarOf } from '#lib/activities/calendar.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { isId } from '#lib/shared/ids.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import { calendarAnswer } from '#lib/web/calendar-answer.server.ts';
import type { RequestHandler } from './$types';

/** All activities of the community, or those of a group (`?group=`), for calendar programs; anybody may follow them. */
export const GET: RequestHandler = (event) =>
	readOpenly(event, async ({ scope, now, zone, community }) => {
		const { searchParams } = event.url;
		const locale = searchParams.get('lang') === 'en' ? 'en' : 'zh-CN';
		const group = searchParams.get('group');
		const reader = { locale, home: `${event.url.origin}/${community.slug}` } as const;
		const groupId = isId(group) ? group : null;
		const events = await calendarOf(scope, { groupId }, { now, zone }, reader);
		return calendarAnswer(event, events, { zone, locale, name: m.activities_title({}, { locale }) });
	});
