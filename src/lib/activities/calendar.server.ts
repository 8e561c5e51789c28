import type { CalendarReader } from '#lib/booking/calendar-event.ts';
import type { CalendarEvent } from '#lib/booking/calendar-file.ts';
import { seenPeople } from '#lib/booking/own-bookings.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import {
	datesOfPeople,
	listDates,
	namedActivity,
	type DateFilter,
	type ListedDate
} from './list-queries.server.ts';
import { dateEvent } from './calendar-event.ts';

/** Local days that a calendar reaches back and ahead. */
const [daysBack, daysOn] = [60, 120];
/** The most events of a file. */
const mostEvents = 2000;

/** Every date between two days. */
const allBetween = (from: string, to: string): DateFilter => ({
	...{ from, to, kind: null, theme: null, groupId: null, activityIds: null, near: null }
});

function days({ now, zone }: Here): [string, string] {
	const today = dayOf(now, zone);
	return [addDays(today, -daysBack), addDays(today, daysOn)];
}

/**
 * The dates of the community, of a group or of one activity, each as an event of its own, cancelled ones too: a moved date
 * keeps its name (UID) and counts one change more (SEQUENCE), as calendars ask.
 * @throws AppError `not_found` for an activity that is none, or not published
 */
export async function calendarOf(
	scope: Scope,
	{ activityId = null, groupId = null }: { activityId?: string | null; groupId?: string | null },
	here: Here,
	reader: CalendarReader
): Promise<CalendarEvent[]> {
	if (activityId) {
		const found = await namedActivity(scope, activityId);
		if (!found || found.activity.status === 'draft') throw new AppError('not_found');
	}
	const filter = { ...allBetween(...days(here)), groupId, activityIds: activityId ? [activityId] : null };
	return (await listDates(scope, filter, mostEvents)).map((date) => dateEvent(date, reader));
}

/** What somebody is signed up for, and those whom he may see; a date that was called off is said to be so. */
export async function calendarOfPerson(
	scope: Scope,
	feed: { personId: string },
	here: Here,
	reader: CalendarReader
): Promise<CalendarEvent[]> {
	const people = await seenPeople(scope, feed);
	const own = await datesOfPeople(scope, people, ...days(here));
	const certain = own.filter(
		({ signUp, date }) =>
			signUp.status === 'signed' || (signUp.status === 'called_off' && date.status === 'cancelled')
	);
	const dates = new Map<string, ListedDate>(certain.map(({ date }) => [date.id, date]));
	return [...dates.values()].map((date) => dateEvent(date, reader));
}
