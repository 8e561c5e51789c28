import type { RequestEvent } from '@sveltejs/kit';
import { readPhone } from '#lib/accounts/phone.ts';
import { isId } from '#lib/shared/ids.ts';

/** The sign-in that this browser has begun. */
export interface Attempt {
	id: string;
	phone: string;
}

const name = 'attempt';
const options = { path: '/sign-in', httpOnly: true, sameSite: 'lax' } as const;

/** Ties a code to the browser that asked for it. */
export function keepAttempt(event: RequestEvent, { id, phone }: Attempt): void {
	const secure = event.url.protocol === 'https:';
	event.cookies.set(name, `${id}.${phone}`, { ...options, secure, maxAge: 600 });
}

export function readAttempt(event: RequestEvent): Attempt | null {
	const [id, given] = event.cookies.get(name)?.split('.') ?? [];
	const phone = given ? readPhone(given) : null;
	return isId(id) && phone ? { id, phone } : null;
}

export function forgetAttempt(event: RequestEvent): void {
	event.cookies.delete(name, options);
}
