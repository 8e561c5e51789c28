import { redirect } from '@sveltejs/kit';
import { cookieName } from '#lib/paraglide/runtime.js';
import { choose, locales, modes, themes } from '#lib/shared/preferences.ts';
import { formOf, plainly } from '#lib/web/act.server.ts';
import { safePath } from '#lib/web/safe-path.ts';
import type { RequestHandler } from './$types';

const year = 31_536_000;

/** Keeps language, size and colours on this device and goes back to where one was. */
export const POST: RequestHandler = async (event) => {
	const form = await plainly(formOf(event));
	const options = {
		path: '/',
		maxAge: year,
		sameSite: 'lax',
		secure: event.url.protocol === 'https:'
	} as const;
	const given = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value : undefined;
	};
	if (given('locale'))
		event.cookies.set(cookieName, choose(locales, given('locale')), { ...options, httpOnly: false });
	if (given('mode')) event.cookies.set('mode', choose(modes, given('mode')), options);
	if (given('theme')) event.cookies.set('theme', choose(themes, given('theme')), options);
	redirect(303, safePath(given('back') ?? null));
};
