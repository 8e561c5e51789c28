import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minute, type Weekday } from '#lib/shared/time.ts';
import { travelTime } from './distance.ts';
import { at, contextAt, held, now, requestWith, volunteerWith, zone } from './facts.fixture.ts';
import { firstFreeStart } from './freetime.ts';
import type { RequestFacts, VolunteerFacts } from './matching.ts';

const tuesday = '2026-03-10';
const wednesday = '2026-03-11';

function start(
	request: Partial<RequestFacts>,
	volunteer: Partial<VolunteerFacts>,
	instant = now
): Date | null {
	return firstFreeStart(requestWith(request), volunteerWith(volunteer), contextAt(instant));
}

function hours(weekday: Weekday, from: number, to: number) {
	return { weekday, from: from * 60, to: to * 60 };
}

describe('usual hours', () => {
	test('somebody free all day begins when the window begins', () => {
		expect(start({}, {})).toEqual(at(tuesday, '15:00'));
	});

	test('somebody free later begins then', () => {
		expect(start({}, { availability: [hours(2, 16, 18)] })).toEqual(at(tuesday, '16:00'));
	});

	test('hours that end before the work is done are of no use', () => {
		expect(start({}, { availability: [hours(2, 14, 15.5)] })).toBeNull();
	});

	test('hours of another weekday are of no use', () => {
		expect(start({}, { availability: [hours(3, 0, 24)] })).toBeNull();
	});

	test('hours that touch count as one, in whatever order they were noted', () => {
		expect(start({}, { availability: [hours(2, 15.5, 18), hours(2, 9, 15.5)] })).toEqual(
			at(tuesday, '15:00')
		);
	});

	test('hours go on over midnight', () => {
		const windows = [{ start: at(tuesday, '23:40'), end: at(wednesday, '00:30') }];
		expect(start({ windows }, { availability: [hours(2, 22, 24), hours(3, 0, 2)] })).toEqual(
			at(tuesday, '23:40')
		);
	});

	test('the next window is tried when the first does not suit', () => {
		const windows = [
			{ start: at(tuesday, '15:00'), end: at(tuesday, '17:00') },
			{ start: at(wednesday, '09:00'), end: at(wednesday, '12:00') }
		];
		expect(start({ windows }, { availability: [hours(3, 10, 12)] })).toEqual(at(wednesday, '10:00'));
	});

	test('a window that is past is of no use', () => {
		expect(start({}, {}, at(tuesday, '16:30'))).toBeNull();
	});
});

describe('days away', () => {
	test('count from the first to the last, both included', () => {
		expect(start({}, { absences: [{ from: tuesday, to: tuesday }] })).toBeNull();
		expect(start({}, { absences: [{ from: '2026-03-01', to: '2026-03-09' }] })).toEqual(at(tuesday, '15:00'));
	});
});

test('a night that goes over into a day away ends at midnight', () => {
	const windows = [{ start: at(tuesday, '23:40'), end: at(wednesday, '00:30') }];
	expect(start({ windows }, { absences: [{ from: wednesday, to: wednesday }] })).toBeNull();
	expect(start({ windows, minutes: 20 }, { absences: [{ from: wednesday, to: wednesday }] })).toEqual(
		at(tuesday, '23:40')
	);
});

describe('what is promised already', () => {
	const here = { east: 0, north: 0 };
	const promised = (from: string, to: string, place: { east: number; north: number } | null = here) => ({
		busy: [{ span: { start: at(tuesday, from), end: at(tuesday, to) }, place }]
	});

	test('pushes the beginning behind it', () => {
		expect(start({}, promised('14:30', '15:20'))).toEqual(at(tuesday, '15:20'));
	});

	test('with the way from there', () => {
		expect(start({}, promised('14:30', '15:20', { east: 800, north: 0 }))).toEqual(at(tuesday, '15:30'));
	});

	test('with the way to there: what begins right afterwards elsewhere is in the way too', () => {
		const free = [{ start: at(tuesday, '15:00'), end: at(tuesday, '15:40') }];
		expect(start({ windows: free }, promised('15:40', '16:00'))).toEqual(at(tuesday, '15:00'));
		expect(start({ windows: free }, promised('15:40', '16:00', { east: 800, north: 0 }))).toBeNull();
	});

	test('an unknown place is taken for a ten-minute walk', () => {
		expect(start({}, promised('14:30', '15:20', null))).toEqual(at(tuesday, '15:30'));
	});

	test('on the telephone there is no way', () => {
		expect(start({ presence: 'telephone' }, promised('14:30', '15:20', { east: 800, north: 0 }))).toEqual(
			at(tuesday, '15:20')
		);
	});
});

