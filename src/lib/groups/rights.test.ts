import { describe, expect, it } from 'vitest';
import { groupRoles, type GroupRole } from './groups.ts';
import { leadsAlone, mayGive, mayLead, mayModerate, mayPlan, mayReport, mayTell } from './rights.ts';

const resident = { personId: 'resident', roles: [] };
const staff = { personId: 'staff', roles: ['staff' as const] };
const as = (...roles: GroupRole[]) => ({ member: true, roles, archived: false });
const over = { ...as('leader'), archived: true };

describe('in a group', () => {
	it('leader, deputy and staff lead', () => {
		expect(groupRoles.filter((role) => mayLead(resident, as(role)))).toEqual(['leader', 'deputy']);
		expect(mayLead(resident, as())).toBe(false);
		expect(mayLead(staff, { member: false, roles: [], archived: false })).toBe(true);
	});
	it('the room keeper plans dates as well', () => {
		expect(groupRoles.filter((role) => mayPlan(resident, as(role)))).toEqual([
			'leader',
			'deputy',
			'room_keeper'
		]);
	});
	it('staff say who leads, the leader who does the rest, the deputy neither', () => {
		const given = (actor: typeof resident, ...roles: GroupRole[]) =>
			groupRoles.filter((role) => mayGive(actor, as(...roles), role));
		expect(given(staff as never)).toEqual([...groupRoles]);
		expect(given(resident, 'leader')).toEqual(['deputy', 'room_keeper', 'treasurer']);
		expect(given(resident, 'deputy')).toEqual([]);
	});
	it('somebody leads alone until there is another leader or a deputy', () => {
		const post = (personId: string, role: GroupRole) => ({ personId, role });
		const [leader, keeper] = [post('a', 'leader'), post('b', 'room_keeper')];
		expect(leadsAlone([leader, keeper], 'a')).toBe(true);
		expect(leadsAlone([leader, keeper], 'b')).toBe(false);
		expect(leadsAlone([leader, post('b', 'deputy')], 'a')).toBe(false);
		expect(leadsAlone([], 'a')).toBe(false);
	});
	it('members tell of what was done', () => {
		expect(mayTell(as())).toBe(true);
		expect(mayTell({ ...as(), member: false })).toBe(false);
	});
	it('that is over nobody does anything any more, not even staff', () => {
		for (const may of [mayLead, mayPlan])
			expect([may(resident, over), may(staff, over)]).toEqual([false, false]);
		expect(mayGive(staff, over, 'deputy')).toBe(false);
		expect(mayTell(over)).toBe(false);
	});
});

describe('a story', () => {
	const own = { authorId: resident.personId, reported: false };
	it('is let through by who leads', () => {
		expect(mayModerate(resident, as('leader'), own)).toBe(true);
		expect(mayModerate(resident, as(), own)).toBe(false);
	});
	it('is found wrong by who was verified, or belongs', () => {
		const outside = { ...as(), member: false };
		expect([mayReport({ verified: true }, outside), mayReport({ verified: false }, as())]).toEqual([
			true,
			true
		]);
		expect([mayReport({ verified: false }, outside), mayReport({ verified: true }, over)]).toEqual([
			false,
			false
		]);
	});
	it('that was reported is not let through by its author', () => {
		expect(mayModerate(resident, as('leader'), { ...own, reported: true })).toBe(false);
		expect(mayModerate(staff, as(), { ...own, reported: true })).toBe(true);
	});
});
