import { countLeaderless } from '#lib/groups/post-queries.server.ts';
import { figuresOfMonth, tasksToday } from '#lib/matching/today.server.ts';
import { visitsToday } from '#lib/pairings/visit-lines.server.ts';
import { pairAlarms } from '#lib/pairings/waiting.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => ({
		leaderless: await countLeaderless(scope, dayOf(now, zone)),
		alarms: await pairAlarms(scope, { now, zone }),
		visits: await visitsToday(scope, { now, zone }),
		tasks: await tasksToday(scope, { now, zone }),
		figures: await figuresOfMonth(scope, { now, zone })
	}));
