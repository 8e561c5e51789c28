import type { Actor } from '#lib/accounts/people.ts';
import { personByAccount } from '#lib/accounts/queries.server.ts';
import { alsoIn, type Scope } from '#lib/db/client.server.ts';
import { unitNames } from '#lib/partners/open-page.server.ts';
import { communityById, type CommunityRow } from '#lib/places/queries.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { groupIdsOf, listGroups, memberCounts, type GroupRow } from './queries.server.ts';
import { groupsSharedWith, sharesWithUs } from './share-queries.server.ts';

/** A group that residents here may find, and how the reader stands with it. */
export interface Listed {
	row: GroupRow;
	members: number;
	/** The partner unit it belongs to. */
	unit: string | null;
	/** The reader belongs, has asked, is invited or answers for something. */
	mine: boolean;
	/** The neighbouring community whose group it is. */
	home: CommunityRow | null;
}

/**
 * The groups of this community, then those that are open to it from next door.
 * @param tokens all of which a group must be found by
 */
export async function listed(
	scope: Scope,
	actor: Actor | null,
	tokens: string[],
	here: Here
): Promise<Listed[]> {
	const rows = await listGroups(scope, { tokens });
	const facts = await factsOf(scope, actor?.personId, here);
	const units = await unitNames(scope);
	const own = rows.map((row) => ({
		...facts(row),
		unit: units.get(row.partnerId ?? '') ?? null,
		home: null
	}));
	return [...own, ...(await fromNextDoor(scope, actor, tokens, here.now))];
}

/** What is open to this community, and what the reader belongs to though it is so no longer. */
async function fromNextDoor(
	scope: Scope,
	actor: Actor | null,
	tokens: string[],
	now: Date
): Promise<Listed[]> {
	const states = ['agreed', 'ended'] as const;
	const homeIds = new Set((await sharesWithUs(scope, states)).map(({ homeId }) => homeId));
	const found = new Map<string, Listed>();
	for (const homeId of homeIds) {
		const home = (await communityById(scope, homeId))!;
		const there = await alsoIn(scope, homeId);
		const guest = actor ? await personByAccount(there, actor.accountId) : undefined;
		const facts = await factsOf(there, guest?.id, { now, zone: home.zone });
		for (const { shareId: _, shareStatus, ...row } of await groupsSharedWith(there, scope.communityId, {
			states,
			tokens
		})) {
			const one = { ...facts(row), unit: null, home };
			if (shareStatus === 'agreed' || one.mine) found.set(row.id, one);
		}
	}
	return [...found.values()];
}

async function factsOf(scope: Scope, personId: string | undefined, { now, zone }: Here) {
	const own = personId ? await groupIdsOf(scope, personId, dayOf(now, zone)) : new Set<string>();
	const counts = await memberCounts(scope);
	return (row: GroupRow) => ({ row, members: counts.get(row.id) ?? 0, mine: own.has(row.id) });
}
