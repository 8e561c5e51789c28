import { describe, expect, it } from 'vitest';
import { isCompany, usualSkills } from './usual-skills.ts';

describe('what somebody usually needs', () => {
	it('begins with what the visits are about, then what was asked for most', () => {
		const asked = [
			{ need: 'shopping', times: 1 },
			{ need: 'use_phone', times: 4 },
			{ need: 'fix_plumbing', times: 2 },
			{ need: 'haircut', times: 1 }
		];
		expect(usualSkills('chat', asked)).toEqual(['companionship', 'phone_use', 'plumbing', 'haircuts']);
	});
	it('names a skill once, and passes over needs that are no longer known', () => {
		expect(usualSkills('chat', [{ need: 'walk_together', times: 2 }])).toEqual(['companionship']);
		expect(usualSkills('chat', [{ need: 'from_long_ago', times: 2 }])).toEqual(['companionship']);
	});
	it('is company for some kinds of help', () => {
		expect(['chat', 'fix_plumbing'].map(isCompany)).toEqual([true, false]);
	});
});
