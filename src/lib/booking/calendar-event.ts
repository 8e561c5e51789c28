import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/shared/preferences.ts';
import { addDays, dayOf, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { CalendarEvent } from './calendar-file.ts';
import type { DocumentRow } from './queries.server.ts';
import type { ListedBooking } from './list-queries.server.ts';
import { inWords } from './words.ts';

/** In whose words a calendar speaks, and where its links lead. */
export interface CalendarReader {
	locale: Locale;
	/** The community's address, with scheme and host. */
	home: string;
}

/** Local days that a calendar reaches back and ahead. */
const [daysBack, daysOn] = [60, 120];

/** The days of which a calendar tells. */
export function feedDays({ now, zone }: Here): { from: Day; to: Day } {
	const today = dayOf(now, zone);
	return { from: addDays(today, -daysBack), to: addDays(today, daysOn) };
}

/** A booking as calendars take it. A cancelled one counts as one change more, so that they notice. */
export function calendarEvent(
	booking: ListedBooking,
	documents: readonly Pick<DocumentRow, 'name' | 'nameEn'>[],
	readerId: string,
	{ locale, home }: CalendarReader
): CalendarEvent {
	const { id, during, status, station, attendee, attendeeId } = booking;
	const service = inWords(booking.service, locale);
	const cancelled = status === 'cancelled';
	const address = locale === 'en' ? station?.addressEn : station?.address;
	return {
		uid: id,
		sequence: booking.sequence + (cancelled ? 1 : 0),
		stamp: lastChange(booking),
		during,
		summary:
			attendeeId === readerId ? service : m.services_calendar_for({ service, name: attendee }, { locale }),
		location: station
			? [inWords(station, locale), address].filter(Boolean).join(m.services_comma({}, { locale }))
			: m.services_at_home({}, { locale }),
		description: descriptionOf(documents, locale),
		url: `${home}/bookings/${id}`,
		cancelled
	};
}

function descriptionOf(documents: readonly Pick<DocumentRow, 'name' | 'nameEn'>[], locale: Locale): string {
	const names = documents.map((one) => inWords(one, locale)).join(m.services_comma({}, { locale }));
	return [names && m.services_calendar_bring({ names }, { locale }), m.services_calendar_text({}, { locale })]
		.filter(Boolean)
		.join('\n');
}

function lastChange({ createdAt, arrivedAt, startedAt, endedAt }: ListedBooking): Date {
	return [arrivedAt, startedAt, endedAt].reduce<Date>((last, at) => (at && at > last ? at : last), createdAt);
}
