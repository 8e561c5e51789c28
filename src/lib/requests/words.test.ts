import { beforeAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { instantAt } from '#lib/shared/time.ts';
import { windowsFor } from './windows.ts';
import { eventWords, timelineOf, windowsWords, wishWords } from './words.ts';

// no line ends beside it
const dash = '\u2060—\u2060';

const zone = 'Asia/Shanghai';
const now = instantAt('2026-11-22', '10:00', zone);
const here = { now, zone };

beforeAll(() => overwriteGetLocale(() => 'zh-CN'));

const event = (kind: string, actorId: string | null, params = {}) => ({
	id: kind,
	kind,
	params,
	actorId,
	at: now
});

describe('the timeline of a request', () => {
	const names = new Map([
		['helper', '周启明'],
		['staff', '李敏']
	]);
	const events = [
		event('asked', 'me'),
		event('questioned', 'staff', { words: '几楼？' }),
		event('declined', 'helper'),
		event('dropped_out', 'helper'),
		event('started', 'helper'),
		event('something_of_tomorrow', 'staff')
	];
	it('names nobody who said no to the one who asked, and everybody to staff', () => {
		const mine = timelineOf(events, names, { personId: 'me', staff: false }, here);
		expect(mine.map(({ actor }) => actor)).toEqual(['您', '李敏', undefined, undefined, '周启明']);
		const staff = timelineOf(events, names, { personId: 'other', staff: true }, here);
		expect(staff[2]?.actor).toBe('周启明');
	});
	it('keeps what was written with an event', () => {
		const [, question] = timelineOf(events, names, { personId: 'me', staff: false }, here);
		expect(question?.detail).toBe('几楼？');
	});
	it('says the agreed time', () => {
		const params = { start: '2026-11-22T07:00:00Z', end: '2026-11-22T08:00:00Z' };
		expect(eventWords(event('accepted_offer', 'helper', params), here)).toBe(
			`志愿者答应了：今天 15:00${dash}16:00`
		);
	});
});

describe('when help is wanted, in words', () => {
	it('is said as it was chosen', () => {
		expect(wishWords({ when: 'tomorrow', part: 'morning' }, '2026-11-22')).toBe('明天上午');
		expect(wishWords({ when: 'days', part: 'any' }, '2026-11-22')).toBe('三天以内');
	});
	it('names the days that are left, and is nothing once they have passed', () => {
		const windows = windowsFor({ when: 'week', part: 'evening' }, '2026-11-22', now, 60, zone);
		expect(windowsWords(windows, here)).toBe('今天到下周六，晚上');
		expect(windowsWords(windows, { now: instantAt('2026-11-28', '09:00', zone), zone })).toBe('今天晚上');
		expect(windowsWords(windows, { now: instantAt('2026-11-29', '09:00', zone), zone })).toBeNull();
	});
});
