import { describe, expect, test } from 'vitest';
import { at, contextAt, held, requestWith, saidOnly, volunteerWith } from './facts.fixture.ts';
import { gates, mayBeLifted, recheck, refusals } from './gates.ts';
import { gateCodes, type GateCode, type RequestFacts, type VolunteerFacts } from './matching.ts';
import { occasionOf } from './occasion.ts';

function refused(request: Partial<RequestFacts> = {}, volunteer: Partial<VolunteerFacts> = {}) {
	return refusals(occasionOf(requestWith(request), contextAt()), volunteerWith(volunteer));
}

function codes(request: Partial<RequestFacts> = {}, volunteer: Partial<VolunteerFacts> = {}): GateCode[] {
	return refused(request, volunteer).map(({ code }) => code);
}

test('whoever fits passes', () => {
	expect(codes()).toEqual([]);
});

test('the gates stand in their published order, each once', () => {
	expect(gates.map(({ code }) => code)).toEqual([...gateCodes]);
});

test('every gate can close alone, so none stands for another', () => {
	const alone: Record<GateCode, [Partial<RequestFacts>, Partial<VolunteerFacts>]> = {
		consent: [{ consented: false }, {}],
		card: [{}, { cardStatus: 'submitted' }],
		card_expired: [{}, { cardExpiresOn: '2026-03-09' }],
		skill: [{}, { skills: [] }],
		skill_level: [{}, { skills: [held('plumbing', 1)] }],
		skill_confirmed: [{}, { skills: [saidOnly('plumbing', 2)] }],
		time: [{}, { availability: [] }],
		active_tasks: [{}, { activeTasks: 3, activeTasksMax: 3 }],
		weekly_minutes: [{}, { minutesThisWeek: 201, weeklyMinutesMax: 240 }],
		reach: [{}, { reachMetres: 299 }],
		gender: [{ musts: { gender: 'female', languages: [] } }, { gender: 'male' }],
		language: [{ musts: { gender: null, languages: ['local_dialect'] } }, { languages: ['mandarin'] }],
		vetted: [{ vulnerable: true }, { vettedUntil: null }],
		insured: [{ risk: 'insured' }, { insuredUntil: null }],
		age_unknown: [{}, { bornOn: null }],
		minor: [{}, { bornOn: '2008-03-11' }],
		health: [{ strains: ['no_lifting'] }, { healthLimits: ['no_stairs', 'no_lifting'] }],
		own: [{ forPersonId: 'volunteer', householdId: 'home-of-volunteer' }, {}],
		household: [{ householdId: 'home-of-volunteer' }, {}],
		excluded: [{ excludedPeople: ['somebody', 'volunteer'] }, {}],
		declined: [{ declinedBy: ['volunteer'] }, {}]
	};
	for (const code of gateCodes) expect(codes(...alone[code])).toEqual([code]);
});

describe('cards', () => {
	test.each(['draft', 'submitted', 'returned', 'ended'] as const)(
		'a card that is %s does not count',
		(cardStatus) => {
			expect(codes({}, { cardStatus })).toEqual(['card']);
		}
	);

	test('a card counts through its last day', () => {
		expect(codes({}, { cardExpiresOn: '2026-03-10' })).toEqual([]);
	});

	test('a card that will have run out when the help begins does not', () => {
		const windows = [{ start: at('2026-03-12', '09:00'), end: at('2026-03-12', '11:00') }];
		expect(codes({ windows }, { cardExpiresOn: '2026-03-11' })).toEqual(['card_expired']);
	});
});

describe('skills', () => {
	test('an expired skill is as good as none', () => {
		expect(codes({}, { skills: [held('plumbing', 2, { expiresOn: '2026-03-09' })] })).toEqual(['skill']);
	});

	test('a higher level will do, and the word of the volunteer where no proof is asked', () => {
		expect(codes({ mustBeConfirmed: false }, { skills: [saidOnly('plumbing', 3)] })).toEqual([]);
	});

	test('who is below the level and unproven fails both', () => {
		expect(codes({}, { skills: [saidOnly('plumbing', 1)] })).toEqual(['skill_level', 'skill_confirmed']);
	});

	test('the refusal names what is held and what is asked', () => {
		expect(refused({}, { skills: [held('plumbing', 1)] })[0]?.params).toEqual({
			skill: 'plumbing',
			held: 1,
			asked: 2
		});
	});
});

