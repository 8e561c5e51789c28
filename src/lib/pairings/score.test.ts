import { describe, expect, it } from 'vitest';
import { memberWith, residentWith, setting } from './facts.fixture.ts';
import type { MemberFacts, ResidentFacts } from './facts.ts';
import { costOf, pairWeights, partsNow, partsOf } from './score.ts';

const { wishes } = residentWith();
const cost = (resident: Partial<ResidentFacts>, member: Partial<MemberFacts>) =>
	costOf(residentWith(resident), memberWith(member), setting);
const usual = cost({}, {});

describe('the cost of a companion', () => {
	it('is the way in metres and that they do not know each other', () => {
		expect(usual).toBe(300 + pairWeights.newFace);
	});
	it('is lower for who has helped before and was liked, and only then', () => {
		const helped = (helps: number, good: number) => new Map([['resident', { helps, good }]]);
		expect(cost({}, { histories: helped(3, 2) })).toBe(usual - pairWeights.newFace);
		expect(cost({}, { histories: helped(3, 1) })).toBe(usual);
	});
	it('rises with each wish that is not met, for interests by their share', () => {
		expect(cost({ wishes: { ...wishes, gender: 'male' } }, {})).toBe(usual + pairWeights.wishGender);
		expect(cost({ wishes: { ...wishes, language: 'wu' } }, {})).toBe(usual + pairWeights.wishLanguage);
		const interests = { wishes: { ...wishes, interests: ['象棋', '书法'] } };
		expect(cost(interests, { interests: ['书法'] })).toBe(usual + pairWeights.wishInterests / 2);
	});
	it('rises with what the resident usually needs and the member cannot do', () => {
		const needs: Partial<ResidentFacts> = { skills: ['companionship', 'shopping', 'phone_use'] };
		expect(cost(needs, { skills: new Set(['shopping', 'phone_use']) })).toBe(
			usual + pairWeights.missingSkills / 3
		);
	});
	it('rises where they could meet on few days, save where the hours are fixed', () => {
		const monday = [{ weekday: 1 as const, from: 480, to: 720 }];
		expect(cost({}, { availability: monday })).toBe(usual + 2 * pairWeights.fewDays);
		expect(cost({ suits: { hours: monday, fixed: true } }, { availability: monday })).toBe(usual);
	});
	it('rises with each pair that the member has', () => {
		expect(cost({}, { pairs: 2 })).toBe(usual + 2 * pairWeights.eachPair);
	});
	it('does not know age', () => {
		expect(cost({}, { bornOn: '1950-01-01' })).toBe(usual);
	});
	it('is the sum of its parts, each a whole number from 0 up', () => {
		const resident = residentWith({
			wishes: { ...wishes, gender: 'male', language: 'wu', interests: ['a', 'b', 'c'] },
			skills: ['companionship', 'shopping']
		});
		const member = memberWith({ pairs: 1, place: { east: 123, north: 456 } });
		const parts = partsOf(resident, member, setting);
		expect(parts.every(({ points }) => Number.isInteger(points) && points >= 0)).toBe(true);
		expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(costOf(resident, member, setting));
	});
});

describe('the reasons of a pair that stands', () => {
	const parts = partsOf(residentWith(), memberWith(), setting);
	const continuity = (now: ReturnType<typeof partsNow>) => now.find(({ code }) => code === 'continuity');

	it('say how often one has helped the other by now, and keep their points', () => {
		expect(continuity(partsNow(parts, { helps: 3, good: 2 }))).toEqual({
			code: 'continuity',
			points: pairWeights.newFace,
			params: { helps: 3, good: true, last: false }
		});
	});
	it('say nothing of it where the records know nothing', () => {
		const before = partsOf(
			residentWith(),
			memberWith({ histories: new Map([['resident', { helps: 2, good: 2 }]]) }),
			setting
		);
		expect(continuity(partsNow(before))?.params).toMatchObject({ helps: 0, good: false });
	});
});

describe('the way across a border', () => {
	it('is not known and counts as far as the member goes at most', () => {
		const guest = { place: null, cardStatus: 'guest' as const, reachMetres: 1000 };
		expect(cost({}, guest)).toBe(usual - 300 + 1000);
		expect(cost({}, { place: null })).toBe(usual - 300 + 800);
	});
});
