import type { Scope } from '#lib/db/client.server.ts';
import { placesOfRequests } from '#lib/requests/queries.server.ts';
import { day, dayOf, instantAt, monthStart, weekStart, type Weekday } from '#lib/shared/time.ts';
import type { HeldSkill, SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { loadsOf, type Load } from '#lib/tasks/queries.server.ts';
import {
	everyonesAbsences,
	everyonesHours,
	everyonesSkills,
	volunteerRows,
	type SkillRow,
	type VolunteerRow
} from '#lib/volunteers/queries.server.ts';
import type { HealthLimit } from '#lib/volunteers/volunteers.ts';
import type { Point } from './distance.ts';
import type { Known } from './everyone.ts';
import type { Planned } from './planning/planning.ts';

/** Whom somebody has helped depends on who asks; it is added then. */
const nobody: Planned['histories'] = new Map();

/**
 * What matching looks at of all who handed in a card, read from the database. The same all day long, as long as nothing is
 * written.
 * @param ids these people alone
 */
export async function peopleFacts(
	scope: Scope,
	now: Date,
	zone: string,
	ids?: readonly string[]
): Promise<Known[]> {
	// asked all at once: none needs the answer to another
	const [rows, held, hours, absences, loads] = await Promise.all([
		volunteerRows(scope, [], ids),
		everyonesSkills(scope, ids),
		everyonesHours(scope, ids),
		everyonesAbsences(scope, dayOf(now, zone), ids),
		loadsOf(scope, sinceOf(now, zone), ids)
	]);
	const skills = Map.groupBy(held, (one) => one.personId);
	const away = Map.groupBy(absences, (one) => one.personId);
	const promised = [...loads.values()].flatMap(({ busy }) => busy.map(({ subjectId }) => subjectId));
	const places = await placesOfRequests(scope, promised);
	return rows.map((row) => {
		const id = row.card.personId;
		const facts = {
			...standingFacts(row),
			skills: (skills.get(id) ?? []).map(skillFacts),
			availability: (hours.get(id) ?? []).map(([weekday, from, to]) => ({
				weekday: weekday as Weekday,
				from,
				to
			})),
			absences: (away.get(id) ?? []).map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })),
			histories: nobody,
			...loadFacts(loads.get(id), places)
		};
		return { facts, row };
	});
}

function skillFacts({ skill, level, confirmedAt, confirmedBy, expiresOn }: SkillRow): HeldSkill {
	return { skill: skill as SkillKey, level: level as SkillLevel, confirmedAt, confirmedBy, expiresOn };
}

/** From when on tasks count: this month's, this week's, those dropped within a year. */
function sinceOf(now: Date, zone: string) {
	const today = instantAt(dayOf(now, zone), '00:00', zone);
	return {
		month: monthStart(now, zone),
		week: weekStart(now, zone),
		year: new Date(today.getTime() - 365 * day)
	};
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
