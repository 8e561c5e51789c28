import { describe, expect, it } from 'vitest';
import { instantAt } from '#lib/shared/time.ts';
import { sayLeave, sayOpen } from './words.ts';

const zone = 'Asia/Shanghai';
const at = (day: string, clock: string) => instantAt(day, clock, zone);
const here = { now: at('2026-11-23', '08:00'), zone };

describe('a leave in words', () => {
	it('is said by its days where it is of whole days, else with the hours', () => {
		const say = (start: Date, end: Date) => sayLeave({ start, end }, here);
		expect(say(at('2026-11-23', '00:00'), at('2026-11-24', '00:00'))).toBe('今天');
		expect(say(at('2026-11-23', '00:00'), at('2026-11-28', '00:00'))).toMatch(/^今天.*周五$/u);
		expect(say(at('2026-11-23', '13:30'), at('2026-11-23', '17:00'))).toMatch(/13:30.*17:00$/u);
	});
});

it('a day without hours is closed', () => {
	expect(sayOpen([])).toBe('不开');
	expect(sayOpen([{ from: 480, to: 720 }])).toMatch(/^8:00.*12:00$/u);
});
