import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { newId } from '#lib/shared/ids.ts';
import { forgetAttempt, keepAttempt, readAttempt } from './sign-in-attempt.server.ts';

function browser(values: Record<string, string> = {}) {
	const kept = new Map(Object.entries(values));
	const cookies = {
		get: (name: string) => kept.get(name),
		set: (name: string, value: string) => void kept.set(name, value),
		delete: (name: string) => void kept.delete(name)
	};
	return { url: new URL('http://localhost:3000/sign-in'), cookies } as unknown as RequestEvent;
}

describe('the sign-in that a browser has begun', () => {
	it('is known there until it is over, and nowhere else', () => {
		const [mine, other] = [browser(), browser()];
		const attempt = { id: newId(), phone: '13800000001' };
		keepAttempt(mine, attempt);
		expect(readAttempt(mine)).toEqual(attempt);
		expect(readAttempt(other)).toBeNull();
		forgetAttempt(mine);
		expect(readAttempt(mine)).toBeNull();
	});
	it.each(['', 'x', `${newId()}`, `${newId()}.`, `${newId()}.<script>`, `x.13800000001`])(
		'is none where the cookie says %j',
		(value) => {
			expect(readAttempt(browser({ attempt: value }))).toBeNull();
		}
	);
});
