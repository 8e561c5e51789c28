import type { Scope } from '../db/client.server.ts';
import type { Actor, ProxyRight } from './people.ts';
import { eldersOf, holdRight } from './proxy-queries.server.ts';

/**
 * True where somebody may do this for a person: for himself always, for another as accepted family proxy (亲情代理).
 * Asked in the transaction that acts: a proxy that ends at the same moment waits for it, or it finds none.
 */
export async function mayActFor(
	scope: Scope,
	{ personId }: Pick<Actor, 'personId'>,
	elderId: string,
	right: ProxyRight
): Promise<boolean> {
	return personId === elderId || holdRight(scope, { elderId, proxyId: personId }, right);
}

/** The others for whom somebody may do one of these things, by name. */
export function actsFor(
	scope: Scope,
	{ personId }: Pick<Actor, 'personId'>,
	...rights: [ProxyRight, ...ProxyRight[]]
): Promise<{ id: string; name: string }[]> {
	return eldersOf(scope, personId, rights);
}
