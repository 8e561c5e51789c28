import { describe, expect, it } from 'vitest';
import { minute } from '#lib/shared/time.ts';
import { movingPlan } from './moving.ts';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const lost = (id: string, clock: string, attendeeId = id) => ({
	id,
	serviceId: 's',
	attendeeId,
	start: at(clock),
	length: 30 * minute
});
const free = (...times: [string, ...string[]][]) =>
	new Map([['s', times.map(([clock, ...desks]) => ({ start: at(clock), desks }))]]);
const clocks = (plan: ReturnType<typeof movingPlan>) =>
	plan.map(({ id, start }) => [id, start?.toISOString().slice(11, 16) ?? null]);

describe('bookings that have lost their officer', () => {
	it('keep their time where another desk has it', () => {
		const plan = movingPlan([lost('a', '09:00')], free(['08:30', '2'], ['09:00', '2'], ['09:30', '2']));
		expect(clocks(plan)).toEqual([['a', '09:00']]);
	});
	it('else go to the nearest, the earlier of two that are as near', () => {
		const plan = movingPlan([lost('a', '09:00')], free(['08:30', '2'], ['09:30', '2']));
		expect(clocks(plan)).toEqual([['a', '08:30']]);
	});
	it('choose in their order, and no desk is given twice', () => {
		const plan = movingPlan(
			[lost('b', '09:30'), lost('a', '09:00')],
			free(['09:30', '2', '3'], ['09:45', '3'], ['10:00', '2'])
		);
		expect(clocks(plan)).toEqual([
			['a', '09:30'],
			['b', '09:30']
		]);
		expect(
			clocks(movingPlan([lost('a', '09:30'), lost('b', '09:30')], free(['09:30', '2'], ['09:45', '2'])))
		).toEqual([
			['a', '09:30'],
			['b', null]
		]);
	});
	it('never put one person in two places', () => {
		const plan = movingPlan([lost('a', '09:00', 'me'), lost('b', '09:00', 'me')], free(['09:00', '2', '3']));
		expect(clocks(plan)).toEqual([
			['a', '09:00'],
			['b', null]
		]);
	});
});
