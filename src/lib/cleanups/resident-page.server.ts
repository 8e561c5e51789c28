import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { nameOf, riskOf } from '#lib/activities/words.ts';
import { comersOf, type Comer } from '#lib/booking/choose-page.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { groupIdsOf } from '#lib/groups/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { sayMinutes, type Here } from '#lib/ui/dates.ts';
import type { ChoiceOption } from '#lib/ui/ui.ts';
import { headFor } from './board.server.ts';
import { dayFacts, type AreaOnDay, type DayFacts } from './facts.server.ts';
import { shownPictures } from './pictures-page.server.ts';
import { presenceTag } from './presence-tag.ts';
import { countedHours, isOpenAt, presentMinutes } from './presence.ts';
import type { CleanupRow } from './queries.server.ts';
import { resultWords } from './result-words.ts';
import { isOpen, leads } from './rights.server.ts';

/**
 * A day as residents see it: what and when, the areas, where one goes oneself, and what one can do now.
 * @throws AppError `not_found`, also for a day that is not announced
 */
export async function residentPage(scope: Scope, actor: Actor | null, id: string, here: Here) {
	const { cleanup, head } = await headFor(scope, id, here);
	if (cleanup.status === 'draft') throw new AppError('not_found');
	const facts = await dayFacts(scope, cleanup);
	const comers = actor ? await comersOf(scope, actor) : [];
	const home = actor && (await homeBuilding(scope, actor));
	const listed = new Set(facts.listed.map(({ personId }) => personId));
	const own = ownLines(facts, comers, cleanup, here);
	const may =
		actor && hasPictures(cleanup, here) ? facts.areas.filter((one) => mayShow(actor, one, facts)) : [];
	return {
		day: {
			...head,
			/** That it is announced goes without saying where it is read. */
			state: cleanup.status === 'announced' ? null : head.state,
			words: nameOf({ name: cleanup.words, nameEn: cleanup.wordsEn }),
			risk: riskOf(cleanup)
		},
		/** What became of it, once it is closed. */
		result: cleanup.status === 'closed' ? resultWords(facts.total) : null,
		areas: facts.areas.map((area) => areaCard(area, home, cleanup.status === 'closed')),
		own,
		known: comers.length > 0,
		/** Those who are on no list yet. */
		comers: comers.filter((one) => !listed.has(one.id)),
		open: isOpen(cleanup.status) && cleanup.during.end > here.now,
		targets: await targetsOf(scope, actor, facts, home, here),
		/** Areas that the reader leads, and those of which he may hand in pictures. */
		led: actor ? facts.areas.filter((area) => leads(actor, area)).map(({ id, name }) => ({ id, name })) : [],
		pictured: may.map(({ id, name }) => ({ value: id, label: name })),
		pictures: await shownPictures(scope, id),
		staff: actor !== null && isStaff(actor)
	};
}

async function homeBuilding(scope: Scope, { personId }: Actor): Promise<string | null> {
	const person = await personById(scope, personId);
	const home = person?.householdId ? await homeById(scope, person.householdId) : undefined;
	return home?.buildingId ?? null;
}

/** Nobody is asked for pictures days before there is something to see. */
function hasPictures({ localDay, status }: CleanupRow, { now, zone }: Here): boolean {
	return status !== 'cancelled' && localDay <= dayOf(now, zone);
}

function mayShow(actor: Actor, area: AreaOnDay, { listed }: DayFacts): boolean {
	return (
		leads(actor, area) ||
		listed.some(({ areaId, personId }) => areaId === area.id && personId === actor.personId)
	);
}

/** An area on the page of residents. */
export type AreaCardView = ReturnType<typeof areaCard>;

function areaCard(area: AreaOnDay, home: string | null, closed: boolean) {
	const { id, name, work, meetAt, needed, buildings, buildingIds, turnout, leader } = area;
	return {
		...{ id, name, work, meetAt, needed, buildings, leader },
		/** How many came, once it is over. */
		came: closed ? turnout.came : null,
		promised: turnout.promised,
		mine: home !== null && buildingIds.includes(home)
	};
}

/** What oneself and those for whom one acts have to do with the day. */
function ownLines(
	{ listed, areas, teams }: DayFacts,
	comers: readonly Comer[],
	cleanup: CleanupRow,
	here: Here
) {
	const open = isOpen(cleanup.status);
	return comers.flatMap((comer) => {
		const row = listed.find(({ personId }) => personId === comer.id);
		if (!row) return [];
		const area = areas.find(({ id }) => id === row.areaId)!;
		const minutes = cleanup.status === 'closed' ? presentMinutes(row, countedHours(cleanup)) : 0;
		return {
			...{ id: row.id, personId: comer.id, name: comer.name, areaId: area.id, area: area.name },
			meetAt: area.meetAt,
			work: area.work,
			team: teams.find(({ id }) => id === row.teamId)?.title ?? null,
			state: presenceTag(row, cleanup, here),
			minutes: minutes > 0 ? sayMinutes(minutes) : null,
			mayCheckIn: open && !row.cameAt && isOpenAt(here.now, cleanup.during),
			mayLeave: open && row.cameAt !== null && !row.leftAt && here.now < cleanup.during.end,
			mayWithdraw: open && !row.cameAt
		};
	});
}

/** Somebody's sign-up on his page. */
export type OwnLine = ReturnType<typeof ownLines>[number];

/** Where one can sign up: with the teams of one's groups first, then by oneself, then with the other teams. */
async function targetsOf(
	scope: Scope,
	actor: Actor | null,
	{ areas, teams }: DayFacts,
	home: string | null,
	{ now, zone }: Here
): Promise<ChoiceOption[]> {
	const groups = actor ? await groupIdsOf(scope, actor.personId, dayOf(now, zone)) : new Set<string>();
	const option = (area: AreaOnDay, team?: DayFacts['teams'][number]): ChoiceOption => ({
		value: team ? `${area.id}:${team.id}` : area.id,
		label: team ? m.cleanups_target_team({ team: team.title, area: area.name }) : area.name,
		hint: [
			m.cleanups_needs({ needed: area.needed, promised: area.turnout.promised }),
			home && area.buildingIds.includes(home) ? m.cleanups_your_area() : null
		]
			.filter(Boolean)
			.join(' · '),
		reason: area.places !== null && area.taken >= area.places ? m.cleanups_full() : undefined
	});
	const areaOf = (id: string) => areas.find((area) => area.id === id)!;
	const withTeams = (some: DayFacts['teams']) => some.map((team) => option(areaOf(team.areaId), team));
	return [
		...withTeams(teams.filter(({ groupId }) => groupId && groups.has(groupId))),
		...areas.map((area) => option(area)),
		...withTeams(teams.filter(({ groupId }) => !groupId))
	];
}
