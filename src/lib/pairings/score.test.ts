import { describe, expect, it } from 'vitest';
import { memberWith, residentWith, setting } from './facts.fixture.ts';
import type { MemberFacts, ResidentFacts } from './facts.ts';
import { costOf, pairWeights, partsOf } from './score.ts';

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
