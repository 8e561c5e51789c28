import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { noticeTemplates } from './notices.ts';
import { noticeWords } from './words.ts';

afterEach(() => overwriteGetLocale(() => 'zh-CN'));

describe('the words of a notice', () => {
	it.each(noticeTemplates)('%s are there in both languages, with nothing left open', (template) => {
		const params = {
			need: 'NEED',
			words: 'WORDS',
			name: 'NAME',
			count: 'COUNT',
			service: 'SERVICE',
			when: 'WHEN',
			monday: 'MONDAY',
			activity: 'ACTIVITY',
			group: 'GROUP',
			venue: 'VENUE',
			by: 'BY',
			reason: 'REASON',
			more: 'MORE',
			minutes: 'MINUTES',
			year: 'YEAR',
			number: 'NUMBER'
		};
		overwriteGetLocale(() => 'zh-CN');
		const chinese = noticeWords(template, params);
		overwriteGetLocale(() => 'en');
		const english = noticeWords(template, params);
		expect(chinese).toMatch(/\p{Script=Han}/u);
		expect(english).toMatch(/^[^\p{Script=Han}]+$/u);
		expect(chinese + english).not.toMatch(/undefined|[{}]/);
	});
	it('are none for news that this program does not know', () => {
		expect(noticeWords('from_tomorrow', {})).toBe('');
	});
});
