import { describe, expect, it } from 'vitest';
import { queryTokens } from '#lib/accounts/search.ts';
import { serviceTokens } from './service-search.ts';

const tokens = serviceTokens({
	name: '低保申请',
	nameEn: 'Minimum living allowance',
	purpose: '家里收入低于当地标准的，每月领一份生活补助',
	purposeEn: 'A monthly allowance for families whose income is below the local standard'
});
const finds = (typed: string) => queryTokens(typed).every((token) => tokens.includes(token));

describe('a service', () => {
	it.each(['低保', 'dbsq', 'DB', '生活补助', 'allowance', 'income', '收入'])('is found by %j', (typed) => {
		expect(finds(typed)).toBe(true);
	});
	it.each(['医保', 'ybcb', 'pension'])('is not found by %j', (typed) => {
		expect(finds(typed)).toBe(false);
	});
});
