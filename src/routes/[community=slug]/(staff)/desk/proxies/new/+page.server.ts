import { enterProxy } from '#lib/accounts/ask-proxy.server.ts';
import { proxyRights } from '#lib/accounts/people.ts';
import { proxyRightOptions } from '#lib/accounts/proxy-words.ts';
import { listPeople, personById } from '#lib/accounts/queries.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isId, newId } from '#lib/shared/ids.ts';
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
		const elder = await named(scope, searchParams.get('elder'));
		const proxy = elder && (await named(scope, searchParams.get('proxy')));
		const find = (searchParams.get('find') ?? '').slice(0, 40);
		return {
			elder,
			proxy,
			find,
			found: proxy ? [] : await foundBy(scope, find, elder?.id),
			rights: proxyRightOptions(),
			key: newId()
		};
	});

async function named(scope: Scope, personId: string | null) {
	const person = isId(personId) ? await personById(scope, personId) : undefined;
	return person && person.kind !== 'unit' ? { id: person.id, name: person.name } : null;
}

const mostFound = 10;

async function foundBy(scope: Scope, find: string, except: string | undefined) {
	const tokens = queryTokens(find);
	if (tokens.length === 0) return [];
	const rows = await listPeople(scope, { tokens, show: 'all', limit: mostFound + 1, offset: 0 });
	const english = getLocale() === 'en';
	return rows
		.filter(({ id: found, kind }) => found !== except && kind !== 'unit')
		.slice(0, mostFound)
		.map(({ id: found, name, building, buildingEn }) => ({
			id: found,
			name,
			home: english ? buildingEn : building
		}));
}

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
