import type { RequestEvent } from '@sveltejs/kit';

/** `__Host-` ties the cookie to this very host, which browsers allow only over https. */
function cookieName(event: RequestEvent): string {
	return event.url.protocol === 'https:' ? '__Host-session' : 'session';
}

const options = { path: '/', httpOnly: true, sameSite: 'lax' } as const;

/** Ids are 40 letters and digits; what looks like anything else, such as a stored hash, is not even looked up. */
const idForm = /^[a-z0-9]{40}$/;

/** The session id that the browser sent, if it has the form of one. */
export function readSessionCookie(event: RequestEvent): string | null {
	const value = event.cookies.get(cookieName(event));
	return value && idForm.test(value) ? value : null;
}

export function writeSessionCookie(event: RequestEvent, id: string, expires: Date): void {
	event.cookies.set(cookieName(event), id, { ...options, secure: event.url.protocol === 'https:', expires });
}

export function clearSessionCookie(event: RequestEvent): void {
	event.cookies.delete(cookieName(event), { ...options, secure: event.url.protocol === 'https:' });
}
