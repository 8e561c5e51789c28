import { askProxy } from '#lib/accounts/ask-proxy.server.ts';
import { proxyRights } from '#lib/accounts/people.ts';
import { proxySides } from '#lib/accounts/proxies.ts';
import { proxyRightOptions } from '#lib/accounts/proxy-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	as: choice(proxySides),
	name: text(60),
	phone: text(30),
	allowed: z.array(z.enum(proxyRights)).default([])
});

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ community }) => ({
		rights: proxyRightOptions(),
		key: newId(),
		back: { href: `/${community.slug}/me/proxies` }
	}));

export const actions: Actions = {
	default: personAction(schema, async ({ scope, actor, now, community }, question) => {
		await askProxy(scope, actor, question, now);
		const words = m.accounts_proxy_asked({ name: question.name });
		return { to: `/${community.slug}/me/proxies`, flash: { words } };
	})
};
