import { proxyPage } from '#lib/accounts/proxy-page.server.ts';
import { allowProxy, answerProxy, endProxy } from '#lib/accounts/proxy.server.ts';
import { proxyRights } from '#lib/accounts/people.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => ({
		proxy: await proxyPage(scope, actor, event.params.id, { now, zone }, 'desk'),
		key: newId()
	}));

export const actions: Actions = {
	answer: staffAction(
		z.object({ yes: z.enum(['yes', 'no']) }),
		async ({ scope, actor, now, community }, { yes }, { params }) => {
			await answerProxy(scope, actor, { id: params.id!, yes: yes === 'yes' }, now);
			const words = yes === 'yes' ? m.accounts_proxy_accepted_now() : m.accounts_proxy_declined_now();
			return { to: `/${community.slug}/desk/proxies`, flash: { words } };
		}
	),
	allow: staffAction(
		z.object({ allowed: z.array(z.enum(proxyRights)).default([]) }),
		async ({ scope, actor, now, community }, { allowed }, { params }) => {
			await allowProxy(scope, actor, { id: params.id!, allowed }, now);
			return { to: `/${community.slug}/desk/proxies`, flash: { words: m.accounts_proxy_changed_now() } };
		}
	),
	end: staffAction(z.object({}), async ({ scope, actor, now, community }, _, { params }) => {
		await endProxy(scope, actor, params.id!, now);
		return { to: `/${community.slug}/desk/proxies`, flash: { words: m.accounts_proxy_ended_now() } };
	})
};
