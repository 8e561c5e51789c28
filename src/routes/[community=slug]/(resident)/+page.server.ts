import { ownDates } from '#lib/activities/own-dates.server.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { gridOfficerOf, personById } from '#lib/accounts/queries.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { cleanupsAhead } from '#lib/cleanups/list-page.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { numbersOf } from '#lib/hall/door.server.ts';
import { gridName } from '#lib/places/queries.server.ts';
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
		const english = event.locals.preferences.locale === 'en';
		const open = (await myRequests(scope, actor, { now, zone })).filter((one) => one.open);
		return {
			groups: null,
			mine: {
				requests: open,
				cleanups: await cleanupsAhead(scope, { now, zone }),
				dates: (await ownDates(scope, actor, { now, zone })).slice(0, soonest),
				...(await companionsOf(scope, actor, { now, zone })),
				numbers: await numbersOf(scope, actor, { now, zone }),
				officer: await officerOf(scope, actor, english),
				tasks: actor.roles.includes('volunteer') ? await countTasks(scope, actor) : null,
				cardReturned: (await cardOf(scope, actor.personId))?.status === 'returned',
				staff: isStaff(actor)
			}
		};
	});

/** The staff member who answers for the grid in which someone lives (包片负责制, seed 003). */
async function officerOf(scope: Scope, { personId }: Actor, english: boolean) {
	const person = await personById(scope, personId);
	const home = person?.householdId ? await homeById(scope, person.householdId) : undefined;
	const officer = home && (await gridOfficerOf(scope, home.gridId));
	if (!officer || officer.id === personId) return null;
	const grid = await gridName(scope, home.gridId);
	return { name: officer.name, grid: (english ? grid?.nameEn : grid?.name) ?? '' };
}

async function countTasks(scope: Scope, { personId }: Actor): Promise<number> {
	return (await tasksOf(scope, personId, standingStates)).length;
}
