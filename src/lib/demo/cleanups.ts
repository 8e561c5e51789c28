import { presentMinutes } from '#lib/cleanups/presence.ts';
import type { Params } from '#lib/shared/errors.ts';
import { minute, weekdayOf } from '#lib/shared/time.ts';
import { minutesOf } from './calendar.ts';
import { areaPlans, cleanupPlans, cleanupRisk, type AreaPlan, type TeamPlan } from './cleanup-plans.ts';
import { castMember, happened, randomOf, type Draft } from './draft.ts';
import { drawTogether } from './drawing.ts';
import { idsFrom, type Random } from './random.ts';
import type { CleanupAreaRow, CleanupRow, CleanupSignUpRow, PersonRow } from './rows.ts';

/** Ids of their own for what is logged, so that those of everything else stay as they are. */
const ownSeed = 20_270_201;

/** A day in the making. */
interface Making {
	draft: Draft;
	random: Random;
	day: CleanupRow;
	/** It is over, and was closed. */
	past: boolean;
	/** Those who come by themselves, not yet in an area. */
	comers: PersonRow[];
}

const [from, to] = [minutesOf('08:30'), minutesOf('11:00')];

/** The days on which the community cleans up: one that is over and has its report, and one on the coming Saturday. */
export function cleanTogether(draft: Draft): void {
	const random = randomOf(draft, 'cleanups');
	const saturday = ((6 - weekdayOf(draft.calendar.anchor) + 6) % 7) + 1;
	hold(draft, random, saturday - 21, true);
	hold(draft, random, saturday, false);
}

function hold(draft: Draft, random: Random, offset: number, past: boolean): void {
	const { rows, calendar, staff, id } = draft;
	const announcedAt = calendar.at(Math.min(offset - 12, -2), 9 * 60);
	const day: CleanupRow = {
		...cleanupPlans[past ? 'past' : 'next'],
		id: id('cleanup'),
		theme: 'cleanliness',
		...cleanupRisk,
		localDay: calendar.day(offset),
		during: calendar.span(offset, from, to),
		status: past ? 'closed' : 'announced',
		createdBy: staff[1]!.id,
		createdAt: calendar.at(Math.min(offset - 15, -4), 15 * 60),
		announcedAt,
		closedAt: past ? calendar.at(offset, to + 25) : null,
		version: past ? 3 : 2
	};
	rows.cleanups.push(day);
	const making = { draft, random, day, past, comers: random.shuffled(neighbours(draft)) };
	areaPlans.forEach((plan, at) => divide(making, plan, at));
	logDay({ ...draft, id: idsFrom(draft.seed + ownSeed + offset) }, day);
}

/** What staff did on the day and before it, as its timeline tells it. */
function logDay(draft: Draft, day: CleanupRow): void {
	const { rows } = draft;
	const by = day.createdBy;
	const log = (kind: string, at: Date, params: Params = {}, actorId: string | null = by) =>
		happened(draft, { kind: 'cleanup', id: day.id }, kind, actorId, at, params);
	const after = (count: number) => new Date(+day.createdAt + count * minute);
	log('planned', day.createdAt);
	const areas = rows.cleanupAreas.filter(({ cleanupId }) => cleanupId === day.id);
	areas.forEach(({ name }, at) => log('area_added', after(6 * at + 4), { area: name }));
	const teams = rows.cleanupTeams.filter(({ cleanupId }) => cleanupId === day.id);
	const drawn = 6 * areas.length + 10;
	teams.forEach(({ id, promised }, at) =>
		log('team_assigned', after(drawn + 3 * at), { teamId: id, promised })
	);
	log('announced', day.announcedAt!);
	if (!day.closedAt) return;
	log('begun', day.during.start, {}, null);
	for (const { id, counted, countedMinutes } of teams.filter((team) => team.counted !== null)) {
		log('counted', day.during.end, { teamId: id, counted: counted!, minutes: countedMinutes! });
	}
	const signUps = new Set(rows.cleanupSignUps.filter((one) => one.cleanupId === day.id).map(({ id }) => id));
	log('closed', day.closedAt, { records: rows.serviceRecords.filter(({ id }) => signUps.has(id)).length });
}

/** Grown residents who are no volunteers: their hours are new. */
function neighbours({ rows, cast, calendar }: Draft): PersonRow[] {
	const known = new Set([
		...rows.cards.map(({ personId }) => personId),
		...[...cast.values()].map(({ id }) => id)
	]);
	const [oldest, youngest] = [calendar.bornOn(75, 0), calendar.bornOn(18, 0)];
	return rows.people.filter(
		({ id, kind, verifiedAt, bornOn }) =>
			kind === 'resident' && verifiedAt && bornOn && bornOn > oldest && bornOn < youngest && !known.has(id)
	);
}

