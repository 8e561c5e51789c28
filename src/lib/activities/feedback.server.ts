import { mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue, jobKind } from '#lib/jobs/queue.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addRating, attendancesAt } from './attendance-queries.server.ts';
import * as query from './queries.server.ts';
import { tell } from './tell.server.ts';

/** Thanks those who came, after the end, and asks how it was. */
export const thanksDue = jobKind<{ occurrenceId: string }>('activities.thanks_due');

/** Works `thanksDue`. A date that was moved is waited for; of a series one is asked after the first time. */
export async function thank(scope: Scope, data: { occurrenceId: string }, now: Date): Promise<void> {
	const date = await query.occurrenceById(scope, data.occurrenceId);
	if (date?.status !== 'planned') return;
	if (date.during.end > now) return enqueue(scope, thanksDue, data, date.during.end);
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
