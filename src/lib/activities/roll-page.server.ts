import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { addDays, clockOf, dayOf } from '#lib/shared/time.ts';
import { sayDay, saySpan, type Here } from '#lib/ui/dates.ts';
import { attendancesAt, ratingsOf } from './attendance-queries.server.ts';
import { earliest } from './check-in-code.ts';
import * as query from './queries.server.ts';
import { ledActivity } from './rights.server.ts';
import { listSignUps } from './sign-up-queries.server.ts';
import { attendanceTag, nameOf, signUpTag } from './words.ts';

/** So many dates before and after the one that is shown. */
const [datesBefore, datesAfter] = [2, 6];
/** Days around today whose dates can be chosen. */
const [daysBack, daysOn] = [400, 400];

/**
 * The leader's list of one date: who comes, who waits, who was there.
 * @param dateId null: the date that goes on, else the next, else the last
 * @throws AppError `not_found`
 */
export async function rollPage(scope: Scope, actor: Actor, id: string, dateId: string | null, here: Here) {
	const activity = await ledActivity(scope, actor, id, here);
	const today = dayOf(here.now, here.zone);
	const dates = await query.datesBetween(scope, id, addDays(today, -daysBack), addDays(today, daysOn));
	const date =
		dates.find((one) => one.id === dateId) ??
		dates.find(({ during, status }) => status === 'planned' && during.end > here.now) ??
		dates.at(-1);
	const near = around(dates, date);
	const rows = date ? await rowsOf(scope, date) : [];
	const signed = rows.filter(({ status, attendance }) => status !== 'waiting' && attendance !== 'excused');
	const count = signed.reduce((sum, { companions }) => sum + 1 + companions, 0);
	const stars = await ratingsOf(scope, id);
	return {
		activity: {
			...{ id, status: activity.status, version: activity.version, insurance: activity.insurance },
			...{ dangerous: activity.dangerous, name: nameOf(activity) }
		},
		dates: near.map((one) => ({
			...{ id: one.id, current: one.id === date?.id, cancelled: one.status === 'cancelled' },
			words: sayDay(one.localDay, today)
		})),
		/** All of them, where they are more than are shown side by side. */
		allDates:
			dates.length > near.length
				? dates.map(({ id: value, during }) => ({ value, label: saySpan(during, here) }))
				: [],
		date: date && dateOf(date, here),
		rows,
		count,
		tooFew:
			date && count < activity.minimum ? m.activities_too_few({ count, minimum: activity.minimum }) : null,
		ratings: { count: stars.length, mean: mean(stars.map((one) => one.stars)), words: wordsOf(stars) }
	};
}

/** Some dates before one and some after it. */
function around(dates: readonly query.OccurrenceRow[], date: query.OccurrenceRow | undefined) {
	const at = dates.findIndex(({ id }) => id === date?.id);
	return dates.slice(Math.max(0, at - datesBefore), at + datesAfter);
}

const mean = (numbers: readonly number[]) =>
	numbers.length === 0 ? null : (numbers.reduce((a, b) => a + b, 0) / numbers.length).toFixed(1);

/** What was said, newest first and without a name. */
function wordsOf(ratings: readonly { words: string | null; at: Date }[]): string[] {
	return ratings
		.toSorted((a, b) => +b.at - +a.at)
		.flatMap(({ words }) => words ?? [])
		.slice(0, 10);
}

function dateOf({ id, during, sequence, status, reason, seats, taken }: query.OccurrenceRow, here: Here) {
	const { now, zone } = here;
	return {
		...{ id, sequence, reason, seats, taken, cancelled: status === 'cancelled' },
		when: saySpan(during, here),
		day: dayOf(during.start, zone),
		clock: clockOf(during.start, zone),
		/** It can still be moved and cancelled. */
		ahead: status === 'planned' && during.start > now,
		/** People may come in. */
		open: status === 'planned' && +during.start - earliest <= +now,
		begun: status === 'planned' && during.start <= now,
		over: status === 'planned' && during.end <= now
	};
}

/** A line of the list. */
export type RollRow = Awaited<ReturnType<typeof rowsOf>>[number];

async function rowsOf(scope: Scope, date: query.OccurrenceRow) {
	const listed = await listSignUps(scope, date.activityId, date.id);
	const there = new Map((await attendancesAt(scope, date.id)).map((one) => [one.personId, one.status]));
	return listed
		.filter(({ createdAt }) => createdAt < date.during.end)
		.map(({ id, personId, name, companions, status, occurrenceId }) => {
			const attendance = there.get(personId) ?? null;
			return {
				...{ id, personId, name, companions, status, attendance },
				series: occurrenceId === null,
				state: attendance ? attendanceTag(attendance) : signUpTag(status)
			};
		});
}
