import { nameOf } from '#lib/activities/words.ts';
import { listGroups } from '#lib/groups/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingsOf, gridsOf } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, minuteOfDay, weekdayOf, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { ChoiceOption, Option } from '#lib/ui/ui.ts';
import { areaById, areasOf, buildingsIn, type AreaRow } from './area-queries.server.ts';
import { headFor } from './board.server.ts';
import type { CleanupRow } from './queries.server.ts';
import { standingUnits, teamsOf } from './team-queries.server.ts';
import { byNumber, clockAt, teamName } from './words.ts';

/** The fields of a new day: next Saturday morning. */
export function newDayValues(today: Day): Record<string, string> {
	const saturday = addDays(today, ((6 - weekdayOf(today) + 6) % 7) + 1);
	return { theme: 'cleanliness', day: saturday, from: '08:30', to: '11:00' };
}

/** The fields of a day as it stands. */
export function dayValues(row: CleanupRow, zone: string): Record<string, string> {
	const { theme, name, nameEn, words, wordsEn, risk, riskEn, localDay, during } = row;
	return {
		...{ theme, name, nameEn, words, wordsEn, risk: risk ?? '', riskEn, day: localDay },
		from: clockAt(minuteOfDay(during.start, zone)),
		to: clockAt(minuteOfDay(during.end, zone) || 24 * 60)
	};
}

/** The buildings of a grid, to be ticked; those of another area say so. */
export interface GridChoice {
	id: string;
	name: string;
	buildings: ChoiceOption[];
}

/** All buildings by grid, for an area of a day. @param areaId null: a new one */
export async function gridChoices(
	scope: Scope,
	cleanupId: string,
	areaId: string | null
): Promise<GridChoice[]> {
	const names = new Map((await areasOf(scope, cleanupId)).map((one) => [one.id, nameOf(one)]));
	const taken = new Map(
		(await buildingsIn(scope, cleanupId))
			.filter((one) => one.areaId !== areaId)
			.map((one) => [one.buildingId, names.get(one.areaId)!])
	);
	const byGrid = Map.groupBy(await buildingsOf(scope), ({ gridId }) => gridId);
	return (await gridsOf(scope)).map((grid) => ({
		id: grid.id,
		name: nameOf(grid),
		buildings: (byGrid.get(grid.id) ?? [])
			.map((one) => {
				const area = taken.get(one.id);
				return { value: one.id, label: nameOf(one), reason: area && m.cleanups_in_area({ area }) };
			})
			.toSorted((a, b) => byNumber(a.label, b.label))
	}));
}

/** The fields of an area as it stands. */
function areaValues(area: AreaRow, buildings: string[]) {
	const { name, nameEn, work, workEn, meetAt, meetAtEn, needed, places } = area;
	return {
		...{ name, nameEn, work, workEn, meetAt, meetAtEn },
		needed: String(needed),
		places: places === null ? '' : String(places),
		buildings
	};
}

/**
 * An area as staff change it: what it is, its buildings, its teams, and who could come.
 * @throws AppError `not_found`
 */
export async function areaPage(
	scope: Scope,
	{ cleanupId, areaId }: { cleanupId: string; areaId: string },
	here: Here
) {
	const { head } = await headFor(scope, cleanupId, here);
	const area = await areaById(scope, areaId);
	if (area?.cleanupId !== cleanupId) throw new AppError('not_found');
	const own = (await buildingsIn(scope, cleanupId)).filter((one) => one.areaId === areaId);
	const teams = (await teamsOf(scope, cleanupId)).filter((one) => one.areaId === areaId);
	const leader = (await areasOf(scope, cleanupId)).find(({ id }) => id === areaId)!.leader;
	return {
		head,
		area: { id: areaId, name: nameOf(area), leader },
		values: areaValues(
			area,
			own.map(({ buildingId }) => buildingId)
		),
		grids: await gridChoices(scope, cleanupId, areaId),
		teams: teams.map((team) => ({
			...{ id: team.id, kind: team.kind, promised: team.promised, lead: team.lead ?? '' },
			title: teamName(team)
		})),
		whos: await whoChoices(scope)
	};
}

/** Who may come as a team: the partner units, the groups, or others by a name of their own. */
async function whoChoices(scope: Scope): Promise<Option[]> {
	const units = await standingUnits(scope);
	const groups = await listGroups(scope, {});
	return [
		...units.map((one) => ({ value: `unit:${one.id}`, label: m.cleanups_who_unit({ name: nameOf(one) }) })),
		...groups.map((one) => ({
			value: `group:${one.id}`,
			label: m.cleanups_who_group({ name: nameOf(one) })
		})),
		{ value: 'free', label: m.cleanups_who_free() }
	];
}
