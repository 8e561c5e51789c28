import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { windowDays } from './dates-ahead.ts';
import { seatLapses, seriesGoesOn } from './jobs.server.ts';
import * as query from './queries.server.ts';
import { resumeReminders } from './remind.server.ts';
import * as signUps from './sign-up-queries.server.ts';

/** So many days a series may be behind before it is looked at. */
const slack = 14;

/** Takes up, at start, what should have happened while nobody worked the queue. */
export async function resumeActivities(scope: Scope, now: Date): Promise<void> {
	for (const { id } of await signUps.overdueOffers(scope, now)) {
		await enqueue(scope, seatLapses, { signUpId: id });
	}
	const { zone } = (await communityById(scope, scope.communityId))!;
	await resumeReminders(scope, { now, zone });
	const until = addDays(dayOf(now, zone), windowDays - slack);
	for (const { id } of await query.seriesBehind(scope, until)) {
		await enqueue(scope, seriesGoesOn, { activityId: id });
	}
}
