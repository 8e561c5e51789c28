import type { Weekday } from '#lib/shared/time.ts';
import type { SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { VolunteerRow } from '#lib/volunteers/queries.server.ts';
import type { HealthLimit } from '#lib/volunteers/volunteers.ts';
import type { VolunteerFacts } from './matching.ts';
import type { NearRow } from './near-queries.server.ts';
import { minutesIn } from './planning/seen-from.ts';

/** A row as the rules look at it, save what has been before between the two. @param week its beginning, milliseconds */
export function nearFacts(row: NearRow, skill: SkillKey, week: number): Omit<VolunteerFacts, 'history'> {
	const spans = (row.spans ?? []).map(([start, end, takesTime, east, north]) => ({
		span: { start: new Date(start), end: new Date(end) },
		place: east === null || north === null ? null : { east, north },
		takesTime
	}));
	const promised = spans.map(({ span }) => span);
	return {
		personId: row.person_id,
		householdId: row.household_id,
		place: row.east === null || row.north === null ? null : { east: row.east, north: row.north },
		reachMetres: row.reach_metres,
		cardStatus: 'approved',
		cardExpiresOn: row.expires_on,
		skills: [
			{
				skill,
				level: row.level as SkillLevel,
				confirmedAt: row.confirmed_at,
				confirmedBy: row.confirmed_by,
				expiresOn: row.skill_until
			}
		],
		availability: (row.hours ?? []).map(([weekday, from, to]) => ({ weekday: weekday as Weekday, from, to })),
		absences: (row.away ?? []).map(([from, to]) => ({ from, to })),
		busy: spans.filter(({ takesTime }) => takesTime).map(({ span, place }) => ({ span, place })),
		activeTasks: row.active ?? 0,
		activeTasksMax: row.active_tasks_max,
		minutesThisWeek: minutesIn({ promised }, week),
		weeklyMinutesMax: row.weekly_minutes_max,
		gender: row.gender,
		bornOn: row.born_on,
		languages: row.languages,
		interests: row.hobbies,
		vettedUntil: row.vetted_until,
		insuredUntil: row.insured_until,
		healthLimits: row.health_limits as HealthLimit[],
		tasksThisMonth: row.this_month ?? 0,
		lateDropOuts: row.late_drop_outs ?? 0,
		tasksEver: row.ever ?? 0,
		partyMember: row.party_member
	};
}

/** The same row for names and places on the screen. */
export function volunteerRow(row: NearRow): VolunteerRow {
	return {
		card: {
			personId: row.person_id,
			status: 'approved',
			partyMember: row.party_member,
			vettedUntil: row.vetted_until,
			insuredUntil: row.insured_until,
			hobbies: row.hobbies,
			languages: row.languages,
			healthLimits: row.health_limits,
			reachMetres: row.reach_metres,
			activeTasksMax: row.active_tasks_max,
			weeklyMinutesMax: row.weekly_minutes_max,
			expiresOn: row.expires_on
		},
		name: row.name,
		gender: row.gender,
		bornOn: row.born_on,
		householdId: row.household_id,
		east: row.east,
		north: row.north
	};
}
