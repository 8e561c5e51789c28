import type { Scope } from '../db/client.server.ts';
import type { NoticeTemplate } from '../notifications/notices.ts';
import { notify } from '../notifications/notify.server.ts';
import type { ProxyRow } from './proxy-queries.server.ts';
import { peopleByIds } from './queries.server.ts';

/** The two of a proxy. */
export type ProxyPair = Pick<ProxyRow, 'id' | 'elderId' | 'proxyId'>;

/** Tells these of the two, each with the name of the other. */
export async function tellOfProxy(
	scope: Scope,
	pair: ProxyPair,
	ids: readonly string[],
	template: NoticeTemplate,
	now: Date
): Promise<void> {
	const both = await peopleByIds(scope, [pair.elderId, pair.proxyId]);
	const about = `${pair.id}:${now.toISOString()}`;
	for (const id of ids) {
		const name = both.find((one) => one.id !== id)?.name ?? '';
		await notify(scope, [id], { template, params: { name }, path: '/me/proxies', about }, now);
	}
}
