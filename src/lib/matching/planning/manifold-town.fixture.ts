import fc from 'fast-check';
import { addDays, minute } from '#lib/shared/time.ts';
import { at, contextAt, held, now } from '../facts.fixture.ts';
import type { RequestFacts } from '../matching.ts';
import type { Planned } from './planning.ts';
import { town } from './town.fixture.ts';

const { today } = contextAt();

/** Papers that run out in the middle of the plan, people who know each other, wants of all kinds. */
const wants = fc.record({
	gender: fc.constantFrom(null, null, 'female' as const, 'male' as const),
	must: fc.boolean(),
	language: fc.constantFrom([], [], ['wu']),
	vulnerable: fc.boolean(),
	risk: fc.constantFrom('none' as const, 'insured' as const),
	forPersonId: fc.constantFrom('resident a', 'resident b', 'volunteer 0'),
	householdId: fc.constantFrom(null, 'home 1', 'home 2'),
	excluded: fc.constantFrom([], ['volunteer 1']),
	declined: fc.constantFrom([], ['volunteer 2']),
	consented: fc.constantFrom(true, true, true, false),
	strains: fc.constantFrom([], ['no_lifting' as const]),
	deadline: fc.constantFrom(null, at('2026-03-10', '12:00')),
	nextDayToo: fc.boolean()
});

const lastDays = fc.constantFrom(null, ...[-1, 0, 1, 2, 3].map((days) => addDays(today, days)), '2027-01-01');
const papers = fc.record({
	cardStatus: fc.constantFrom('approved' as const, 'approved' as const, 'submitted' as const),
	cardExpiresOn: lastDays,
	vettedUntil: lastDays,
	insuredUntil: lastDays,
	skillUntil: lastDays,
	level: fc.constantFrom(1 as const, 2 as const, 3 as const),
	householdId: fc.constantFrom(null, 'home 1', 'home 2'),
	placed: fc.constantFrom(true, true, true, false),
	bornOn: fc.constantFrom('1985-06-01', '2010-06-01', null),
	gender: fc.constantFrom('female' as const, 'male' as const, null),
	languages: fc.constantFrom(['mandarin'], ['mandarin', 'wu']),
	healthLimits: fc.constantFrom([], ['no_lifting' as const]),
	helps: fc.integer({ min: 0, max: 2 }),
	busyFrom: fc.integer({ min: 0, max: 72 }),
	absent: fc.constantFrom([], [{ from: addDays(today, 1), to: addDays(today, 1) }])
});

/** A small town in which every gate stops somebody now and then. */
export const manifoldTown = fc
	.tuple(
		town,
		fc.array(wants, { minLength: 12, maxLength: 12 }),
		fc.array(papers, { minLength: 8, maxLength: 8 })
	)
	.map(([{ requests, volunteers }, allWants, allPapers]) => ({
		requests: requests.map((request, index) => wanting(request, allWants[index]!)),
		volunteers: volunteers.map((volunteer, index) => holding(volunteer, allPapers[index]!))
	}));

type Value<A> = A extends fc.Arbitrary<infer T> ? T : never;

function wanting(
	request: RequestFacts,
	{ gender, must, language, excluded, declined, nextDayToo, ...facts }: Value<typeof wants>
): RequestFacts {
	const later = request.windows.map(({ start, end }) => ({
		start: new Date(start.getTime() + 24 * 60 * minute),
		end: new Date(end.getTime() + 24 * 60 * minute)
	}));
	const wish = { gender, languages: language };
	const none = { gender: null, languages: [] };
	return {
		...request,
		...facts,
		windows: nextDayToo ? [...request.windows, ...later] : request.windows,
		musts: must ? wish : none,
		wishes: { ...(must ? none : wish), interests: [] },
		excludedPeople: excluded,
		declinedBy: declined
	};
}

function holding(
	volunteer: Planned,
	{ skillUntil, level, placed, helps, busyFrom, absent, ...facts }: Value<typeof papers>
): Planned {
	const start = new Date(now.getTime() + busyFrom * 60 * minute);
	const span = { start, end: new Date(start.getTime() + 90 * minute) };
	return {
		...volunteer,
		...facts,
		place: placed ? volunteer.place : null,
		skills: volunteer.skills.flatMap(({ skill }) => [
			held(skill, level, { expiresOn: skillUntil }),
			held(skill, 2)
		]),
		histories: new Map([['resident a', { helps, good: helps, last: true }]]),
		busy: [{ span, place: { east: 700, north: 700 } }],
		promised: [...volunteer.promised, span],
		absences: absent
	};
}
