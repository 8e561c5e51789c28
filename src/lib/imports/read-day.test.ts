import { describe, expect, test } from 'vitest';
import { guessDayOrder, readDay } from './read-day.ts';

describe('a day is understood however it is written', () => {
	test.each([
		'2026-11-22',
		'2026/11/22',
		'2026.11.22',
		'2026年11月22日',
		'２０２６年１１月２２日',
		'2026年11月22号（星期日）',
		'20261122',
		'2026-11-22 09:30',
		'2026-11-22T01:30:00Z',
		'2026/11/22 9点',
		'22 Nov 2026',
		'22nd of November 2026',
		'22-Nov-26',
		'November 22 2026',
		'Nov 22, 2026',
		'Sunday, November 22, 2026',
		'11/22/2026',
		'46348',
		'46348.4'
	])('%s', (text) => {
		expect(readDay(text)).toBe('2026-11-22');
	});

	test('a single digit is enough', () => {
		expect(readDay('2026年3月5日')).toBe('2026-03-05');
	});

	test('the order of day and month is told', () => {
		expect(readDay('3/4/2026', 'mdy')).toBe('2026-03-04');
		expect(readDay('3/4/2026', 'dmy')).toBe('2026-04-03');
	});

	test('two digits of a year are read as spreadsheets do', () => {
		expect(readDay('5-Mar-58')).toBe('1958-03-05');
	});
});

test.each([
	'',
	'soon',
	'2026-02-30',
	'2026-13-01',
	'22 Foo 2026',
	'1800-01-01',
	'5',
	'13800000000',
	'2026-11'
])('%j is no day', (text) => {
	expect(readDay(text)).toBeNull();
});

test.each(['1958-03', '1958年3月', '1958.03', '195803', '1958/3'])(
	'a birthday may be a month: %s',
	(text) => {
		expect(readDay(text, 'mdy', true)).toBe('1958-03-01');
	}
);

test('1958.1 may have been January or October, so it is not guessed', () => {
	expect(readDay('1958.1', 'mdy', true)).toBeNull();
});

describe('the order of day and month', () => {
	test('shows where a number is above twelve', () => {
		expect(guessDayOrder(['3/4/2026', '22/4/2026'])).toBe('dmy');
		expect(guessDayOrder(['3/4/2026', '4/22/2026'])).toBe('mdy');
	});

	test('is left open otherwise', () => {
		expect(guessDayOrder(['3/4/2026', '2026-11-22'])).toBeNull();
	});
});
