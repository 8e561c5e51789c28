import { nameOf } from '#lib/activities/words.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import { cleanupsOfUnit } from './queries.server.ts';
import { sumOf, teamTurnout } from './quota.ts';
import { listedOf } from './sign-up-queries.server.ts';
import { teamsOf } from './team-queries.server.ts';
import { stateTag } from './words.ts';

/** So many days are looked back upon. */
const mostDays = 12;

/** The days to which a partner unit sent teams, or is to send some, the latest first, with how many were promised and came. */
export async function unitCleanups(scope: Scope, unitId: string, { now, zone }: Here) {
	const lines = [];
	for (const { id, status, localDay, during, ...named } of await cleanupsOfUnit(scope, unitId, mostDays)) {
		const teams = (await teamsOf(scope, id)).filter((team) => team.unitId === unitId);
		const listed = await listedOf(scope, id);
		const { came } = sumOf(teams.map((team) => teamTurnout(team, listed, during)));
		lines.push({
			...{ id, came, name: nameOf(named) },
			day: sayDay(localDay, dayOf(now, zone)),
			promised: teams.reduce((sum, team) => sum + team.promised, 0),
			teams: teams.length,
			closed: status === 'closed',
			state: stateTag(status)
		});
	}
	return lines;
}
