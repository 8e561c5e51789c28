import { describe, expect, it } from 'vitest';
import { resay, teamsOf } from './said-skills.ts';

const confirmedAt = new Date('2026-01-05T02:00:00Z');
const plumbing = {
	skill: 'plumbing',
	level: 2,
	confirmedAt,
	confirmedBy: 'staff',
	expiresOn: '2028-01-01'
} as const;

describe('skills said anew', () => {
	it('stay confirmed at the same level or below', () => {
		expect(resay([plumbing], [{ skill: 'plumbing', level: 2 }])).toEqual([plumbing]);
		expect(resay([plumbing], [{ skill: 'plumbing', level: 1 }])).toEqual([{ ...plumbing, level: 1 }]);
	});

	it('are the volunteer’s own word again when raised', () => {
		expect(resay([plumbing], [{ skill: 'plumbing', level: 3 }])).toEqual([
			{ skill: 'plumbing', level: 3, confirmedAt: null, confirmedBy: null, expiresOn: null }
		]);
	});

	it('are unconfirmed when new, and gone when no longer said', () => {
		expect(resay([plumbing], [{ skill: 'shopping', level: 1 }])).toEqual([
			{ skill: 'shopping', level: 1, confirmedAt: null, confirmedBy: null, expiresOn: null }
		]);
	});
});

describe('the teams that a card proposes', () => {
	it('are those the skills belong to, each once, in the order of the seed', () => {
		expect(teamsOf(['bookkeeping', 'plumbing', 'shopping', 'patrol'])).toEqual(['bianmin', 'anmin', 'daifu']);
		expect(teamsOf([])).toEqual([]);
	});
});
