import { nameOf } from '#lib/activities/words.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { areasOf, buildingsIn } from './area-queries.server.ts';
import { countedHours } from './presence.ts';
import type { CleanupRow } from './queries.server.ts';
import { areaTurnout, sumOf, teamTurnout } from './quota.ts';
import { listedOf } from './sign-up-queries.server.ts';
import { teamsOf } from './team-queries.server.ts';
import { byNumber, inWords, teamName } from './words.ts';

/** All that counts on a day. */
export type DayFacts = Awaited<ReturnType<typeof dayFacts>>;
export type AreaOnDay = DayFacts['areas'][number];
export type TeamOnDay = DayFacts['teams'][number];

/** A day's areas with their buildings, its teams and who is on its list, with how many are meant to come and are there. */
export async function dayFacts(scope: Scope, cleanup: Pick<CleanupRow, 'id' | 'during' | 'closedAt'>) {
	const { id } = cleanup;
	const during = countedHours(cleanup);
	const buildings = Map.groupBy(await buildingsIn(scope, id), ({ areaId }) => areaId);
	const teams = await teamsOf(scope, id);
	const listed = await listedOf(scope, id);
	const areas = (await areasOf(scope, id)).map((area) => {
		const own = buildings.get(area.id) ?? [];
		return {
			...inWords(area),
			buildingIds: own.map(({ buildingId }) => buildingId),
			buildings: own.map((one) => nameOf(one)).toSorted(byNumber),
			turnout: areaTurnout(area.id, teams, listed, during)
		};
	});
	return {
		areas,
		teams: teams.map((team) => ({
			...team,
			title: teamName(team),
			turnout: teamTurnout(team, listed, during)
		})),
		listed,
		needed: areas.reduce((sum, area) => sum + area.needed, 0),
		total: sumOf(areas.map(({ turnout }) => turnout))
	};
}
