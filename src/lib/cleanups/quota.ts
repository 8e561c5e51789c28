import type { Span } from '#lib/shared/time.ts';
import { presentMinutes, type Presence } from './presence.ts';

/** What of an area counts. */
export interface AreaFacts {
	id: string;
	needed: number;
	buildingIds: readonly string[];
}

/** What of a team counts: its quota, and how many of it came who are on no list. */
export interface TeamFacts {
	id: string;
	areaId: string;
	promised: number;
	counted: number | null;
	countedMinutes: number | null;
}

/** Somebody on the list. */
export interface ListedFacts extends Presence {
	areaId: string;
	teamId: string | null;
}

/** How many are meant to come, are there now, and have come. */
export interface Turnout {
	/** Quotas, or those on the list where they are more. */
	promised: number;
	here: number;
	came: number;
	/** Of all who came together. */
	minutes: number;
}

const none: Turnout = { promised: 0, here: 0, came: 0, minutes: 0 };

/** Turnouts added up. */
export function sumOf(some: readonly Turnout[]): Turnout {
	return some.reduce(
		(a, b) => ({
			promised: a.promised + b.promised,
			here: a.here + b.here,
			came: a.came + b.came,
			minutes: a.minutes + b.minutes
		}),
		none
	);
}

function turnoutOf(listed: readonly ListedFacts[], during: Span): Turnout {
	const came = listed.filter(({ cameAt }) => cameAt);
	return {
		promised: listed.length,
		here: came.filter(({ leftAt }) => !leftAt).length,
		came: came.length,
		minutes: came.reduce((sum, one) => sum + presentMinutes(one, during), 0)
	};
}

/** A team's turnout: those of it who are on the list, and those who were counted beside them. */
export function teamTurnout(team: TeamFacts, listed: readonly ListedFacts[], during: Span): Turnout {
	const own = turnoutOf(
		listed.filter(({ teamId }) => teamId === team.id),
		during
	);
	const counted = team.counted ?? 0;
	return {
		promised: Math.max(team.promised, own.promised),
		here: own.here + counted,
		came: own.came + counted,
		minutes: own.minutes + counted * (team.countedMinutes ?? 0)
	};
}

/** An area's turnout: its teams, and who came by himself. */
export function areaTurnout(
	areaId: string,
	teams: readonly TeamFacts[],
	listed: readonly ListedFacts[],
	during: Span
): Turnout {
	const alone = listed.filter((one) => one.areaId === areaId && one.teamId === null);
	const own = teams.filter((team) => team.areaId === areaId);
	return sumOf([turnoutOf(alone, during), ...own.map((team) => teamTurnout(team, listed, during))]);
}

/** How many are missing from a quota; nought where it is met. */
export const shortOf = (wanted: number, count: number): number => Math.max(0, wanted - count);

/** What nobody takes care of. */
export interface Uncovered {
	/** Buildings in no area. */
	buildings: string[];
	/** Areas to which nobody comes: no team, and nobody on the list. */
	areas: string[];
}

/** Buildings in no area, and areas to which nobody is to come. */
export function uncovered(
	buildingIds: readonly string[],
	areas: readonly AreaFacts[],
	teams: readonly Pick<TeamFacts, 'areaId'>[],
	listed: readonly Pick<ListedFacts, 'areaId'>[]
): Uncovered {
	const taken = new Set(areas.flatMap((area) => area.buildingIds));
	const manned = new Set([...teams, ...listed].map(({ areaId }) => areaId));
	return {
		buildings: buildingIds.filter((id) => !taken.has(id)),
		areas: areas.map(({ id }) => id).filter((id) => !manned.has(id))
	};
}
