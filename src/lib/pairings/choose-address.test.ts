import { describe, expect, it } from 'vitest';
import { readMemberFilter, readResidentFilter, tickedAtFirst } from './choose-address.ts';

describe('whom a campaign is chosen from', () => {
	it('are party members at first, and whatever the address says', () => {
		expect(readMemberFilter(new URLSearchParams())).toMatchObject({ who: 'party', first: null });
		const asked = new URLSearchParams('who=all&team=jikun&skill=shopping&vetted=&first=100');
		expect(readMemberFilter(asked)).toEqual({
			who: 'all',
			branch: null,
			team: 'jikun',
			skill: 'shopping',
			vetted: true,
			first: 100
		});
		expect(readMemberFilter(new URLSearchParams('team=no&skill=no&first=-3'))).toMatchObject({
			team: null,
			skill: null,
			first: null
		});
	});
	it('are those who need protection at first, and everybody once that is unticked', () => {
		expect(readResidentFilter(new URLSearchParams()).vulnerable).toBe(true);
		expect(readResidentFilter(new URLSearchParams('filter=&age=80'))).toMatchObject({
			vulnerable: false,
			age: 80
		});
	});
	it('are ticked where they were chosen, and from the top where a number is asked for', () => {
		const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id, chosen: id === 'c', fits: id !== 'a' }));
		expect(tickedAtFirst(rows, null)).toEqual(['c']);
		expect(tickedAtFirst(rows, 2)).toEqual(['c', 'b']);
	});
});
