import { describe, expect, test } from 'vitest';
import { holds, type HeldSkill } from './skills.ts';

const today = '2026-03-10';
const said: HeldSkill = {
	skill: 'plumbing',
	level: 2,
	confirmedAt: null,
	confirmedBy: null,
	expiresOn: null
};
const confirmed: HeldSkill = { ...said, confirmedAt: new Date('2026-01-05T02:00:00Z'), confirmedBy: 'staff' };

describe('who holds a skill', () => {
	test('a volunteer with nothing on the card holds nothing', () => {
		expect(holds([], 'plumbing', 1, false, today)).toBeNull();
	});

	test('another skill does not count', () => {
		expect(holds([said], 'electrics', 1, false, today)).toBeNull();
	});

	test('the level asked or a higher one answers, a lower one does not', () => {
		expect(holds([said], 'plumbing', 1, false, today)).toBe(said);
		expect(holds([said], 'plumbing', 2, false, today)).toBe(said);
		expect(holds([said], 'plumbing', 3, false, today)).toBeNull();
	});

	test("the volunteer's own word is not enough where it must be confirmed", () => {
		expect(holds([said], 'plumbing', 2, true, today)).toBeNull();
		expect(holds([confirmed], 'plumbing', 2, true, today)).toBe(confirmed);
	});

	test('a certificate counts up to and including its last day', () => {
		const lastDay = { ...confirmed, expiresOn: today };
		expect(holds([lastDay], 'plumbing', 2, true, today)).toBe(lastDay);
		expect(holds([lastDay], 'plumbing', 2, true, '2026-03-11')).toBeNull();
	});

	test('an expired certificate leaves an older unexpired holding standing', () => {
		const expired: HeldSkill = { ...confirmed, level: 3, expiresOn: '2026-03-09' };
		expect(holds([expired, said], 'plumbing', 1, false, today)).toBe(said);
	});
});

describe('the best of several holdings', () => {
	test('a confirmed one comes before a higher one that is only said', () => {
		const boast: HeldSkill = { ...said, level: 3 };
		expect(holds([boast, confirmed], 'plumbing', 1, false, today)).toBe(confirmed);
	});

	test('then the higher level', () => {
		const higher: HeldSkill = { ...confirmed, level: 3 };
		expect(holds([confirmed, higher], 'plumbing', 1, false, today)).toBe(higher);
	});

	test('then the one that counts longest, never-ending first', () => {
		const soon = { ...confirmed, expiresOn: '2026-04-01' };
		const later = { ...confirmed, expiresOn: '2027-04-01' };
		expect(holds([soon, later], 'plumbing', 1, false, today)).toBe(later);
		expect(holds([later, soon], 'plumbing', 1, false, today)).toBe(later);
		expect(holds([soon, confirmed, later], 'plumbing', 1, false, today)).toBe(confirmed);
	});

	test('looking does not reorder the card', () => {
		const card = [said, confirmed];
		holds(card, 'plumbing', 1, false, today);
		expect(card).toEqual([said, confirmed]);
	});
});
