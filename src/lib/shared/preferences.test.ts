import { describe, expect, it } from 'vitest';
import { choose, locales, modes, themes } from './preferences.ts';

describe('what a cookie says of a preference', () => {
	it('holds where it is known', () => {
		expect([choose(locales, 'en'), choose(modes, 'elder'), choose(themes, 'dark')]).toEqual([
			'en',
			'elder',
			'dark'
		]);
	});
	it('is the usual otherwise: Chinese, standard, as the device', () => {
		expect([choose(locales, 'fr'), choose(modes, undefined), choose(themes, '"><script>')]).toEqual([
			'zh-CN',
			'standard',
			'auto'
		]);
	});
});
