import { nameOf } from '#lib/activities/words.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { themeName } from '#lib/groups/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { sayMinutes, saySpan, type Here } from '#lib/ui/dates.ts';
import { missingFrom } from './announce.server.ts';
import { unconfirmed } from './confirm-left.server.ts';
import { dayFacts, type AreaOnDay, type DayFacts } from './facts.server.ts';
import { endedEarly } from './presence.ts';
import { cleanupById, type CleanupRow } from './queries.server.ts';
import { shortOf, uncovered } from './quota.ts';
import { byNumber, missingWords, stateTag } from './words.ts';

/** What stands above every page of a day at the desk. */
export type CleanupHead = ReturnType<typeof headOf>;

export function headOf(cleanup: CleanupRow, here: Here) {
	const { id, status, version, theme, reason, during } = cleanup;
	return {
		...{ id, status, version, reason },
		name: nameOf(cleanup),
		when: saySpan(during, here),
		theme: themeName(theme),
		state: stateTag(status),
		begun: during.start <= here.now,
		endedEarly: endedEarly(cleanup),
		/** Its hours are not over, whatever was pressed. */
		lasts: here.now < during.end
	};
}

/** A day with what stands above its pages. @throws AppError `not_found` */
export async function headFor(scope: Scope, id: string, here: Here) {
	const cleanup = await cleanupById(scope, id);
	if (!cleanup) throw new AppError('not_found');
	return { cleanup, head: headOf(cleanup, here) };
}

/**
 * The board of a day: each area with how many are promised, are there and are needed; what is missing, and what nobody takes
 * care of.
 * @throws AppError `not_found`
 */
export async function boardPage(scope: Scope, id: string, here: Here) {
	const { cleanup, head } = await headFor(scope, id, here);
	const facts = await dayFacts(scope, cleanup);
	const missing = cleanup.status === 'draft' ? await missingFrom(scope, cleanup, here) : [];
	return {
		head,
		areas: facts.areas.map((area) => areaLine(area, facts)),
		figures: { ...facts.total, needed: facts.needed },
		missing: missing.map((one) => missingWords(one, facts.areas)),
		left: await leftOver(scope, facts),
		unconfirmed: await unconfirmedLines(scope, cleanup)
	};
}

/** Whose hours wait for a colleague, and how long he was there. */
export async function unconfirmedLines(scope: Scope, cleanup: CleanupRow) {
	const left = await unconfirmed(scope, cleanup);
	return left.map(({ row: { id, personId, name }, minutes }) => {
		return { id, personId, words: m.cleanups_unconfirmed_one({ name, time: sayMinutes(minutes) }) };
	});
}

/** An area on the board. */
export type BoardArea = ReturnType<typeof areaLine>;

function areaLine(area: AreaOnDay, { teams }: DayFacts) {
	const { id, name, leader, buildings, needed, places, taken, turnout } = area;
	const own = teams.filter(({ areaId }) => areaId === id);
	return {
		...{ id, name, leader, buildings, needed, places, taken, ...turnout },
		short: shortOf(needed, turnout.promised),
		teams: own.map(({ id, title, promised, turnout: { came } }) => ({ id, title, promised, came }))
	};
}

/** By name what nobody takes care of: buildings in no area, areas to which nobody comes. */
export async function leftOver(scope: Scope, { areas, teams, listed }: DayFacts) {
	const all = await buildingsOf(scope);
	const left = uncovered(
		all.map(({ id }) => id),
		areas,
		teams,
		listed
	);
	const alone = new Set(left.buildings);
	return {
		buildings: all
			.filter(({ id }) => alone.has(id))
			.map((one) => nameOf(one))
			.toSorted(byNumber),
		areas: areas.filter(({ id }) => left.areas.includes(id)).map(({ name }) => name)
	};
}
