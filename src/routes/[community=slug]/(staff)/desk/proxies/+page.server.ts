import { stateOf } from '#lib/accounts/proxy-page.server.ts';
import { countProxies, proxiesOf } from '#lib/accounts/proxy-queries.server.ts';
import { proxyRightWords } from '#lib/accounts/proxy-words.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

const perPage = 30;

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const page = Math.min(1000, Math.max(1, Math.floor(Number(event.url.searchParams.get('page')) || 1)));
		const rows = await proxiesOf(scope, {}, { limit: perPage, offset: (page - 1) * perPage });
		const total = await countProxies(scope);
		return {
			page,
			total,
			pages: Math.max(1, Math.ceil(total / perPage)),
			proxies: rows.map((row) => ({
				id: row.id,
				elder: row.elder,
				proxy: row.proxy,
				rights: proxyRightWords(row.allowed),
				state: stateOf(row, null),
				since: sayWhen(row.acceptedAt ?? row.askedAt, { now, zone })
			}))
		};
	});
