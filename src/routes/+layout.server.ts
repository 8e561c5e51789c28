import { building } from '$app/environment';
import { takeFlash } from '#lib/web/flash.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, cookies, url }) => {
	const { locale, mode, theme } = locals.preferences;
	return {
		demo: locals.demo,
		preferences: { locale, mode, theme, back: building ? '/' : url.pathname + url.search },
		flash: building ? null : takeFlash(cookies)
	};
};
