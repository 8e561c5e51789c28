import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, type SkillLevel } from '#lib/skills/skills.ts';
import { contextAt, held, requestWith, saidOnly, volunteerWith } from './facts.fixture.ts';
import { occasionOf } from './occasion.ts';
import { heldSkill } from './papers.ts';

const level = fc.constantFrom<SkillLevel>(1, 2, 3);
const holding = fc
	.record({
		level,
		confirmed: fc.boolean(),
		expiresOn: fc.constantFrom(null, '2026-03-09', '2026-03-10', '2027-01-01'),
		skill: fc.constantFrom('plumbing' as const, 'electrics' as const)
	})
	.map(({ level, confirmed, expiresOn, skill }) => ({
		...(confirmed ? held(skill, level) : saidOnly(skill, level)),
		expiresOn
	}));

describe('the skill that answers a request', () => {
	test('is the one the skills room would choose, else a lower one', () => {
		fc.assert(
			fc.property(fc.array(holding, { maxLength: 5 }), level, (skills, asked) => {
				const occasion = occasionOf(requestWith({ level: asked }), contextAt());
				const expected =
					holds(skills, 'plumbing', asked, false, '2026-03-10') ??
					holds(skills, 'plumbing', 1, false, '2026-03-10');
				expect(heldSkill(occasion, volunteerWith({ skills }))).toEqual(expected);
			})
		);
	});
});