describe('limits the volunteer has set', () => {
	test('the last free place and the last free minute can be used', () => {
		expect(codes({}, { activeTasks: 2, activeTasksMax: 3 })).toEqual([]);
		expect(codes({}, { minutesThisWeek: 200, weeklyMinutesMax: 240 })).toEqual([]);
	});

	test('reach ends where he said', () => {
		expect(codes({}, { reachMetres: 300 })).toEqual([]);
		expect(refused({}, { reachMetres: 200 })[0]?.params).toEqual({ metres: 300, reach: 200 });
	});

	test('by telephone nobody is too far', () => {
		expect(codes({ presence: 'telephone' }, { reachMetres: 100 })).toEqual([]);
	});

	test('an unknown place is nobody’s fault', () => {
		expect(codes({ place: null }, { reachMetres: 100 })).toEqual([]);
		expect(codes({}, { place: null, reachMetres: 100 })).toEqual([]);
	});
});

describe('what the person marked as a must', () => {
	test('somebody whose gender is not known does not meet it', () => {
		expect(codes({ musts: { gender: 'female', languages: [] } }, { gender: null })).toEqual(['gender']);
	});

	test('all languages have to be spoken, and the missing ones are named', () => {
		const musts = { gender: null, languages: ['wu', 'mandarin', 'sign'] };
		expect(refused({ musts })[0]).toEqual({ code: 'language', params: { languages: 'wu,sign' } });
	});

	test('a mere wish closes no gate', () => {
		expect(codes({ wishes: { gender: 'female', languages: ['wu'], interests: ['chess'] } })).toEqual([]);
	});
});

describe('protection', () => {
	test('vetting and insurance count through their last day, and only where asked', () => {
		const lastDay = { vettedUntil: '2026-03-10', insuredUntil: '2026-03-10' };
		expect(codes({ vulnerable: true, risk: 'insured' }, lastDay)).toEqual([]);
		const dayBefore = { vettedUntil: '2026-03-09', insuredUntil: '2026-03-09' };
		expect(codes({ vulnerable: true, risk: 'insured' }, dayBefore)).toEqual(['vetted', 'insured']);
		expect(codes({ risk: 'some' }, dayBefore)).toEqual([]);
	});

	test.each([
		['a home visit', { presence: 'home' }],
		['somebody vulnerable', { presence: 'outside', vulnerable: true }],
		['dangerous work', { presence: 'outside', risk: 'insured' }]
	] as const)('minors are kept from %s', (_, request) => {
		expect(codes(request, { bornOn: '2008-03-11' })).toEqual(['minor']);
		expect(codes(request, { bornOn: '2008-03-10' })).toEqual([]);
	});

	test('minors may help outside and by telephone', () => {
		expect(codes({ presence: 'outside' }, { bornOn: '2010-01-01' })).toEqual([]);
		expect(codes({ presence: 'telephone' }, { bornOn: '2010-01-01' })).toEqual([]);
	});

	test('two people without a household do not share one', () => {
		expect(codes({ householdId: null }, { householdId: null })).toEqual([]);
	});
});

describe('a pair looked at again', () => {
	const unconfirmed = volunteerWith({ skills: [saidOnly('plumbing', 2)] });

	test('what staff lifted no longer stops it, but is named', () => {
		const { stops, waived } = recheck(requestWith(), unconfirmed, contextAt(undefined, ['skill_confirmed']));
		expect(stops).toEqual([]);
		expect(waived).toEqual([{ code: 'skill_confirmed', params: { skill: 'plumbing' } }]);
	});

	test('whatever was not lifted stops it', () => {
		const { stops, waived } = recheck(requestWith({ consented: false }), unconfirmed, contextAt());
		expect(stops.map(({ code }) => code)).toEqual(['consent', 'skill_confirmed']);
		expect(waived).toEqual([]);
	});

	test('nobody lifts consent, exclusion, household, age, health, a refusal or a missing paper', () => {
		const fixed: GateCode[] = gates.filter((gate) => !mayBeLifted(gate)).map(({ code }) => code);
		expect(fixed).toEqual([
			'consent',
			'card',
			'card_expired',
			'vetted',
			'insured',
			'age_unknown',
			'minor',
			'health',
			'own',
			'household',
			'excluded',
			'declined'
		]);
		const request = requestWith({ consented: false, vulnerable: true, excludedPeople: ['volunteer'] });
		const { stops } = recheck(
			request,
			volunteerWith({ vettedUntil: null }),
			contextAt(undefined, [...gateCodes])
		);
		expect(stops.map(({ code }) => code)).toEqual(['consent', 'vetted', 'excluded']);
	});
});
