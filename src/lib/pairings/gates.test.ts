import { describe, expect, it } from 'vitest';
import type { GateCode } from '#lib/matching/matching.ts';
import { memberWith, residentWith, setting } from './facts.fixture.ts';
import type { MemberFacts, ResidentFacts } from './facts.ts';
import { mayPair, refusals } from './gates.ts';
import { fixedHours } from './hours.ts';

const { wishes } = residentWith();
const cases: [string, GateCode, Partial<ResidentFacts>, Partial<MemberFacts>][] = [
	['nobody has asked the resident', 'consent', { consented: false }, {}],
	['the card waits for approval', 'card', {}, { cardStatus: 'submitted' }],
	['the card has run out', 'card_expired', {}, { cardExpiresOn: '2026-11-22' }],
	['nobody has checked the member', 'vetted', {}, { vettedUntil: null }],
	['the check has run out', 'vetted', {}, { vettedUntil: '2026-11-22' }],
	['nobody knows how old the member is', 'age_unknown', {}, { bornOn: null }],
	['the member is no adult', 'minor', {}, { bornOn: '2008-11-24' }],
	['it is the same person', 'own', {}, { personId: 'resident' }],
	['they live together', 'household', {}, { householdId: 'home-of-resident' }],
	['they are kept apart', 'excluded', { excluded: new Set(['member']) }, {}],
	['one of them said no before', 'declined', { declined: new Set(['member']) }, {}],
	['it must be a man', 'gender', { wishes: { ...wishes, gender: 'male', genderIsMust: true } }, {}],
	['it must be Wu', 'language', { wishes: { ...wishes, language: 'wu', languageIsMust: true } }, {}],
	['it is too far', 'reach', {}, { reachMetres: 250 }],
	['the member is free at night alone', 'time', {}, { availability: [{ weekday: 1, from: 1200, to: 1320 }] }],
	[
		'one of the fixed days is not free',
		'time',
		{ suits: { hours: fixedHours([1, 3], 600, 60), fixed: true } },
		{ availability: [{ weekday: 1, from: 480, to: 720 }] }
	]
];

describe('two may be brought together', () => {
	it('where nothing stands in the way', () => {
		expect(mayPair(residentWith(), memberWith(), setting)).toBe(true);
		expect(refusals(residentWith(), memberWith(), setting)).toEqual([]);
	});
	it.each(cases)('not where %s', (_, code, resident, member) => {
		const [a, b] = [residentWith(resident), memberWith(member)];
		expect(mayPair(a, b, setting)).toBe(false);
		expect(refusals(a, b, setting).map((one) => one.code)).toEqual([code]);
	});
	it('by somebody unchecked where the resident is not vulnerable', () => {
		expect(mayPair(residentWith({ vulnerable: false }), memberWith({ vettedUntil: null }), setting)).toBe(
			true
		);
	});
	it('where a wish is not met that was no must', () => {
		const wish = residentWith({ wishes: { ...wishes, gender: 'male', language: 'wu' } });
		expect(mayPair(wish, memberWith(), setting)).toBe(true);
	});
	it('where nobody knows how far it is', () => {
		expect(mayPair(residentWith({ place: null }), memberWith({ reachMetres: 100 }), setting)).toBe(true);
	});
});
