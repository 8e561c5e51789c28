import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { calendarFile, type CalendarEvent } from '#lib/booking/calendar-file.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/shared/preferences.ts';

/**
 * A calendar as an answer. Programs that ask again with the tag of what they have are told that nothing is new.
 * @param name what a calendar program calls it; one's own bookings where absent
 * @param file makes it a download of this name
 */
export function calendarAnswer(
	{ request }: Pick<RequestEvent, 'request'>,
	events: readonly CalendarEvent[],
	{ zone, locale, file, name }: { zone: string; locale: Locale; file?: string; name?: string }
): Response {
	const body = calendarFile(events, { zone, name: name ?? m.services_calendar_name({}, { locale }) });
	const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
	const headers = { etag, 'cache-control': 'private, no-cache' };
	if (request.headers.get('if-none-match')?.includes(etag))
		return new Response(null, { status: 304, headers });
	return new Response(body, {
		headers: {
			...headers,
			'content-type': 'text/calendar; charset=utf-8',
			...(file ? { 'content-disposition': `attachment; filename="${file}"` } : {})
		}
	});
}
