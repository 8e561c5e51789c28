import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { lastWritten } from './dates-ahead.ts';
import { writeDates } from './dates.server.ts';
import * as query from './queries.server.ts';
import { ledActivity } from './rights.server.ts';

/**
 * Publishes an activity: its dates are written down and their venue is booked, all or nothing.
 * @throws AppError `not_found`; `changed_meanwhile` / `activities_version`; `not_possible_now` / `activities_insurance`,
 *   `activities_no_date`; what `bookVenue` throws, with the day, where the venue is taken
 */
export async function publishActivity(
	scope: Scope,
	actor: Actor,
	{ id, version }: { id: string; version: number },
	here: Here
): Promise<void> {
	const activity = await ledActivity(scope, actor, id, here, query.activityForUpdate);
	if (activity.version !== version || activity.status !== 'draft') {
		throw new AppError('changed_meanwhile', 'activities_version');
	}
	// 志愿服务条例 17
	if (activity.dangerous && !activity.insurance)
		throw new AppError('not_possible_now', 'activities_insurance');
	await query.changeActivity(scope, id, { status: 'published', publishedAt: here.now });
	const until = lastWritten(activity, dayOf(here.now, here.zone));
	const count = await writeDates(scope, activity, here, (refused) => Promise.reject(refused), { until });
	if (count === 0) throw new AppError('not_possible_now', 'activities_no_date');
	await recordEvent(scope, { kind: 'activity', id }, 'published', actor.personId, here.now, { count });
}
