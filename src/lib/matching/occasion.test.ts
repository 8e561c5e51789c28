import { describe, expect, test } from 'vitest';
import { at, contextAt, now, requestWith, zone } from './facts.fixture.ts';
import { instantOf, occasionOf } from './occasion.ts';

describe('a request as it stands at one moment', () => {
	test('what is past of a window is gone, to the next five minutes', () => {
		const request = requestWith({
			windows: [{ start: at('2026-03-10', '07:00'), end: at('2026-03-10', '12:00') }]
		});
		const [opening] = occasionOf(request, contextAt(new Date(now.getTime() + 61_000))).openings;
		expect(opening?.start).toBe(at('2026-03-10', '08:15').getTime());
	});

	test('windows too short for the help are no windows', () => {
		const windows = [{ start: at('2026-03-10', '15:00'), end: at('2026-03-10', '15:30') }];
		expect(occasionOf(requestWith({ windows }), contextAt()).openings).toEqual([]);
	});

	test('windows are looked at in the order in which they begin', () => {
		const later = { start: at('2026-03-12', '09:00'), end: at('2026-03-12', '11:00') };
		const sooner = { start: at('2026-03-11', '09:00'), end: at('2026-03-11', '11:00') };
		const { openings, firstDay } = occasionOf(requestWith({ windows: [later, sooner] }), contextAt());
		expect(openings.map(({ start }) => start)).toEqual([sooner.start.getTime(), later.start.getTime()]);
		expect(firstDay).toBe('2026-03-11');
	});

	test('no window means any time in the coming fortnight', () => {
		const [opening] = occasionOf(requestWith({ windows: [] }), contextAt()).openings;
		expect(opening?.days.at(0)?.day).toBe('2026-03-10');
		expect(opening?.days.at(-1)?.day).toBe('2026-03-24');
	});

	test('days are those of the community, wherever the machine stands', () => {
		const windows = [{ start: new Date('2026-03-10T15:00:00Z'), end: new Date('2026-03-10T17:00:00Z') }];
		const [opening] = occasionOf(requestWith({ windows }), contextAt()).openings;
		expect(opening?.days.map(({ day, weekday }) => [day, weekday])).toEqual([
			['2026-03-10', 2],
			['2026-03-11', 3]
		]);
	});

	test('by telephone, or where the person prefers the telephone, nobody has to go there', () => {
		const inPerson = (presence: 'home' | 'outside' | 'telephone' | 'either') =>
			occasionOf(requestWith({ presence }), contextAt()).inPerson;
		expect([inPerson('home'), inPerson('outside')]).toEqual([true, true]);
		expect([inPerson('telephone'), inPerson('either')]).toEqual([false, false]);
	});
});

describe('a minute of a local day', () => {
	const day = (date: string, where: string) => {
		const windows = [{ start: new Date(`${date}T12:00:00Z`), end: new Date(`${date}T14:00:00Z`) }];
		const context = { now: new Date(`${date}T00:00:00Z`), zone: where, today: date };
		const first = occasionOf(requestWith({ windows }), context).openings[0]?.days[0];
		if (!first) throw new Error('no day');
		return first;
	};

	test('is an instant', () => {
		expect(instantOf(day('2026-03-10', zone), 9 * 60, zone)).toBe(at('2026-03-10', '09:00').getTime());
		expect(instantOf(day('2026-03-10', zone), 1440, zone)).toBe(at('2026-03-11', '00:00').getTime());
	});

	test('stands by the clock on the wall on a day of 23 hours', () => {
		const paris = 'Europe/Paris';
		expect(instantOf(day('2026-03-29', paris), 15 * 60, paris)).toBe(Date.parse('2026-03-29T13:00:00Z'));
	});
});
