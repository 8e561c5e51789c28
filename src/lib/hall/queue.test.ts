import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute } from '#lib/shared/time.ts';
import { canServe, givesWay, inOrder, turnOf, type Turn } from './queue.ts';

const day = Date.parse('2026-11-23T00:00:00Z');
const at = (clock: string) =>
	new Date(day + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * minute);

let count = 0;
function turn(arrived: string, appointment: string | null = null): Turn {
	const turnAt = turnOf(at(arrived), appointment ? at(appointment) : null);
	const appointed = appointment !== null && turnAt.getTime() === at(appointment).getTime();
	return { number: ++count, serviceId: 'a', turnAt, appointed, deskId: null };
}

describe('somebody with an appointment', () => {
	const walkIn = turn('09:50');
	it('who comes early does not overtake those who are there, until his time', () => {
		const early = turn('09:40', '10:00');
		expect(inOrder([early, walkIn], at('09:59'))).toEqual([walkIn, early]);
		expect(inOrder([early, walkIn], at('10:00'))).toEqual([early, walkIn]);
	});
	it('who comes ten minutes late still has his turn, who is later queues from when he came', () => {
		const late = turn('10:10', '10:00');
		const tooLate = turn('10:11', '10:00');
		expect([late.turnAt, tooLate.turnAt]).toEqual([at('10:00'), at('10:11')]);
		expect(inOrder([walkIn, late], at('10:15'))).toEqual([late, walkIn]);
		expect(inOrder([tooLate, walkIn], at('10:15'))).toEqual([walkIn, tooLate]);
	});
	it('goes in the order of the appointments, not of coming', () => {
		const [ten, quarter] = [turn('09:58', '10:00'), turn('09:30', '09:45')];
		expect(inOrder([ten, quarter], at('10:05'))).toEqual([quarter, ten]);
	});
});

describe('those without an appointment', () => {
	it('go in the order of coming, by their number where two came at once', () => {
		const [first, second, third] = [turn('09:00'), turn('09:10'), turn('09:10')];
		expect(inOrder([third, second, first], at('09:30'))).toEqual([first, second, third]);
	});
	it('give way to appointments for half an hour at most', () => {
		const patient = turn('09:29');
		const due = turn('09:55', '10:00');
		expect(inOrder([due, patient], at('10:00'))).toEqual([patient, due]);
		const later = turn('09:31');
		expect(inOrder([later, due], at('10:00'))).toEqual([due, later]);
	});
	it('are overtaken only by appointments made for before their half hour was over', () => {
		const turns = fc.array(
			fc.record({
				number: fc.integer({ min: 1, max: 99 }),
				serviceId: fc.constant('a'),
				turnAt: fc.integer({ min: 0, max: 600 }).map((minutes) => new Date(day + minutes * minute)),
				appointed: fc.boolean(),
				deskId: fc.constant(null)
			}),
			{ maxLength: 20 }
		);
		fc.assert(
			fc.property(turns, fc.integer({ min: 0, max: 600 }), (waiting, minutes) => {
				const now = new Date(day + minutes * minute);
				const order = inOrder(waiting, now);
				for (const [place, one] of order.entries()) {
					if (one.appointed) continue;
					for (const before of order.slice(0, place)) {
						const claim = one.turnAt.getTime() + givesWay;
						expect(before.turnAt.getTime()).toBeLessThanOrEqual(before.appointed ? claim : +one.turnAt);
						expect(before.appointed && before.turnAt > now).toBe(false);
					}
				}
			})
		);
	});
});

describe('a desk', () => {
	const desk = { deskId: 'one', serves: new Set(['a']) };
	it('takes those whose matter its officer knows, and those who were sent to it', () => {
		const other = { ...turn('09:00'), serviceId: 'b' };
		expect(canServe(desk, turn('09:00'))).toBe(true);
		expect(canServe(desk, other)).toBe(false);
		expect(canServe(desk, { ...other, deskId: 'one' })).toBe(true);
		expect(canServe(desk, { ...turn('09:00'), deskId: 'two' })).toBe(false);
	});
});
