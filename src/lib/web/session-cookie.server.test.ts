import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { sessionHash } from '#lib/accounts/sessions.server.ts';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.server.ts';

interface Kept {
	value: string;
	options: Record<string, unknown>;
}

function browser(address: string) {
	const kept = new Map<string, Kept>();
	const cookies = {
		get: (name: string) => kept.get(name)?.value,
		set: (name: string, value: string, options: Kept['options']) => void kept.set(name, { value, options }),
		delete: (name: string) => void kept.delete(name)
	};
	return { kept, event: { url: new URL(address), cookies } as unknown as RequestEvent };
}

const id = 'abcdefghij234567abcdefghij234567abcdefgh';
const expires = new Date('2026-12-22T02:00:00Z');

describe('the cookie of a session', () => {
	it('is tied to this very host over https', () => {
		const { kept, event } = browser('https://linli.example/');
		writeSessionCookie(event, id, expires);
		expect([...kept]).toEqual([
			[
				'__Host-session',
				{ value: id, options: { path: '/', httpOnly: true, sameSite: 'lax', secure: true, expires } }
			]
		]);
		expect(readSessionCookie(event)).toBe(id);
	});
	it('works over plain http on one’s own machine', () => {
		const { kept, event } = browser('http://localhost:3000/');
		writeSessionCookie(event, id, expires);
		expect(kept.get('session')?.options).toMatchObject({ secure: false, httpOnly: true });
		clearSessionCookie(event);
		expect(readSessionCookie(event)).toBeNull();
	});
	it.each([
		['a stored hash', sessionHash(id)],
		['nothing', ''],
		['another form', id.toUpperCase()],
		['more than an id', `${id}a`]
	])('that holds %s is not even looked up', (_, value) => {
		const { kept, event } = browser('http://localhost:3000/');
		kept.set('session', { value, options: {} });
		expect(readSessionCookie(event)).toBeNull();
	});
	it('of plain http is not believed over https', () => {
		const { kept, event } = browser('https://linli.example/');
		kept.set('session', { value: id, options: {} });
		expect(readSessionCookie(event)).toBeNull();
	});
});
