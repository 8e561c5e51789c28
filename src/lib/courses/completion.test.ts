import { describe, expect, it } from 'vitest';
import type { HeldSkill } from '#lib/skills/skills.ts';
import { expiryOf, standingOf, taught } from './completion.ts';

const day = (date: number) => new Date(Date.UTC(2026, 10, date));
const dates = [1, 8, 15, 22, 29].map((date) => ({ id: String(date), cancelled: date === 8, end: day(date) }));
const standing = (came: number[], now: number, threshold = 75) =>
	standingOf(dates, new Set(came.map(String)), threshold, day(now));

describe('how far somebody has come', () => {
	it('counts the dates held, not those called off or to come', () => {
		expect(standing([1, 15], 16)).toEqual({
			held: 2,
			attended: 2,
			left: 2,
			needed: 3,
			reached: true,
			ended: false
		});
	});
	it('is enough from the threshold on, when no date is left', () => {
		expect(standing([1, 15, 22], 30)).toMatchObject({ attended: 3, held: 4, reached: true, ended: true });
		expect(standing([1, 15], 30)).toMatchObject({ reached: false, ended: true });
		expect(standing([1, 15, 22], 30, 76).reached).toBe(false);
	});
	it('is nothing without a date, or without having been there', () => {
		expect(standingOf([], new Set(), 50, day(30))).toMatchObject({ reached: false, ended: false });
		expect(standing([], 30, 1).reached).toBe(false);
	});
});

it('counts for so many months, to the end of a short one', () => {
	expect(expiryOf('2026-11-22', 24)).toBe('2028-11-22');
	expect(expiryOf('2026-08-31', 6)).toBe('2027-02-28');
	expect(expiryOf('2026-11-22', null)).toBeNull();
});

describe('the skill on the card', () => {
	const by = { skill: 'first_aid', confirmedAt: day(22), confirmedBy: 'staff' } as const;
	const proof: HeldSkill = { ...by, level: 2, expiresOn: '2028-11-22' };
	const held = (change: Partial<HeldSkill>): HeldSkill => ({ ...proof, confirmedAt: day(1), ...change });

	it('is what the course proves', () => {
		expect(taught(null, proof)).toBe(proof);
		expect(taught(held({ confirmedAt: null, level: 3 }), proof)).toBe(proof);
		expect(taught(held({ level: 1 }), proof)).toBe(proof);
		expect(taught(held({ expiresOn: '2027-01-01' }), proof)).toBe(proof);
	});
	it('stays where more was proven before', () => {
		const doctor = held({ level: 3, expiresOn: null });
		expect(taught(doctor, proof)).toBe(doctor);
		const later = held({ expiresOn: '2029-01-01' });
		expect(taught(later, proof)).toBe(later);
	});
});
