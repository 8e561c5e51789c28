import { m } from '#lib/paraglide/messages.js';
import type { Place } from '#lib/ui/ui.ts';

/**
 * The tabs of residents and volunteers: only what exists for this person.
 * @param home the community's address, `/chengdong`
 * @param here the path of the page
 */
export function phoneTabs(
	home: string,
	here: string,
	{ volunteer, unread, offers = 0 }: { volunteer: boolean; unread: number; offers?: number }
): Place[] {
	const tab = (path: string, label: string, icon: NonNullable<Place['icon']>): Place => ({
		href: home + path,
		label,
		icon,
		current: path === '' ? here === home : here === home + path || here.startsWith(`${home}${path}/`)
	});
	return [
		tab('', m.app_tab_home(), 'house'),
		tab('/help', m.app_tab_help(), 'heart'),
		...(volunteer
			? [{ ...tab('/volunteer', m.app_tab_volunteer(), 'hand-helping'), count: offers || undefined }]
			: []),
		{ ...tab('/me', m.app_tab_me(), 'user'), count: unread || undefined }
	];
}
