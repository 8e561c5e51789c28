import { describe, expect, it } from 'vitest';
import { minute } from '#lib/shared/time.ts';
import { doneAt, estimateWaits, toldMinutes, type OpenDesk, type Waiter } from './wait-estimate.ts';

const nine = Date.parse('2026-11-23T09:00:00Z');
const after = (minutes: number) => new Date(nine + minutes * minute);
const now = after(0);

function desk(more: Partial<OpenDesk> = {}): OpenDesk {
	return {
		deskId: 'one',
		serves: new Set(['a']),
		during: { start: after(-60), end: after(180) },
		freeAt: now,
		...more
	};
}

let number = 0;
const waiter = (id: string, more: Partial<Waiter> = {}): Waiter => ({
	id,
	number: ++number,
	serviceId: 'a',
	turnAt: after(-10),
	appointed: false,
	deskId: null,
	minutes: 20,
	...more
});

describe('what those who wait can be told', () => {
	it('is who is ahead, and what their services take at one desk', () => {
		const waits = estimateWaits([waiter('x'), waiter('y'), waiter('z')], [], [desk()], now);
		expect([...waits]).toEqual([
			['x', { ahead: 0, minutes: 0 }],
			['y', { ahead: 1, minutes: 20 }],
			['z', { ahead: 2, minutes: 40 }]
		]);
	});
	it('counts every desk that is open, from when it is free', () => {
		const two = desk({ deskId: 'two', freeAt: after(5) });
		const waits = estimateWaits([waiter('x'), waiter('y'), waiter('z')], [], [desk(), two], now);
		expect(waits.get('z')).toEqual({ ahead: 2, minutes: 20 });
		expect(waits.get('y')).toEqual({ ahead: 1, minutes: 5 });
	});
	it('passes over those whom the desk cannot serve', () => {
		const waits = estimateWaits([waiter('x', { serviceId: 'b' }), waiter('y')], [], [desk()], now);
		expect([...waits.keys()]).toEqual(['y']);
		expect(waits.get('y')).toEqual({ ahead: 0, minutes: 0 });
	});
	it('knows of appointments for which nobody has come yet', () => {
		const expected = [{ serviceId: 'a', minutes: 30, turnAt: after(10) }];
		const waits = estimateWaits([waiter('x'), waiter('y')], expected, [desk()], now);
		expect(waits.get('y')).toEqual({ ahead: 1, minutes: 50 });
	});
	it('ends with the duty, and goes on with the next', () => {
		const morning = desk({ during: { start: after(-60), end: after(15) } });
		const afternoon = desk({ during: { start: after(90), end: after(180) } });
		expect(estimateWaits([waiter('x'), waiter('y')], [], [morning], now).has('y')).toBe(false);
		expect(estimateWaits([waiter('x'), waiter('y')], [], [morning, afternoon], now).get('y')).toEqual({
			ahead: 1,
			minutes: 90
		});
	});
	it('is nothing where no desk is open', () => {
		expect(estimateWaits([waiter('x')], [], [], now).size).toBe(0);
	});
	it('waits for nobody: who came early for an appointment is called when the desk is free', () => {
		const early = waiter('x', { appointed: true, turnAt: after(30) });
		expect(estimateWaits([early], [], [desk()], now).get('x')).toEqual({ ahead: 0, minutes: 0 });
	});
});

describe('who is at a desk', () => {
	it('is done after the usual minutes, or goes on for a while', () => {
		expect(doneAt(after(-5), 20, now)).toEqual(after(15));
		expect(doneAt(after(-40), 20, now)).toEqual(after(6));
	});
});

describe('minutes as they are told', () => {
	it.each([
		[0, 5],
		[5, 5],
		[5.1, 10],
		[22, 25]
	])('%d: %d', (minutes, told) => {
		expect(toldMinutes(minutes)).toBe(told);
	});
});
