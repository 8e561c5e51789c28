import type { Scope } from '#lib/db/client.server.ts';
import type { Actor } from './people.ts';
import { personActing } from './role-queries.server.ts';

/** An account as the community of the scope knows it; null where it does not. */
export async function loadActor(scope: Scope, accountId: string): Promise<Actor | null> {
	const person = await personActing(scope, accountId);
	return person && { accountId, ...person };
}
