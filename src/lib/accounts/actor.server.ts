import type { Scope } from '#lib/db/client.server.ts';
import type { Actor } from './people.ts';
import { personByAccount, rolesOf } from './queries.server.ts';

/** An account as the community of the scope knows it; null where it does not. */
export async function loadActor(scope: Scope, accountId: string): Promise<Actor | null> {
	const person = await personByAccount(scope, accountId);
	if (!person) return null;
	return {
		accountId,
		personId: person.id,
		name: person.name,
		roles: await rolesOf(scope, person.id),
		verified: person.verifiedAt !== null
	};
}
