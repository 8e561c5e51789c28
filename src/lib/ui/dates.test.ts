import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { sayAgo, sayDay, sayDistance, sayMinutes, saySpan, sayTime, sayWhen } from './dates.ts';

// no line ends beside it
const dash = '\u2060—\u2060';

const zone = 'Asia/Shanghai';
// A Monday.
const today = '2026-11-23';
const at = (day: string, clock: string) => instantAt(day, clock, zone);
const here = { now: at(today, '14:30'), zone };

describe('a day as people say it', () => {
	it.each([
		['2026-11-23', '今天', 'Today'],
		['2026-11-24', '明天', 'Tomorrow'],
		['2026-11-25', '后天', 'Wed'],
		['2026-11-22', '昨天', 'Yesterday'],
		['2026-11-21', '前天', 'Last Sat'],
		['2026-11-28', '周六', 'Sat'],
		['2026-11-30', '11月30日 周一', 'Mon 30 Nov'],
		['2026-01-05', '1月5日 周一', 'Mon 5 Jan'],
		['2027-01-03', '2027年1月3日 周日', 'Sun 3 Jan 2027'],
		['2025-12-31', '2025年12月31日 周三', 'Wed 31 Dec 2025']
	])('%s is %s, %s', (day, chinese, english) => {
		expect(sayDay(day, today, 'zh-CN')).toBe(chinese);
		expect(sayDay(day, today, 'en')).toBe(english);
	});

	it('a weekday after Sunday is said to be next week', () => {
		expect(sayDay('2026-12-02', '2026-11-27', 'zh-CN')).toBe('下周三');
		expect(sayDay('2026-12-02', '2026-11-27', 'en')).toBe('Next Wed');
		expect(sayDay('2026-11-29', '2026-11-26', 'zh-CN')).toBe('周日');
	});
});

describe('a time of day', () => {
	it.each([
		['00:30', '凌晨 0:30', '0:30'],
		['07:40', '早上 7:40', '7:40'],
		['09:30', '上午 9:30', '9:30'],
		['12:10', '中午 12:10', '12:10'],
		['15:00', '15:00', '15:00']
	])('%s is %s, %s', (clock, chinese, english) => {
		expect(sayTime(at(today, clock), zone, 'zh-CN')).toBe(chinese);
		expect(sayTime(at(today, clock), zone, 'en')).toBe(english);
	});

	it('is told in the zone of the community, wherever the server is', () => {
		expect(sayWhen(new Date('2026-11-23T23:30:00Z'), here, 'zh-CN')).toBe('明天早上 7:30');
	});
});

describe('a span', () => {
	const say = (start: Date, end: Date, locale: 'zh-CN' | 'en' = 'zh-CN') =>
		saySpan({ start, end }, here, locale);

	it('names the day once', () => {
		expect(say(at('2026-11-24', '09:30'), at('2026-11-24', '10:30'))).toBe(`明天上午 9:30${dash}10:30`);
		expect(say(at(today, '15:00'), at(today, '16:00'))).toBe(`今天 15:00${dash}16:00`);
		expect(say(at(today, '15:00'), at(today, '16:00'), 'en')).toBe('Today 15:00–16:00');
		expect(say(at('2026-11-30', '09:00'), at('2026-11-30', '11:30'))).toBe(
			`11月30日 周一上午 9:00${dash}11:30`
		);
	});

	it('ends at midnight on the same day', () => {
		expect(say(at(today, '22:00'), at('2026-11-24', '00:00'))).toBe(`今天 22:00${dash}24:00`);
	});

	it('names both days when it crosses one', () => {
		expect(say(at(today, '22:00'), at('2026-11-24', '06:00'))).toBe(`今天 22:00${dash}明天早上 6:00`);
	});
});

describe('how long ago', () => {
	it.each([
		['14:29:31', '刚刚', 'Just now'],
		['14:25:00', '5 分钟前', '5 min ago'],
		['11:00:00', '3 小时前', '3 h ago']
	])('%s is %s', (clock, chinese, english) => {
		const then = new Date(`${today}T${clock}+08:00`);
		expect(sayAgo(then, here, 'zh-CN')).toBe(chinese);
		expect(sayAgo(then, here, 'en')).toBe(english);
	});

	it('is the day and the time from yesterday on, even within 24 hours', () => {
		expect(sayAgo(at('2026-11-22', '20:00'), here, 'zh-CN')).toBe('昨天 20:00');
	});

	it('does not call the future past', () => {
		expect(sayAgo(at(today, '15:00'), here, 'zh-CN')).toBe('今天 15:00');
	});
});

describe('lengths', () => {
	it.each([
		[40, '40 分钟', '40 min'],
		[60, '1 小时', '1 h'],
		[80, '1 小时 20 分', '1 h 20 min'],
		[0, '0 分钟', '0 min']
	])('%d minutes are %s', (minutes, chinese, english) => {
		expect(sayMinutes(minutes, 'zh-CN')).toBe(chinese);
		expect(sayMinutes(minutes, 'en')).toBe(english);
	});

	it.each([
		[20, '50 米以内', 'within 50 m'],
		[304, '300 米', '300 m'],
		[996, '1 公里', '1 km'],
		[1240, '1.2 公里', '1.2 km'],
		[12_600, '13 公里', '13 km']
	])('%d metres are %s', (metres, chinese, english) => {
		expect(sayDistance(metres, 'zh-CN')).toBe(chinese);
		expect(sayDistance(metres, 'en')).toBe(english);
	});
});
