import type { Actor } from '#lib/accounts/people.ts';
import { isStaff } from '#lib/accounts/people.ts';
import { findPeople } from '#lib/accounts/find-people.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { clockOf } from '#lib/shared/time.ts';
import { sayMinutes, sayWhen, type Here } from '#lib/ui/dates.ts';
import { areaById } from './area-queries.server.ts';
import { headFor } from './board.server.ts';
import { codesOf } from './check-in.server.ts';
import { dayFacts } from './facts.server.ts';
import { presenceTag } from './presence-tag.ts';
import { countedHours, earliest, isOpenAt, lengthOf, presentMinutes } from './presence.ts';
import type { CleanupRow } from './queries.server.ts';
import { isOpen, leads } from './rights.server.ts';
import { inWords } from './words.ts';
import type { NamedSignUp } from './sign-up-queries.server.ts';

/** An area that the actor leads. @throws AppError `not_found` */
async function ledBy(scope: Scope, actor: Actor, { cleanupId, areaId }: AreaAddress, here: Here) {
	const { cleanup, head } = await headFor(scope, cleanupId, here);
	const area = await areaById(scope, areaId);
	const known = area?.cleanupId === cleanupId && cleanup.status !== 'draft';
	if (!known || !leads(actor, area)) throw new AppError('not_found');
	return { cleanup, head, area: inWords(area) };
}

/** The area of a day that an address names. */
export interface AreaAddress {
	cleanupId: string;
	areaId: string;
}

/**
 * The list of an area on the day: who is to come, who is there, which teams were counted.
 * @param find a name that staff look for, to put somebody on the list
 * @throws AppError `not_found` to who does not lead it
 */
export async function rollPage(scope: Scope, actor: Actor, at: AreaAddress, find: string, here: Here) {
	const { cleanup, head, area } = await ledBy(scope, actor, at, here);
	const facts = await dayFacts(scope, cleanup);
	const titles = new Map(facts.teams.map(({ id, title }) => [id, title]));
	const rows = facts.listed.filter(({ areaId }) => areaId === area.id);
	const known = new Set(facts.listed.map(({ personId }) => personId));
	const staff = isStaff(actor);
	const found = staff && find ? await findPeople(scope, find) : [];
	const open = isOpen(cleanup.status);
	return {
		head,
		area: { id: area.id, name: area.name, meetAt: area.meetAt, needed: area.needed },
		turnout: facts.areas.find(({ id }) => id === area.id)!.turnout,
		rows: rows.map((row) => ({
			...rollRow(row, cleanup, here),
			team: row.teamId && titles.get(row.teamId),
			minutes: row.cameAt && !open ? sayMinutes(presentMinutes(row, countedHours(cleanup))) : null
		})),
		teams: facts.teams
			.filter(({ areaId }) => areaId === area.id)
			.map(({ id, title, promised, counted, countedMinutes }) => ({
				...{ id, title, promised },
				counted: counted === null ? '' : String(counted),
				minutes: countedMinutes === null ? '' : String(countedMinutes)
			})),
		length: lengthOf(cleanup.during),
		open,
		closed: cleanup.status === 'closed',
		/** People may come in. */
		near: open && isOpenAt(here.now, cleanup.during),
		/** There is something to put right and to count. */
		begun: open && +here.now >= +cleanup.during.start - earliest,
		opens: sayWhen(new Date(+cleanup.during.start - earliest), here),
		staff,
		find,
		found: found.filter(({ id }) => !known.has(id))
	};
}

/** A line of the list. */
export type RollRow = Awaited<ReturnType<typeof rollPage>>['rows'][number];

function rollRow({ id, name, ...row }: NamedSignUp, cleanup: CleanupRow, here: Here) {
	const clock = (at: Date | null) => (at ? clockOf(at, here.zone) : '');
	const state = presenceTag(row, cleanup, here);
	return { id, name, came: clock(row.cameAt), left: clock(row.leftAt), state };
}

/**
 * The screen of an area's leader: the codes of the next minutes, and how many are there.
 * @throws AppError `not_found` to who does not lead it
 */
export async function codePage(scope: Scope, actor: Actor, at: AreaAddress, here: Here) {
	const { cleanup, head, area } = await ledBy(scope, actor, at, here);
	const open = isOpen(cleanup.status) && isOpenAt(here.now, cleanup.during);
	const { areas } = await dayFacts(scope, cleanup);
	return {
		name: area.name,
		day: head.name,
		opens: sayWhen(new Date(+cleanup.during.start - earliest), here),
		over: !isOpen(cleanup.status) || here.now >= cleanup.during.end,
		codes: open ? codesOf(area.id, here.now) : [],
		here: areas.find(({ id }) => id === area.id)!.turnout.here
	};
}
