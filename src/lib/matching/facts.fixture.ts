import { dayOf, instantAt, type Weekday } from '#lib/shared/time.ts';
import type { HeldSkill, SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { Context, GateCode, RequestFacts, VolunteerFacts } from './matching.ts';

export const zone = 'Asia/Shanghai';

/** An instant by its local day and time. */
export function at(day: string, clock: string): Date {
	return instantAt(day, clock, zone);
}

/** Tuesday, ten past eight in the morning. */
export const now = at('2026-03-10', '08:10');

export function contextAt(instant: Date = now, lifted: GateCode[] = []): Context {
	return { now: instant, zone, today: dayOf(instant, zone), lifted };
}

/** A tap to be mended at home on Tuesday between three and five. */
export function requestWith(facts: Partial<RequestFacts> = {}): RequestFacts {
	return {
		id: 'request',
		forPersonId: 'resident',
		householdId: 'home-of-resident',
		skill: 'plumbing',
		level: 2,
		mustBeConfirmed: true,
		presence: 'home',
		vulnerable: false,
		risk: 'none',
		strains: [],
		minutes: 40,
		place: { east: 0, north: 0 },
		windows: [{ start: at('2026-03-10', '15:00'), end: at('2026-03-10', '17:00') }],
		peopleNeeded: 1,
		urgency: 'today',
		musts: { gender: null, languages: [] },
		wishes: { gender: null, languages: [], interests: [] },
		consented: true,
		helped: { bornOn: '1948-02-01', gender: 'female' },
		excludedPeople: [],
		declinedBy: [],
		deadline: at('2026-03-10', '17:00'),
		...facts
	};
}

export function held(skill: SkillKey, level: SkillLevel, facts: Partial<HeldSkill> = {}): HeldSkill {
	return {
		skill,
		level,
		confirmedAt: at('2025-05-06', '10:00'),
		confirmedBy: 'staff',
		expiresOn: null,
		...facts
	};
}

export function saidOnly(skill: SkillKey, level: SkillLevel): HeldSkill {
	return held(skill, level, { confirmedAt: null, confirmedBy: null });
}

const everyDay: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** Somebody who passes every gate of `requestWith()`: free all day, 300 m away, one task this month. */
export function volunteerWith(facts: Partial<VolunteerFacts> = {}): VolunteerFacts {
	return {
		personId: 'volunteer',
		householdId: 'home-of-volunteer',
		place: { east: 300, north: 0 },
		reachMetres: 1_500,
		cardStatus: 'approved',
		cardExpiresOn: null,
		skills: [held('plumbing', 2)],
		availability: everyDay.map((weekday) => ({ weekday, from: 0, to: 1440 })),
		absences: [],
		busy: [],
		activeTasks: 0,
		activeTasksMax: 3,
		minutesThisWeek: 0,
		weeklyMinutesMax: 240,
		gender: 'male',
		bornOn: '1985-06-01',
		languages: ['mandarin'],
		interests: [],
		vettedUntil: '2027-01-01',
		insuredUntil: '2027-01-01',
		healthLimits: [],
		history: { helps: 0, good: 0, last: false },
		tasksThisMonth: 1,
		lateDropOuts: 0,
		tasksEver: 12,
		partyMember: false,
		...facts
	};
}