/** An area is a compound; one building of the last is left out. */
function divide(making: Making, plan: AreaPlan, at: number): void {
	const { draft, day } = making;
	const { rows, id } = draft;
	const compound = rows.compounds[at];
	if (!compound) return;
	const buildings = rows.buildings.filter(({ compoundId }) => compoundId === compound.id);
	if (at === areaPlans.length - 1) buildings.pop();
	const { needed, signed, teams, ...said } = plan;
	const taken = making.past ? signed : Math.ceil(signed / 2);
	const leaderId = at === 3 ? castMember(draft, '张守田').id : null;
	const area: CleanupAreaRow = {
		...{ id: id('cleanup_area'), cleanupId: day.id, ...said, needed, taken, leaderId },
		places: at === 4 ? 12 : null
	};
	rows.cleanupAreas.push(area);
	for (const { id: buildingId } of buildings) {
		rows.cleanupBuildings.push({ cleanupId: day.id, areaId: area.id, buildingId });
	}
	for (const team of teams) send(making, area, team);
	for (const person of making.comers.splice(0, taken)) come(making, area, buildings[0]!.id, person);
	if (making.past && at < 3) picture(making, area);
}

function send({ draft, day, past }: Making, { id: areaId }: CleanupAreaRow, plan: TeamPlan): void {
	const { rows, id } = draft;
	const { promised, counted } = plan;
	rows.cleanupTeams.push({
		...{ id: id('cleanup_team'), cleanupId: day.id, areaId, promised },
		...('unit' in plan
			? { kind: 'unit', unitId: rows.partnerUnits.find(({ name }) => name === plan.unit)!.id, groupId: null }
			: { kind: 'group', unitId: null, groupId: rows.groups.find(({ name }) => name === plan.group)!.id }),
		...(past ? { counted, countedMinutes: to - from } : { counted: null, countedMinutes: null })
	});
}

/** Somebody is on the list; of the past day most came, and each has his record. */
function come(
	{ draft, random, day, past }: Making,
	area: CleanupAreaRow,
	buildingId: string,
	person: PersonRow
): void {
	const { rows, id, calendar, staff } = draft;
	const signedAt = new Date(day.announcedAt!.getTime() + random.int(30, past ? 12_000 : 900) * minute);
	const came = past && random.chance(0.92);
	const cameAt = came ? new Date(+day.during.start + random.int(-20, 15) * minute) : null;
	const leftAt = came && random.chance(0.2) ? new Date(+day.during.end - random.int(10, 50) * minute) : null;
	const row: CleanupSignUpRow = {
		...{ id: id('cleanup_sign_up'), cleanupId: day.id, areaId: area.id, teamId: null },
		...{ personId: person.id, signedBy: person.id, createdAt: signedAt },
		...{ endedAt: null, cameAt, leftAt, seenBy: came ? person.id : null }
	};
	rows.cleanupSignUps.push(row);
	const minutes = presentMinutes({ cameAt, leftAt }, day.during);
	const community = rows.people.find(({ kind, name }) => kind === 'unit' && name.endsWith('居委会'));
	if (minutes === 0 || !community) return;
	rows.serviceRecords.push({
		...{ id: row.id, personId: person.id, forPersonId: community.id, taskId: null },
		...{
			need: 'clean_up_day',
			buildingId,
			scale: 1,
			minutes,
			servedOn: day.localDay,
			rating: null,
			thanks: null
		},
		...{ confirmedBy: 'staff', confirmerId: staff[1]!.id, confirmedAt: day.closedAt ?? calendar.at(0, 0) }
	});
}

function picture({ draft, random, day }: Making, area: CleanupAreaRow): void {
	const { rows, id, staff } = draft;
	for (const [moment, addedAt, people] of [
		['before', day.during.start, 2],
		['after', day.during.end, 6]
	] as const) {
		const by = staff[1]!.id;
		const fileId = id('cleanup_picture');
		rows.pictures.push({ id: fileId, createdBy: by, createdAt: addedAt, svg: drawTogether(random, people) });
		const decided = { status: 'shown', addedBy: by, addedAt, decidedBy: by, decidedAt: addedAt } as const;
		rows.cleanupPictures.push({ fileId, areaId: area.id, moment, ...decided });
	}
}
