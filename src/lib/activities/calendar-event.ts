import type { CalendarReader } from '#lib/booking/calendar-event.ts';
import type { CalendarEvent } from '#lib/booking/calendar-file.ts';
import type { ListedDate } from './list-queries.server.ts';
import { nameOf, placeWords } from './words.ts';

/** A date as calendars take it. */
export function dateEvent(date: ListedDate, { locale, home }: CalendarReader): CalendarEvent {
	const { id, activity, during, sequence, status, reason, venue } = date;
	const address = venue && nameOf({ name: venue.address, nameEn: venue.addressEn }, locale);
	return {
		uid: id,
		sequence,
		stamp: activity.publishedAt ?? activity.createdAt,
		during,
		summary: nameOf(activity, locale),
		location: [placeWords(date, locale), address].filter(Boolean).join(' '),
		description: [reason, nameOf({ name: activity.words, nameEn: activity.wordsEn }, locale)]
			.filter(Boolean)
			.join('\n'),
		url: `${home}/activities/${activity.id}`,
		cancelled: status === 'cancelled'
	};
}
