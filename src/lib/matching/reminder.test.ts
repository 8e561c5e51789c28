import { describe, expect, it } from 'vitest';
import { at, zone } from './facts.fixture.ts';
import { mayRemind, reminderAt } from './reminder.ts';

const on = (clock: string) => at('2026-03-10', clock);
const next = (clock: string) => at('2026-03-11', clock);

describe('a reminder', () => {
	it('comes halfway through the time for thinking', () => {
		expect(reminderAt(on('10:00'), on('14:00'), zone)).toEqual(on('12:00'));
		expect(reminderAt(on('10:00'), on('10:30'), zone)).toEqual(on('10:15'));
	});
	it('does not come when little is left', () => {
		expect(reminderAt(on('10:00'), on('10:19'), zone)).toBeNull();
		expect(reminderAt(on('10:00'), on('10:20'), zone)).toEqual(on('10:10'));
	});
	it('never comes at night: it waits for the morning, or is left out', () => {
		expect(reminderAt(on('18:00'), next('12:00'), zone)).toEqual(next('09:00'));
		expect(reminderAt(on('20:00'), next('09:00'), zone)).toBeNull();
		expect(reminderAt(on('20:30'), on('21:40'), zone)).toBeNull();
	});
	it('goes by the night of the community', () => {
		const sent = new Date('2026-03-10T14:00:00Z');
		const expires = new Date('2026-03-10T18:00:00Z');
		expect(reminderAt(sent, expires, 'America/New_York')).toEqual(new Date('2026-03-10T16:00:00Z'));
		expect(reminderAt(sent, expires, zone)).toBeNull();
	});
	it('that is late comes only while it still makes sense', () => {
		expect(mayRemind(on('13:50'), on('14:00'), zone)).toBe(true);
		expect(mayRemind(on('13:51'), on('14:00'), zone)).toBe(false);
		expect(mayRemind(on('22:00'), next('12:00'), zone)).toBe(false);
	});
});
