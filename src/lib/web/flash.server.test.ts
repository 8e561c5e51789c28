import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { setFlash, takeFlash } from './flash.server.ts';

/** A browser's cookies, as far as these functions use them. */
function jar(values: Record<string, string> = {}): Cookies {
	const kept = new Map(Object.entries(values));
	return {
		get: (name: string) => kept.get(name),
		set: (name: string, value: string) => void kept.set(name, value),
		delete: (name: string) => void kept.delete(name)
	} as unknown as Cookies;
}

describe('a message for the next page', () => {
	it('is shown there once, with the way to undo', () => {
		const cookies = jar();
		const flash = {
			words: '已批准',
			undo: { action: '?/undo', fields: { id: '1' }, until: '2026-11-22T02:00:10Z' }
		};
		setFlash(cookies, flash);
		expect(takeFlash(cookies)).toEqual(flash);
		expect(takeFlash(cookies)).toBeNull();
	});
	it('is none when the cookie is broken, and does not come again', () => {
		const cookies = jar({ flash: '{"words":' });
		expect(takeFlash(cookies)).toBeNull();
		expect(cookies.get('flash')).toBeUndefined();
	});
});
