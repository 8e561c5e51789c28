import fc from 'fast-check';
import { minute, type Weekday } from '#lib/shared/time.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { at, held, now, requestWith, volunteerWith } from '../facts.fixture.ts';
import type { RequestFacts } from '../matching.ts';
import type { Planned } from './planning.ts';

/** A volunteer of a plan who passes every gate of `requestWith()`. */
export function plannedWith(facts: Partial<Planned> = {}): Planned {
	const { history: _, minutesThisWeek: __, ...standing } = volunteerWith();
	return { ...standing, histories: new Map(), promised: [], ...facts };
}

const skills: SkillKey[] = ['plumbing', 'electrics'];
const days = ['2026-03-10', '2026-03-11', '2026-03-12'];
const point = fc.record({
	east: fc.integer({ min: 0, max: 1500 }),
	north: fc.integer({ min: 0, max: 1500 })
});

const request = fc.record({
	skill: fc.constantFrom(...skills),
	place: point,
	day: fc.constantFrom(...days),
	hour: fc.integer({ min: 9, max: 18 }),
	hours: fc.integer({ min: 1, max: 4 }),
	minutes: fc.constantFrom(30, 60, 90),
	peopleNeeded: fc.constantFrom(1, 1, 1, 2),
	presence: fc.constantFrom('home' as const, 'home' as const, 'telephone' as const)
});

const volunteer = fc.record({
	skills: fc.uniqueArray(fc.constantFrom(...skills), { minLength: 1 }),
	place: point,
	from: fc.constantFrom(0, 480, 840),
	to: fc.constantFrom(1080, 1260, 1440),
	activeTasksMax: fc.integer({ min: 1, max: 4 }),
	weeklyMinutesMax: fc.constantFrom(60, 120, 240),
	tasksThisMonth: fc.integer({ min: 0, max: 4 }),
	promised: fc.constantFrom(0, 30)
});

const everyDay: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

/** A small town with more to do than hands, so that its plans clash. */
export const town = fc.record({
	requests: fc.array(request, { minLength: 1, maxLength: 12 }).map((all): RequestFacts[] =>
		all.map(({ day, hour, hours, ...facts }, index) => {
			const start = at(day, `${String(hour).padStart(2, '0')}:00`);
			const end = new Date(start.getTime() + Math.max(hours * 60, facts.minutes) * minute);
			return requestWith({
				...facts,
				id: `request ${index}`,
				forPersonId: `resident ${index}`,
				householdId: null,
				windows: [{ start, end }],
				deadline: null
			});
		})
	),
	volunteers: fc.array(volunteer, { minLength: 1, maxLength: 8 }).map((all): Planned[] =>
		all.map(({ skills: can, from, to, promised, ...facts }, index) =>
			plannedWith({
				...facts,
				personId: `volunteer ${index}`,
				householdId: null,
				skills: can.map((skill) => held(skill, 2)),
				availability: everyDay.map((weekday) => ({ weekday, from, to })),
				promised: promised > 0 ? [{ start: now, end: new Date(now.getTime() + promised * minute) }] : []
			})
		)
	)
});
