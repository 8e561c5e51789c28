import { mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addRating, attendancesAt } from './attendance-queries.server.ts';
import { dateOver, seriesGoesOn } from './jobs.server.ts';
import * as query from './queries.server.ts';
import { tell } from './tell.server.ts';

/**
 * Works `dateOver`: those who came are thanked and asked how it was, of a series after the first time. A date that was moved
 * is waited for.
 */
export async function endDate(scope: Scope, data: { occurrenceId: string }, now: Date): Promise<void> {
	const date = await query.occurrenceById(scope, data.occurrenceId);
	if (!date) return;
	if (date.during.end > now) return enqueue(scope, dateOver, data, date.during.end);
	await enqueue(scope, seriesGoesOn, { activityId: date.activityId });
	if (date.status !== 'planned') return;
	const activity = (await query.activityById(scope, date.activityId))!;
	const came = (await attendancesAt(scope, date.id)).filter(({ status }) => status === 'came');
	const news = { activity, at: date.during.start, about: activity.id };
	const ids = came.map(({ personId }) => personId);
	await tell(scope, 'activity_thanks', ids, news, now);
}

/**
 * Says how a date was, once, for oneself or whom one is proxy of.
 * @throws AppError `not_allowed` / `activities_proxy`; `not_possible_now` / `activities_not_there`; `already_answered` / `rating`
 */
export async function rateActivity(
	scope: Scope,
	actor: Actor,
	said: { occurrenceId: string; personId: string; stars: number; words: string | null },
	now: Date
): Promise<void> {
	if (!(await mayActFor(scope, actor, said.personId, 'book'))) {
		throw new AppError('not_allowed', 'activities_proxy');
	}
	const there = await attendancesAt(scope, said.occurrenceId);
	if (!there.some(({ personId, status }) => personId === said.personId && status === 'came')) {
		throw new AppError('not_possible_now', 'activities_not_there');
	}
	if (!(await addRating(scope, { ...said, at: now }))) throw new AppError('already_answered', 'rating');
}
