import type { Cookies } from '@sveltejs/kit';

/** A message for the next page, after a redirect: what was done, and how to undo it. */
export interface Flash {
	words: string;
	/** Where to go on. */
	link?: { href: string; label: string };
	undo?: { action: string; fields: Record<string, string>; until: string };
}

const name = 'flash';

export function setFlash(cookies: Cookies, flash: Flash): void {
	cookies.set(name, JSON.stringify(flash), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		maxAge: 60,
		secure: false
	});
}

/** The message left by the last page, taken away as it is read. */
export function takeFlash(cookies: Cookies): Flash | null {
	const value = cookies.get(name);
	if (!value) return null;
	cookies.delete(name, { path: '/' });
	try {
		return JSON.parse(value) as Flash;
	} catch {
		return null;
	}
}
