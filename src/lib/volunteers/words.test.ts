import { describe, expect, it } from 'vitest';
import { hobbyChoices, hobbyName, hoursWords, longDay, reachName } from './words.ts';

// no line ends beside it
const dash = '\u2060—\u2060';

const daily = (weekdays: number[], fromMinute: number, toMinute: number) =>
	weekdays.map((weekday) => ({ weekday, fromMinute, toMinute }));

describe('usual hours in words', () => {
	it('share a line where days in a row are alike', () => {
		const hours = [...daily([1, 2, 3, 4, 5], 1110, 1260), ...daily([6, 0], 540, 1050)];
		expect(hoursWords(hours)).toEqual([
			{ days: `周一${dash}周五`, times: [`18:30${dash}21:00`] },
			{ days: `周六${dash}周日`, times: [`9:00${dash}17:30`] }
		]);
	});

	it('are every day’s where all are alike, and keep apart what is not in a row', () => {
		expect(hoursWords(daily([0, 1, 2, 3, 4, 5, 6], 480, 720))).toEqual([
			{ days: '每天', times: [`8:00${dash}12:00`] }
		]);
		expect(hoursWords(daily([1, 3], 480, 720)).map(({ days }) => days)).toEqual(['周一', '周三']);
	});
});

describe('words on a card', () => {
	it('name the ten-minute circle and everything else by its distance', () => {
		expect([300, 500, 800, 1500, 20_000].map(reachName)).toEqual([
			'附近几栋楼（300 米）',
			'500 米以内',
			'走路十分钟（800 米）',
			'1.5 公里以内',
			'远近都行'
		]);
	});

	it('store hobbies in the words of the community, and leave those of one’s own as they are', () => {
		expect(hobbyChoices()[0]).toEqual({ value: '象棋', label: '象棋' });
		expect(hobbyName('放风筝')).toBe('放风筝');
	});

	it('say a day in full', () => {
		expect([longDay('2027-11-17'), longDay('2027-11-17', 'en')]).toEqual([
			'2027年11月17日',
			'17 November 2027'
		]);
	});
});
