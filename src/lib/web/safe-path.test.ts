import { describe, expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

describe('where a sign-in leads back to', () => {
	it('is a page of this app', () => {
		expect(safePath('/chengdong/help?a=1#x')).toBe('/chengdong/help?a=1#x');
	});
	it.each([
		null,
		'',
		'https://evil.example',
		'//evil.example',
		'/\\evil.example',
		'/a\\b',
		'javascript:x',
		'/a\nb'
	])('is home for %j', (path) => {
		expect(safePath(path)).toBe('/');
	});
});
