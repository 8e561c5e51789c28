import { avoidedBy, personById, standingConsent, homeById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildingById } from '#lib/places/queries.server.ts';
import { historyWith } from '#lib/records/queries.server.ts';
import { placesOfRequests, windowsOf, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { day, dayOf, monthStart, weekStart, type Span } from '#lib/shared/time.ts';
import { needs, type NeedKey } from '#lib/skills/needs.ts';
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
import type { RequestFacts, VolunteerFacts } from './matching.ts';
import { declinersOf } from './queries.server.ts';

/** Heavy work is not for those whose health forbids it (志愿服务条例 15). */
const strains: Partial<Record<NeedKey, readonly HealthLimit[]>> = {
	carry_heavy_things: ['no_lifting'],
	clean_up_day: ['no_lifting'],
	housework: ['no_lifting']
};

/** What the rules look at, read from the database: a request and the volunteers as seen from it. */
export interface Facts {
	request: RequestFacts;
	volunteers: VolunteerFacts[];
	/** Rows behind the volunteers, for names and places on the screen. */
	rows: Map<string, VolunteerRow>;
}

/** Facts of one request and of all who handed in a card. */
export async function factsFor(scope: Scope, row: RequestRow, now: Date, zone: string): Promise<Facts> {
	const request = await requestFacts(scope, row);
	const week = weekOf(request, now, zone);
	const since = { month: monthStart(now, zone), week: week.start, year: new Date(now.getTime() - 365 * day) };
	// asked all at once: none needs the answer to another
	const [rows, history, held, hours, absences, loads] = await Promise.all([
		volunteerRows(scope),
		historyWith(scope, row.forPersonId),
		// no rule looks at any other skill
		holdersOf(scope, request.skill),
		everyonesHours(scope),
		everyonesAbsences(scope, dayOf(now, zone)),
		loadsOf(scope, since)
	]);
	const skills = Map.groupBy(held, (one) => one.personId);
	const away = Map.groupBy(absences, (one) => one.personId);
	const promised = [...loads.values()].flatMap(({ busy }) => busy.map(({ subjectId }) => subjectId));
	const places = await placesOfRequests(scope, promised);
	const volunteers = rows.map((volunteer): VolunteerFacts => {
		const id = volunteer.card.personId;
		return {
			...standingFacts(volunteer),
			skills: (skills.get(id) ?? []).map((held) => ({
				...held,
				skill: held.skill as SkillKey,
				level: held.level as 1 | 2 | 3
			})),
			availability: (hours.get(id) ?? []).map(([weekday, from, to]) => ({
				weekday: weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6,
				from,
				to
			})),
			absences: (away.get(id) ?? []).map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })),
			history: history.get(id) ?? { helps: 0, good: 0, last: false },
			...loadFacts(loads.get(id), week, places)
		};
	});
	return { request, volunteers, rows: new Map(rows.map((one) => [one.card.personId, one])) };
}

async function requestFacts(scope: Scope, row: RequestRow): Promise<RequestFacts> {
	const person = await personById(scope, row.forPersonId);
	if (!person) throw new AppError('not_found');
	const need = needs[row.need as NeedKey];
	const building = row.buildingId ? await buildingById(scope, row.buildingId) : undefined;
	const home = person.householdId ? await homeById(scope, person.householdId) : undefined;
	const unit = person.kind === 'unit';
	return {
		id: row.id,
		forPersonId: row.forPersonId,
		householdId: person.householdId,
		skill: need.skill,
		level: need.level,
		mustBeConfirmed: need.confirmed,
		presence: row.presence,
		vulnerable: need.vulnerable || person.vulnerable,
		risk: need.risk,
		strains: strains[row.need as NeedKey] ?? [],
		minutes: row.minutes,
		place: building ?? (row.presence === 'outside' ? (home ?? null) : null),
		windows: (await windowsOf(scope, [row.id])).get(row.id) ?? [],
		peopleNeeded: row.peopleNeeded,
		urgency: row.urgency,
		musts: {
			gender: row.genderIsMust ? row.wishGender : null,
			languages: row.languageIsMust && row.wishLanguage ? [row.wishLanguage] : []
		},
		wishes: {
			gender: row.genderIsMust ? null : row.wishGender,
			languages: !row.languageIsMust && row.wishLanguage ? [row.wishLanguage] : [],
			interests: []
		},
		// A unit gives no personal data of its own; people are asked (PIPL).
		consented: unit || (await standingConsent(scope, person.id, 'matching')) !== undefined,
		helped: { bornOn: person.bornOn, gender: person.gender },
		excludedPeople: await avoidedBy(scope, person.id),
		declinedBy: (await declinersOf(scope, [row.id])).get(row.id) ?? [],
		deadline: row.deadline
	};
}

/** The week for which help is looked for: that of its first window. */
function weekOf(request: RequestFacts, now: Date, zone: string): Span {
	const start = weekStart(request.windows[0]?.start ?? now, zone);
	return { start, end: new Date(start.getTime() + 7 * day) };
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

function loadFacts(load: Load | undefined, week: Span, places: Map<string, Point>) {
	const minutes = (load?.promised ?? [])
		.filter(({ start }) => week.start <= start && start < week.end)
		.reduce((sum, { start, end }) => sum + (end.getTime() - start.getTime()) / 60_000, 0);
	return {
		busy: (load?.busy ?? []).map(({ span, subjectId }) => ({ span, place: places.get(subjectId) ?? null })),
		activeTasks: load?.active ?? 0,
		minutesThisWeek: Math.round(minutes),
		tasksThisMonth: load?.thisMonth ?? 0,
		lateDropOuts: load?.lateDropOuts ?? 0,
		tasksEver: load?.ever ?? 0
	};
}

/** The context in which rules look at a request. */
export function contextAt(now: Date, zone: string) {
	return { now, zone, today: dayOf(now, zone) };
}
