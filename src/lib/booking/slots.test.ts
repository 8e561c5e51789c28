import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute } from '#lib/shared/time.ts';
import { freeTimes, nearest } from './slots.ts';

const day = Date.parse('2026-11-23T00:00:00Z');
const at = (clock: string) => new Date(day + minutesOf(clock) * minute);
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const span = (deskId: string, from: string, to: string) => ({ deskId, start: at(from), end: at(to) });
const half = { step: 15 * minute, length: 30 * minute, from: at('00:00') };
const clocks = (times: { start: Date }[]) => times.map(({ start }) => start.toISOString().slice(11, 16));

describe('the free times of a service', () => {
	it('begin on steps of the duty and end within it', () => {
		expect(clocks(freeTimes([span('a', '08:00', '09:00')], [], half))).toEqual(['08:00', '08:15', '08:30']);
	});
	it('leave out what a booking touches, and keep what only meets it', () => {
		const free = freeTimes([span('a', '08:00', '10:00')], [span('a', '08:30', '09:00')], half);
		expect(clocks(free)).toEqual(['08:00', '09:00', '09:15', '09:30']);
	});
	it('of staggered desks are named together, each with the desks that are free', () => {
		const free = freeTimes(
			[span('late', '08:30', '09:30'), span('early', '08:00', '09:00')],
			[span('late', '08:30', '08:40')],
			half
		);
		expect(free.map(({ start, desks }) => [start.toISOString().slice(11, 16), desks])).toEqual([
			['08:00', ['early']],
			['08:15', ['early']],
			['08:30', ['early']],
			['08:45', ['late']],
			['09:00', ['late']]
		]);
	});
	it('are none in the past, nor where the duty is shorter than the service', () => {
		expect(clocks(freeTimes([span('a', '08:00', '09:00')], [], { ...half, from: at('08:20') }))).toEqual([
			'08:30'
		]);
		expect(freeTimes([span('a', '08:00', '08:20')], [], half)).toEqual([]);
	});
	it('never meet what is taken, and never leave a duty, whatever is booked', () => {
		const spans = fc.array(
			fc
				.tuple(fc.constantFrom('a', 'b'), fc.nat(600), fc.integer({ min: 1, max: 200 }))
				.map(([deskId, from, length]) => ({
					deskId,
					start: new Date(day + from * minute),
					end: new Date(day + (from + length) * minute)
				})),
			{ maxLength: 12 }
		);
		fc.assert(
			fc.property(spans, spans, (duties, taken) => {
				for (const { start, desks } of freeTimes(duties, taken, half)) {
					const end = new Date(start.getTime() + half.length);
					for (const deskId of desks) {
						const mine = taken.filter((one) => one.deskId === deskId);
						expect(mine.every((one) => end <= one.start || one.end <= start)).toBe(true);
						const on = duties.some((one) => one.deskId === deskId && one.start <= start && end <= one.end);
						expect(on).toBe(true);
					}
				}
			})
		);
	});
});

describe('what is nearest to a time that is gone', () => {
	it('comes first, the earlier of two that are as near', () => {
		const free = freeTimes([span('a', '08:00', '10:00')], [span('a', '08:45', '09:15')], half);
		expect(clocks(nearest(free, at('08:45'), 3))).toEqual(['08:15', '09:15', '08:00']);
	});
});
