import {
	fromDate,
	parseDate,
	parseTime,
	toCalendarDate,
	toCalendarDateTime,
	toZoned
} from '@internationalized/date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	ageOn,
	clockOf,
	dayOf,
	daysBetween,
	instantAt,
	isDay,
	minuteOfDay,
	monthStart,
	overlaps,
	weekStart,
	weekdayOf
} from './time.ts';

const zone = 'Asia/Shanghai';
const berlin = 'Europe/Berlin';

/** Days as the calendar counts them, from 1970 to 2100. */
const days = fc.integer({ min: 0, max: 47_000 }).map((count) => addDays('1970-01-01', count));
const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

describe('the local day and time of an instant', () => {
	it('are those of the zone, whatever zone the machine is in', () => {
		const instant = new Date('2026-11-22T16:30:00Z');
		expect([dayOf(instant, zone), clockOf(instant, zone), minuteOfDay(instant, zone)]).toEqual([
			'2026-11-23',
			'00:30',
			30
		]);
		expect([dayOf(instant, berlin), clockOf(instant, berlin)]).toEqual(['2026-11-22', '17:30']);
	});
	it('lead back to it', () => {
		fc.assert(
			fc.property(instants, (instant) => {
				const back = instantAt(dayOf(instant, zone), clockOf(instant, zone), zone);
				expect(back.getTime()).toBe(Math.floor(instant.getTime() / 60_000) * 60_000);
			})
		);
	});
	it('are what the calendar library says, also on the days when clocks change', () => {
		const zones = fc.constantFrom(zone, berlin, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata');
		const near = fc.constantFrom(
			'2026-03-08',
			'2026-03-29',
			'2026-04-05',
			'2026-10-04',
			'2026-10-25',
			'2026-11-01'
		);
		const minutes = fc.integer({ min: -1440, max: 2880 });
		const around = fc.tuple(near, minutes).map(([day, more]) => new Date(Date.parse(day) + more * 60_000));
		fc.assert(
			fc.property(fc.oneof(around, instants), zones, (instant, zone) => {
				const there = fromDate(instant, zone);
				expect(dayOf(instant, zone)).toBe(toCalendarDate(there).toString());
				expect(minuteOfDay(instant, zone)).toBe(there.hour * 60 + there.minute);
				const local = toCalendarDateTime(parseDate(dayOf(instant, zone)), parseTime(clockOf(instant, zone)));
				const back = instantAt(dayOf(instant, zone), clockOf(instant, zone), zone);
				expect(back).toEqual(toZoned(local, zone).toDate());
			}),
			{ numRuns: 2000 }
		);
	});
	it('are the later ones where a clock skips an hour', () => {
		expect(instantAt('2026-03-29', '02:30', berlin)).toEqual(new Date('2026-03-29T01:30:00Z'));
	});
});

describe('days', () => {
	it('follow one another over months, leap days and years', () => {
		expect([addDays('2028-02-28', 1), addDays('2026-12-31', 1), addDays('2026-03-01', -1)]).toEqual([
			'2028-02-29',
			'2027-01-01',
			'2026-02-28'
		]);
	});
	it('are as far apart as they were moved', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
				expect(daysBetween(day, addDays(day, count))).toBe(count);
			})
		);
	});
	it('have the weekday of the calendar', () => {
		expect(['2026-11-22', '2026-11-23', '2026-11-28'].map(weekdayOf)).toEqual([0, 1, 6]);
	});
	it.each(['2026-02-30', '2026-13-01', '2026-00-10', '0000-01-01', '2026-1-1', '2026-01-01T00:00', '', 'x'])(
		'%j is none',
		(text) => {
			expect(isDay(text)).toBe(false);
		}
	);
	it('of the calendar are all days', () => {
		fc.assert(fc.property(days, (day) => isDay(day)));
		expect(isDay('2028-02-29')).toBe(true);
		expect(isDay('2026-02-29')).toBe(false);
	});
});

describe('age', () => {
	it('rises on the birthday', () => {
		expect(ageOn('1946-11-22', '2026-11-21')).toBe(79);
		expect(ageOn('1946-11-22', '2026-11-22')).toBe(80);
	});
	it('of someone born on a leap day rises on the first of March', () => {
		expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
	});
});

describe('spans', () => {
	const span = (start: string, end: string) => ({
		start: instantAt('2026-11-22', start, zone),
		end: instantAt('2026-11-22', end, zone)
	});
	it('that touch do not overlap, since the end belongs to what follows', () => {
		expect(overlaps(span('09:00', '10:00'), span('10:00', '11:00'))).toBe(false);
		expect(overlaps(span('09:00', '10:01'), span('10:00', '11:00'))).toBe(true);
		expect(overlaps(span('09:00', '12:00'), span('10:00', '11:00'))).toBe(true);
	});
});

describe('the month and the week', () => {
	it('begin at local midnight, the week on Monday', () => {
		const sundayNight = instantAt('2026-11-01', '23:59', zone);
		expect(monthStart(sundayNight, zone)).toEqual(instantAt('2026-11-01', '00:00', zone));
		expect(weekStart(sundayNight, zone)).toEqual(instantAt('2026-10-26', '00:00', zone));
		expect(weekStart(instantAt('2026-11-02', '00:00', zone), zone)).toEqual(
			instantAt('2026-11-02', '00:00', zone)
		);
	});
});
