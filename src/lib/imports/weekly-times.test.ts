import { describe, expect, test } from 'vitest';
import { readWeeklyTimes } from './weekly-times.ts';

const morning = { fromMinute: 480, toMinute: 720 };
const evening = { fromMinute: 1080, toMinute: 1260 };
const whole = { fromMinute: 480, toMinute: 1260 };

describe('times of the week in words', () => {
	test('a day with a part of it', () => {
		expect(readWeeklyTimes('周六上午')).toEqual([{ weekday: 6, ...morning }]);
		expect(readWeeklyTimes('Saturday mornings')).toEqual([{ weekday: 6, ...morning }]);
	});

	test('several phrases', () => {
		expect(readWeeklyTimes('周六上午、周日全天')).toEqual([
			{ weekday: 6, ...morning },
			{ weekday: 0, ...whole }
		]);
	});

	test('a row of days shares the time that follows', () => {
		const expected = [1, 3, 5].map((weekday) => ({ weekday, ...evening }));
		expect(readWeeklyTimes('周一、周三、周五晚上')).toEqual(expected);
		expect(readWeeklyTimes('周一三五晚上')).toEqual(expected);
		expect(readWeeklyTimes('星期一、三、五晚上')).toEqual(expected);
		expect(readWeeklyTimes('Mon, Wed and Fri evenings')).toEqual(expected);
	});

	test.each(['周一至周五晚上', '周一到五晚上', '工作日晚上', 'Mon-Fri evenings', 'weekdays in the evening'])(
		'%s',
		(text) => {
			expect(readWeeklyTimes(text)).toEqual([1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...evening })));
		}
	);

	test('a range may run over the weekend', () => {
		expect(readWeeklyTimes('周六至周一上午')?.map(({ weekday }) => weekday)).toEqual([1, 6, 0]);
	});

	test('clock times, halves too', () => {
		expect(readWeeklyTimes('周末 9:00-11:30')).toEqual([
			{ weekday: 6, fromMinute: 540, toMinute: 690 },
			{ weekday: 0, fromMinute: 540, toMinute: 690 }
		]);
		expect(readWeeklyTimes('周三14点半至16点')).toEqual([{ weekday: 3, fromMinute: 870, toMinute: 960 }]);
	});

	test('a day alone is the whole day, a time alone every day', () => {
		expect(readWeeklyTimes('周二')).toEqual([{ weekday: 2, ...whole }]);
		expect(readWeeklyTimes('晚上')).toHaveLength(7);
	});

	test('an afternoon is no noon', () => {
		expect(readWeeklyTimes('Tuesday afternoon')).toEqual([{ weekday: 2, fromMinute: 780, toMinute: 1050 }]);
	});

	test('the longer of two times that begin together stays', () => {
		expect(readWeeklyTimes('周六全天；周六上午')).toEqual([{ weekday: 6, ...whole }]);
	});

	test('what is not understood is not guessed', () => {
		expect(readWeeklyTimes('看情况')).toBeNull();
		expect(readWeeklyTimes('周六上午；看情况')).toBeNull();
		expect(readWeeklyTimes('')).toBeNull();
	});
});
