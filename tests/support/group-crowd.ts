import { randomBytes } from 'node:crypto';
import { searchTokens } from '#lib/accounts/search.ts';
import { people } from '#lib/accounts/tables.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { groupMembers } from '#lib/groups/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { hour } from '#lib/shared/time.ts';
import type { SmallWorld } from './small-world.ts';

/** Moves so many people in who belong to a group; one in a hundred still waits, and every second may be named. */
export async function addCrowd(
	{ run }: SmallWorld,
	groupId: string,
	count: number,
	now: Date
): Promise<void> {
	const made = Array.from({ length: count }, (_, at) => ({ id: newId(), at, name: `居民${at + 1}` }));
	await run(async (scope) => {
		await insertMany(
			scope,
			people,
			made.map(({ id, name }) => ({
				...{ id, kind: 'resident' as const, name, wrappedKey: randomBytes(60), search: searchTokens(name) },
				...{ createdAt: now, verifiedAt: now }
			}))
		);
		await insertMany(
			scope,
			groupMembers,
			made.map(({ id: personId, at }) => ({
				...{
					id: newId(),
					groupId,
					personId,
					shown: at % 2 === 0,
					since: new Date(+now - (count - at) * hour)
				},
				status: at % 100 === 99 ? ('asked' as const) : ('member' as const)
			}))
		);
	});
}
