import { enterProxy } from '#lib/accounts/ask-proxy.server.ts';
import { findPeople, personNamed } from '#lib/accounts/find-people.server.ts';
import { proxyRights } from '#lib/accounts/people.ts';
import { proxyRightOptions } from '#lib/accounts/proxy-words.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { id, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	elder: id(),
	proxy: id(),
	allowed: z.array(z.enum(proxyRights)).default([])
});

/** The elder is found first, then the proxy, then what is allowed: each answer stands in the address. */
export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope }) => {
		const { searchParams } = event.url;
		const elder = await personNamed(scope, searchParams.get('elder'));
		const proxy = elder && (await personNamed(scope, searchParams.get('proxy')));
		const find = (searchParams.get('find') ?? '').slice(0, 40);
		return {
			elder,
			proxy,
			find,
			found: proxy ? [] : await findPeople(scope, find, elder?.id),
			rights: proxyRightOptions(),
			key: newId()
		};
	});

export const actions: Actions = {
	default: staffAction(schema, async ({ scope, actor, now, community }, { elder, proxy, allowed }) => {
		await enterProxy(scope, actor, { elderId: elder, proxyId: proxy, allowed }, now);
		const name = (await personById(scope, proxy))?.name ?? '';
		return {
			to: `/${community.slug}/desk/proxies`,
			flash: { words: m.accounts_proxy_asked({ name }) }
		};
	})
};
