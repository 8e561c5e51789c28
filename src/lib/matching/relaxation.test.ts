import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextAt, held, requestWith, saidOnly, volunteerWith } from './facts.fixture.ts';
import type { RequestFacts, VolunteerFacts } from './matching.ts';
import { relaxations } from './relaxation.ts';
import { shortlist } from './shortlist.ts';
import { defaultWeights } from './weights.ts';

function offered(volunteers: Partial<VolunteerFacts>[], request: Partial<RequestFacts> = {}) {
	const people = volunteers.map((facts, index) => volunteerWith({ personId: `p${index}`, ...facts }));
	return relaxations(requestWith(request), people, contextAt());
}

describe('when nobody is left', () => {
	test('each gate says how many it alone keeps away, most first', () => {
		const people = [
			{ skills: [saidOnly('plumbing', 2)] },
			{ reachMetres: 100 },
			{ reachMetres: 100 },
			{ reachMetres: 100, availability: [] },
			{ skills: [] }
		];
		expect(offered(people)).toEqual([
			{ gate: 'reach', relax: 'decide', count: 2 },
			{ gate: 'skill', relax: 'decide', count: 1 },
			{ gate: 'skill_confirmed', relax: 'decide', count: 1 }
		]);
	});

	test('a must of the person is to be asked about, a paper to be put in order', () => {
		const people = [
			{ gender: 'male' as const, insuredUntil: '2027-01-01' },
			{ gender: 'female' as const, insuredUntil: null }
		];
		expect(offered(people, { musts: { gender: 'female', languages: [] }, risk: 'insured' })).toEqual([
			{ gate: 'gender', relax: 'ask', count: 1 },
			{ gate: 'insured', relax: 'remedy', count: 1 }
		]);
	});

	test('consent, exclusion, household, age, health and a refusal are never offered', () => {
		expect(offered([{}], { consented: false })).toEqual([]);
		expect(offered([{}], { excludedPeople: ['p0'] })).toEqual([]);
		expect(offered([{}], { declinedBy: ['p0'] })).toEqual([]);
		expect(offered([{}], { forPersonId: 'p0' })).toEqual([]);
		expect(offered([{ householdId: 'home-of-resident' }])).toEqual([]);
		expect(offered([{ bornOn: '2012-01-01' }])).toEqual([]);
		expect(offered([{ healthLimits: ['no_lifting'] }], { strains: ['no_lifting'] })).toEqual([]);
	});

	test('somebody behind such a gate is not counted under another', () => {
		expect(offered([{ reachMetres: 100 }], { declinedBy: ['p0'] })).toEqual([]);
	});
});

test('the number is what the list grows by when staff lift that gate', () => {
	const person = fc.record({
		skills: fc.constantFrom(
			[],
			[held('plumbing', 1)],
			[held('plumbing', 2)],
			[saidOnly('plumbing', 1)],
			[saidOnly('plumbing', 2)]
		),
		reachMetres: fc.constantFrom(100, 1_000),
		activeTasks: fc.constantFrom(0, 9),
		gender: fc.constantFrom('female' as const, 'male' as const),
		vettedUntil: fc.constantFrom(null, '2027-01-01'),
		availability: fc.constantFrom([], [{ weekday: 2 as const, from: 0, to: 1440 }])
	});
	fc.assert(
		fc.property(fc.array(person, { maxLength: 30 }), (people) => {
			const request = requestWith({ vulnerable: true, musts: { gender: 'female', languages: [] } });
			const volunteers = people.map((facts, index) => volunteerWith({ ...facts, personId: `p${index}` }));
			const eligible = shortlist(request, volunteers, defaultWeights, contextAt()).eligible;
			for (const { gate, relax, count } of relaxations(request, volunteers, contextAt())) {
				const lifted = shortlist(request, volunteers, defaultWeights, contextAt(undefined, [gate])).eligible;
				expect(lifted - eligible).toBe(relax === 'remedy' ? 0 : count);
			}
		})
	);
});
