import { ownDates } from '#lib/activities/own-dates.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { cleanupsAhead } from '#lib/cleanups/list-page.server.ts';
import { ownOfficer } from '#lib/contact/card.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { numbersOf } from '#lib/hall/door.server.ts';
import { groupTiles } from '#lib/requests/asking-page.server.ts';
import { myRequests } from '#lib/requests/mine.server.ts';
import { tasksOf } from '#lib/tasks/queries.server.ts';
import { standingStates } from '#lib/tasks/tasks.ts';
import { cardOf } from '#lib/volunteers/queries.server.ts';
import { companionsOf } from '#lib/pairings/companion.server.ts';
import { readOpenly } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

/** Dates of activities that are shown. */
const soonest = 3;

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone }) => {
		if (!actor) return { groups: groupTiles(), mine: null };
		const open = (await myRequests(scope, actor, { now, zone })).filter((one) => one.open);
		return {
			groups: null,
			mine: {
				requests: open,
				cleanups: await cleanupsAhead(scope, { now, zone }),
				dates: (await ownDates(scope, actor, { now, zone })).slice(0, soonest),
				...(await companionsOf(scope, actor, { now, zone })),
				numbers: await numbersOf(scope, actor, { now, zone }),
				officer: await ownOfficer(scope, actor),
				tasks: actor.roles.includes('volunteer') ? await countTasks(scope, actor) : null,
				cardReturned: (await cardOf(scope, actor.personId))?.status === 'returned',
				staff: isStaff(actor)
			}
		};
	});

async function countTasks(scope: Scope, { personId }: Actor): Promise<number> {
	return (await tasksOf(scope, personId, standingStates)).length;
}
