import { deviceName } from '#lib/accounts/device.ts';
import { endDevice } from '#lib/accounts/own.server.ts';
import { sessionsOf } from '#lib/accounts/session-queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const sessions = (await sessionsOf(scope, actor.accountId)).filter(({ expiresAt }) => expiresAt > now);
		return {
			devices: sessions.map(({ idHash, device, createdAt }) => ({
				idHash,
				name: nameOf(device),
				since: m.accounts_device_since({ when: sayWhen(createdAt, { now, zone }) }),
				here: idHash === event.locals.session?.idHash
			})),
			key: newId(),
			back: { href: `/${community.slug}/me` }
		};
	});

function nameOf(device: string): string {
	const { browser, system } = deviceName(device);
	const words = [system, browser === 'wechat' ? m.accounts_device_wechat() : browser].filter(
		(part) => part !== null
	);
	return words.join(' · ') || m.accounts_device_unknown();
}

export const actions: Actions = {
	end: personAction(z.object({ device: text(100) }), async ({ scope, actor }, { device }, event) => {
		await endDevice(scope, actor, device);
		return { to: event.url.pathname, flash: { words: m.accounts_device_ended() } };
	})
};