describe('right now', () => {
	const windows = [{ start: at(tuesday, '08:00'), end: at(tuesday, '12:00') }];

	test('nobody is there before he can have walked there', () => {
		expect(start({ windows }, { place: { east: 800, north: 0 } })).toEqual(at(tuesday, '08:20'));
	});

	test('a telephone rings at once', () => {
		expect(start({ windows, presence: 'telephone' }, { place: { east: 800, north: 0 } })).toEqual(now);
	});
});

describe('papers that run out', () => {
	const windows = [
		{ start: at(tuesday, '15:00'), end: at(tuesday, '17:00') },
		{ start: at('2026-03-13', '15:00'), end: at('2026-03-13', '17:00') }
	];
	const fridayOnly = { availability: [hours(5, 0, 24)] };

	test('nobody is booked for a day on which they no longer count', () => {
		const all = { windows, vulnerable: true, risk: 'insured' } as const;
		expect(start(all, fridayOnly)).toEqual(at('2026-03-13', '15:00'));
		expect(start(all, { ...fridayOnly, insuredUntil: '2026-03-12' })).toBeNull();
		expect(start(all, { ...fridayOnly, vettedUntil: '2026-03-12' })).toBeNull();
		expect(start(all, { ...fridayOnly, cardExpiresOn: '2026-03-12' })).toBeNull();
		expect(
			start(all, { ...fridayOnly, skills: [held('plumbing', 2, { expiresOn: '2026-03-12' })] })
		).toBeNull();
	});

	test('only those count that this help demands', () => {
		const lapsing = { ...fridayOnly, insuredUntil: '2026-03-12', vettedUntil: '2026-03-12' };
		expect(start({ windows }, lapsing)).toEqual(at('2026-03-13', '15:00'));
	});
});

describe('the first start, against trying every five minutes of three days', () => {
	const clock = fc.integer({ min: 0, max: 287 }).map((step) => step * 5);
	const slot = fc
		.tuple(fc.constantFrom<Weekday>(2, 3, 4), clock, clock)
		.map(([weekday, a, b]) => ({ weekday, from: Math.min(a, b), to: Math.max(a, b) + 5 }));
	const point = fc.option(fc.record({ east: fc.integer({ min: 0, max: 1_500 }), north: fc.constant(0) }), {
		nil: null
	});
	const midnight = at(tuesday, '00:00').getTime();
	const span = fc
		.tuple(fc.integer({ min: 0, max: 863 }), fc.integer({ min: 1, max: 100 }))
		.map(([from, steps]) => ({
			start: new Date(midnight + from * 5 * minute),
			end: new Date(midnight + (from + steps) * 5 * minute)
		}));
	const request = fc
		.record({
			windows: fc.array(span, { minLength: 1, maxLength: 3 }),
			minutes: fc.integer({ min: 1, max: 40 }).map((steps) => steps * 5),
			presence: fc.constantFrom('home' as const, 'telephone' as const),
			place: point
		})
		.map(requestWith);
	const volunteer = fc
		.record({
			availability: fc.array(slot, { maxLength: 8 }),
			absences: fc.constantFrom([], [{ from: wednesday, to: wednesday }]),
			busy: fc.array(fc.record({ span, place: point }), { maxLength: 4 }),
			place: point
		})
		.map(volunteerWith);

	/**
	 * The plainest reading of the rule: every minute of the help is in his hours, and he can get there and on.
	 */
	function suits(asked: RequestFacts, one: VolunteerFacts, begin: number): boolean {
		const end = begin + asked.minutes * minute;
		const way = (from: VolunteerFacts['place']) =>
			asked.presence === 'home' ? travelTime(from, asked.place) : 0;
		if (begin < now.getTime() + way(one.place)) return false;
		if (!asked.windows.some((window) => window.start.getTime() <= begin && end <= window.end.getTime()))
			return false;
		if (
			one.busy.some(
				({ span, place }) =>
					begin < span.end.getTime() + way(place) && span.start.getTime() < end + way(place)
			)
		) {
			return false;
		}
		for (let moment = begin; moment < end; moment += 5 * minute) {
			const sinceMidnight = (moment - midnight) / minute;
			const weekday = 2 + Math.floor(sinceMidnight / 1440);
			if (one.absences.length > 0 && weekday === 3) return false;
			const clock = sinceMidnight % 1440;
			if (!one.availability.some((slot) => slot.weekday === weekday && slot.from <= clock && clock < slot.to))
				return false;
		}
		return true;
	}

	test('is the very first that suits', () => {
		fc.assert(
			fc.property(request, volunteer, (asked, one) => {
				let first: number | null = null;
				for (let step = 0; step < 3 * 288 && first === null; step += 1) {
					if (suits(asked, one, midnight + step * 5 * minute)) first = midnight + step * 5 * minute;
				}
				expect(firstFreeStart(asked, one, { now, zone, today: tuesday })?.getTime() ?? null).toBe(first);
			}),
			{ numRuns: 500 }
		);
	});
});
