import { describe, expect, it } from 'vitest';
import { addressOpen, addressUntil } from './address-window.ts';

const during = { start: new Date('2026-03-02T07:00:00Z'), end: new Date('2026-03-02T08:00:00Z') };
const task = (status: Parameters<typeof addressUntil>[0]['status'], finishedAt: Date | null = null) => ({
	status,
	during,
	finishedAt
});

describe('the address of the one helped', () => {
	it('is open from acceptance to twelve hours after the agreed end', () => {
		expect(addressOpen(task('planned'), new Date('2026-03-01T00:00:00Z'))).toBe(true);
		expect(addressOpen(task('planned'), new Date('2026-03-02T19:59:59Z'))).toBe(true);
		expect(addressOpen(task('planned'), new Date('2026-03-02T20:00:00Z'))).toBe(false);
	});

	it('counts from the reported end once the help is done', () => {
		const finished = task('done', new Date('2026-03-02T07:30:00Z'));
		expect(addressUntil(finished)).toEqual(new Date('2026-03-02T19:30:00Z'));
		const late = task('confirmed', new Date('2026-03-02T10:00:00Z'));
		expect(addressOpen(late, new Date('2026-03-02T21:00:00Z'))).toBe(true);
		expect(addressOpen(late, new Date('2026-03-02T22:00:00Z'))).toBe(false);
	});

	it('closes at once when the promise is off', () => {
		expect(addressOpen(task('cancelled'), during.start)).toBe(false);
		expect(addressOpen(task('dropped_out'), during.start)).toBe(false);
	});
});
