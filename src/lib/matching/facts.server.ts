import type { Scope } from '#lib/db/client.server.ts';
import { historiesWith, type History } from '#lib/records/queries.server.ts';
import { placesOfRequests, type RequestRow } from '#lib/requests/queries.server.ts';
import { day, dayOf, monthStart, weekStart } from '#lib/shared/time.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { loadsOf, type Load } from '#lib/tasks/queries.server.ts';
import {
	everyonesAbsences,
	everyonesHours,
	holdersOf,
	volunteerRows,
	type VolunteerRow
} from '#lib/volunteers/queries.server.ts';
import type { HealthLimit } from '#lib/volunteers/volunteers.ts';
import type { Point } from './distance.ts';
import type { GateCode, RequestFacts, VolunteerFacts } from './matching.ts';
import { nearFacts, volunteerRow } from './near-facts.ts';
import { volunteersNear } from './near-queries.server.ts';
import { occasionOf } from './occasion.ts';
import type { Planned } from './planning/planning.ts';
import { seenFrom, stranger, weekOf } from './planning/seen-from.ts';
import { requestFactsOf } from './request-facts.server.ts';

/** Rows behind volunteers, for names and places on the screen. */
export type VolunteerRows = Map<string, VolunteerRow>;

/** What the rules look at, read from the database: a request and the volunteers as seen from it. */
export interface Facts {
	request: RequestFacts;
	volunteers: VolunteerFacts[];
	rows: VolunteerRows;
}

/** The same for many requests, whichever of them looks at a volunteer. */
export interface PlanFacts {
	requests: RequestFacts[];
	volunteers: Planned[];
	rows: VolunteerRows;
}

/** Facts of one request and of all who handed in a card. */
export async function factsFor(scope: Scope, row: RequestRow, now: Date, zone: string): Promise<Facts> {
	const { requests, volunteers, rows } = await planFactsFor(scope, [row], now, zone);
	const request = requests[0]!;
	const week = weekOf((request.windows[0]?.start ?? now).getTime(), zone);
	return { request, volunteers: volunteers.map((one) => seenFrom(request, one, week)), rows };
}

/** Facts of requests, in their order, and of all who handed in a card. */
export async function planFactsFor(
	scope: Scope,
	asked: readonly RequestRow[],
	now: Date,
	zone: string
): Promise<PlanFacts> {
	const requests = await requestFactsOf(scope, asked);
	const since = sinceOf(now, zone);
	// asked all at once: none needs the answer to another
	const [rows, histories, held, hours, absences, loads] = await Promise.all([
		volunteerRows(scope),
		historiesWith(scope, [...new Set(requests.map(({ forPersonId }) => forPersonId))]),
		// no rule looks at any other skill
		holdersOf(scope, [...new Set(requests.map(({ skill }) => skill))]),
		everyonesHours(scope),
		everyonesAbsences(scope, dayOf(now, zone)),
		loadsOf(scope, since)
	]);
	const skills = Map.groupBy(held, (one) => one.personId);
	const away = Map.groupBy(absences, (one) => one.personId);
	const helpers = byHelper(histories);
	const promised = [...loads.values()].flatMap(({ busy }) => busy.map(({ subjectId }) => subjectId));
	const places = await placesOfRequests(scope, promised);
	const volunteers = rows.map((volunteer): Planned => {
		const id = volunteer.card.personId;
		return {
			...standingFacts(volunteer),
			skills: (skills.get(id) ?? []).map((one) => ({
				...one,
				skill: one.skill as SkillKey,
				level: one.level as 1 | 2 | 3
			})),
			availability: (hours.get(id) ?? []).map(([weekday, from, to]) => ({
				weekday: weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6,
				from,
				to
			})),
			absences: (away.get(id) ?? []).map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })),
			histories: helpers.get(id) ?? new Map<string, History>(),
			...loadFacts(loads.get(id), places)
		};
	});
	return { requests, volunteers, rows: new Map(rows.map((one) => [one.card.personId, one])) };
}

/**
 * Facts of one request and of those alone who can come to it as far as the database tells: card, skill and reach.
 * @param lifted gates that are looked past
 */
export async function nearFactsFor(
	scope: Scope,
	row: RequestRow,
	lifted: (request: RequestFacts) => readonly GateCode[],
	now: Date,
	zone: string
): Promise<Facts> {
	const [request] = await requestFactsOf(scope, [row]);
	const occasion = occasionOf(request!, { ...contextAt(now, zone), lifted: lifted(request!) });
	if (occasion.lifted.has('skill')) return factsFor(scope, row, now, zone);
	const { skill, place, forPersonId } = request!;
	const looksAtReach = occasion.inPerson && !occasion.lifted.has('reach');
	const near = { skill, firstDay: occasion.firstDay, from: looksAtReach ? place : null };
	const [rows, histories] = await Promise.all([
		volunteersNear(scope, near, sinceOf(now, zone), dayOf(now, zone)),
		historiesWith(scope, [forPersonId])
	]);
	const helpers = histories.get(forPersonId);
	const week = weekOf((request!.windows[0]?.start ?? now).getTime(), zone);
	return {
		request: request!,
		volunteers: rows.map((one) => ({
			...nearFacts(one, skill, week),
			history: helpers?.get(one.person_id) ?? stranger
		})),
		rows: new Map(rows.map((one) => [one.person_id, volunteerRow(one)]))
	};
}

function sinceOf(now: Date, zone: string) {
	return {
		month: monthStart(now, zone),
		week: weekStart(now, zone),
		year: new Date(now.getTime() - 365 * day)
	};
}

function byHelper(histories: ReadonlyMap<string, ReadonlyMap<string, History>>) {
	const helpers = new Map<string, Map<string, History>>();
	for (const [helped, mine] of histories) {
		for (const [helper, history] of mine) {
			const all = helpers.get(helper) ?? new Map<string, History>();
			helpers.set(helper, all.set(helped, history));
		}
	}
	return helpers;
}

function standingFacts({ card, gender, bornOn, householdId, east, north }: VolunteerRow) {
	return {
		personId: card.personId,
		householdId,
		place: east === null || north === null ? null : { east, north },
		reachMetres: card.reachMetres,
		cardStatus: card.status,
		cardExpiresOn: card.expiresOn,
		activeTasksMax: card.activeTasksMax,
		weeklyMinutesMax: card.weeklyMinutesMax,
		gender,
		bornOn,
		languages: card.languages,
		interests: card.hobbies,
		vettedUntil: card.vettedUntil,
		insuredUntil: card.insuredUntil,
		healthLimits: card.healthLimits as HealthLimit[],
		partyMember: card.partyMember
	};
}

function loadFacts(load: Load | undefined, places: Map<string, Point>) {
	return {
		busy: (load?.busy ?? []).map(({ span, subjectId }) => ({ span, place: places.get(subjectId) ?? null })),
		promised: load?.promised ?? [],
		activeTasks: load?.active ?? 0,
		tasksThisMonth: load?.thisMonth ?? 0,
		lateDropOuts: load?.lateDropOuts ?? 0,
		tasksEver: load?.ever ?? 0
	};
}

/** The context in which rules look at a request. */
export function contextAt(now: Date, zone: string) {
	return { now, zone, today: dayOf(now, zone) };
}
