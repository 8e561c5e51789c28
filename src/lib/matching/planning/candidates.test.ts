import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, minute } from '#lib/shared/time.ts';
import { at, contextAt, held, now, zone } from '../facts.fixture.ts';
import { firstFree, never } from '../freetime.ts';
import { recheck, standingGates } from '../gates.ts';
import type { RequestFacts } from '../matching.ts';
import { occasionOf } from '../occasion.ts';
import { costOf } from '../score.ts';
import { defaultWeights } from '../weights.ts';
import { candidatesFor, type Row } from './candidates.ts';
import type { Planned } from './planning.ts';
import { seenFrom, weekOf } from './seen-from.ts';
import { town } from './town.fixture.ts';

const context = contextAt();
const { today } = context;

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

const manifoldTown = fc
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

/** Everybody asked by the plain rules whether he may come at the time of the row, and what that costs. */
function plainly({ request, context: own, agreed }: Row, volunteers: readonly Planned[]): [number, number][] {
	const { start, end } = agreed!;
	const then = { ...request, windows: [{ start: new Date(start), end: new Date(end) }] };
	return volunteers.flatMap((volunteer, place): [number, number][] => {
		const view = seenFrom(request, volunteer, weekOf(start, zone));
		if (recheck(then, view, own).stops.length > 0) return [];
		return [[place, costOf(occasionOf(then, own), view, defaultWeights)]];
	});
}

test('the candidates of a plan are exactly those whom the gates let through one by one, at the same costs', () => {
	fc.assert(
		fc.property(manifoldTown, ({ requests, volunteers }) => {
			for (const row of candidatesFor(requests, volunteers, defaultWeights, context)) {
				const pairs = Array.from(row.who, (place, index) => [place, row.costs[index]]);
				if (row.agreed) expect(pairs).toEqual(plainly(row, volunteers));
				else expect(volunteers.filter((one) => mightCome(row, one))).toEqual([]);
			}
		}),
		{ numRuns: 600 }
	);
});

test('of the times that suit somebody first, the one is agreed at which most may come, and the earliest of these', () => {
	fc.assert(
		fc.property(manifoldTown, ({ requests, volunteers }) => {
			for (const row of candidatesFor(requests, volunteers, defaultWeights, context)) {
				if (!row.agreed) continue;
				const open = occasionOf(row.request, row.context);
				const firsts = volunteers
					.filter((one) => mightCome(row, one))
					.map((one) => firstFree(open, viewOf(row, one)));
				const starts = [...new Set(firsts)].filter((start) => start !== never);
				if (starts.length > 6) continue;
				const counts = starts.map((start) => {
					const agreed = { ...row.agreed!, start, end: start + open.length };
					return { start, many: plainly({ ...row, agreed }, volunteers).length };
				});
				const best = counts.sort((a, b) => b.many - a.many || a.start - b.start)[0]!;
				expect(row.agreed.start).toBe(best.start);
			}
		}),
		{ numRuns: 300 }
	);
});

function viewOf({ request, context: own }: Row, volunteer: Planned) {
	const open = occasionOf(request, own);
	return seenFrom(request, volunteer, weekOf(open.openings[0]?.start ?? open.now, zone));
}

/** Whether he passes all gates at some time, whatever else he does in that week. */
function mightCome(row: Row, volunteer: Planned): boolean {
	const open = occasionOf(row.request, row.context);
	const gates = standingGates(open).filter(({ code }) => code !== 'weekly_minutes');
	return gates.every((gate) => gate.passes(open, viewOf(row, volunteer)));
}
