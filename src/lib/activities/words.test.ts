import { afterEach, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { riskOf } from './words.ts';

afterEach(() => overwriteGetLocale(() => 'zh-CN'));

describe('the risk of an activity', () => {
	it('is told in the English that staff wrote, else as it was written; nothing where there is none', () => {
		overwriteGetLocale(() => 'en');
		expect(riskOf({ risk: '路上注意安全', riskEn: 'Take care on the way' })).toBe('Take care on the way');
		expect(riskOf({ risk: '路上注意安全', riskEn: '' })).toBe('路上注意安全');
		expect(riskOf({ risk: null, riskEn: '' })).toBeNull();
		overwriteGetLocale(() => 'zh-CN');
		expect(riskOf({ risk: '路上注意安全', riskEn: 'Take care on the way' })).toBe('路上注意安全');
	});
});
