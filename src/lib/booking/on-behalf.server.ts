import { actsFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';

/** The elder named in an address, where the reader may book for that one; null otherwise, which means for oneself. */
export async function bookedFor(
	scope: Scope,
	actor: Actor | null,
	params: URLSearchParams
): Promise<{ id: string; name: string } | null> {
	const id = params.get('for');
	if (!actor || !id) return null;
	return (await actsFor(scope, actor, 'book')).find((elder) => elder.id === id) ?? null;
}
