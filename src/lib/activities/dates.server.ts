import { bookVenue } from '#lib/venues/book.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, type Day, type Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { windowDays } from './dates-ahead.ts';
import { duringOn } from './during.ts';
import { dateOver } from './jobs.server.ts';
import * as query from './queries.server.ts';
import { datesOf } from './recurrence.ts';
import { remindOn } from './remind.server.ts';
import { seriesSeats } from './sign-up-queries.server.ts';
import { tell } from './tell.server.ts';
import { rowOn } from './term-dates.ts';
import type { DayChange } from './term.ts';

/**
 * Writes the dates that the rule has within the window and that are not written yet; what is there is left alone, so it may
 * run twice. Those who are in the series have their seats on each new date. The activity must be locked.
 * @param taken what to do where the venue is taken on a day; throws, or goes on without it
 * @param planned until which local day, where it is not that of the window, and the days that are not as usual
 * @returns how many are new
 */
export async function writeDates(
	scope: Scope,
	activity: query.ActivityRow,
	here: Here,
	taken: (refused: AppError, during: Span) => Promise<void>,
	planned: { until?: Day; changes?: readonly DayChange[] } = {}
): Promise<number> {
	const today = dayOf(here.now, here.zone);
	const { until = addDays(today, windowDays), changes = [] } = planned;
	const last = activity.rule === null ? activity.firstDay : until;
	const known = await query.ruleDaysFrom(scope, activity.id, today);
	const inSeries = await seriesSeats(scope, activity.id);
	let count = 0;
	const left = new Set([...known, ...activity.exceptDays]);
	for (const ruleDay of datesOf(activity.rule, activity.firstDay, today, last)) {
		const dated = rowOn({ ...activity, changes }, ruleDay);
		const during = duringOn(dated, ruleDay, here.zone);
		if (left.has(ruleDay) || during.start <= here.now) continue;
		const venueBookingId = await venueFor(scope, dated, during, here, taken);
		const venueId = dated.venueId === activity.venueId ? null : dated.venueId;
		const id = newId();
		await query.addOccurrence(scope, {
			...{ id, activityId: activity.id, ruleDay, during, venueId, venueBookingId },
			...{ localDay: ruleDay, status: 'planned', seats: activity.seats, taken: inSeries }
		});
		await enqueue(scope, dateOver, { occurrenceId: id }, during.end);
		await remindOn(scope, ruleDay, here);
		count++;
	}
	return count;
}

/** Books the venue of a date; null where it has none, or is to do without. */
async function venueFor(
	scope: Scope,
	{ venueId, ledBy, groupId, name, seats, minimum }: query.ActivityRow,
	during: Span,
	here: Here,
	taken: (refused: AppError, during: Span) => Promise<void>
): Promise<string | null> {
	if (!venueId) return null;
	const people = Math.max(1, seats ?? minimum);
	try {
		const wish = { venueId, during, bookedBy: ledBy, groupId, purpose: name, people };
		return await bookVenue(scope, ledBy, wish, here);
	} catch (thrown) {
		if (!(thrown instanceof AppError)) throw thrown;
		await taken(thrown, during);
		return null;
	}
}

/** Works `seriesGoesOn`: where the venue is taken on a new date, the leader is told and finds another. */
export async function goOn(scope: Scope, data: { activityId: string }, now: Date): Promise<void> {
	const activity = await query.activityForUpdate(scope, data.activityId);
	if (activity?.status !== 'published') return;
	const { zone } = (await communityById(scope, scope.communityId))!;
	await writeDates(scope, activity, { now, zone }, async (_, { start }) => {
		const about = `${activity.id}:${start.toISOString()}`;
		await tell(scope, 'activity_venue_taken', [activity.ledBy], { activity, at: start, about }, now);
	});
}
