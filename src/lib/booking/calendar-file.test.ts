import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { readCalendar } from '#tests/support/read-calendar.ts';
import { calendarFile, type CalendarEvent } from './calendar-file.ts';

const zone = 'Asia/Shanghai';
const event: CalendarEvent = {
	uid: '0193-x',
	sequence: 2,
	stamp: new Date('2026-11-20T02:03:04Z'),
	during: {
		start: instantAt('2026-11-28', '09:30', zone),
		end: instantAt('2026-11-28', '10:10', zone)
	},
	summary: '低保申请 · 陈桂香',
	location: '城东便民服务站, 东园正门旁; 一层',
	description: '请带：\n本人身份证\n户口本 \\ 复印件',
	url: 'https://linli.example.org/chengdong/bookings/0193-x',
	cancelled: false
};
const file = (change: Partial<CalendarEvent> = {}, where = zone) =>
	calendarFile([{ ...event, ...change }], { zone: where, name: '我的预约' });

describe('a calendar file', () => {
	it('is read again as it was written', () => {
		const [read] = readCalendar(file()).events;
		expect(read).toEqual({
			UID: '0193-x',
			DTSTAMP: '20261120T020304Z',
			SEQUENCE: '2',
			'DTSTART;TZID=Asia/Shanghai': '20261128T093000',
			'DTEND;TZID=Asia/Shanghai': '20261128T101000',
			SUMMARY: event.summary,
			LOCATION: event.location,
			DESCRIPTION: event.description,
			URL: event.url,
			STATUS: 'CONFIRMED'
		});
	});
	it('defines the zone it names, and has no line over 75 octets', () => {
		const text = file({ description: '请带好全家人的户口本、近六个月的收入证明和银行卡。'.repeat(9) });
		expect(readCalendar(text).zones).toEqual(['Asia/Shanghai']);
		expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
		const long = text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75);
		expect(long).toEqual([]);
	});
	it('tells times of a zone that changes its clocks as UTC', () => {
		const text = file({}, 'Europe/Berlin');
		expect(text).toContain('DTSTART:20261128T013000Z');
		expect(readCalendar(text).zones).toEqual([]);
	});
	it('says that something is off', () => {
		expect(readCalendar(file({ cancelled: true })).events[0]).toMatchObject({ STATUS: 'CANCELLED' });
	});
	it('brings any words through whole', () => {
		const words = fc
			.string({ unit: 'grapheme', maxLength: 200 })
			.map((said) => said.replace(/[\p{Cc}\u2028\u2029]/gu, ''));
		fc.assert(
			fc.property(words, (summary) => {
				expect(readCalendar(file({ summary })).events[0]?.SUMMARY).toBe(summary);
			})
		);
	});
});
