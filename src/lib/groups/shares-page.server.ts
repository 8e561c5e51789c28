import { alsoIn, type Scope } from '#lib/db/client.server.ts';
import { communityById, sisterCommunities } from '#lib/places/queries.server.ts';
import type { Option } from '#lib/ui/ui.ts';
import { groupsSharedWith, membersFrom, sharesOf, sharesWithUs } from './share-queries.server.ts';
import { movesOf, type ShareState } from './shares.ts';
import { groupName } from './words.ts';

/** A share as the staff of one side see it. */
export interface ShareLine {
	id: string;
	/** The other community. */
	community: string;
	status: ShareState;
	/** What they may make of it. */
	moves: ShareState[];
	/** Members who came through it. */
	members: number;
}

/** To whom a group of ours is offered or open, and to whom it can be offered yet. */
export async function sharedOut(
	scope: Scope,
	groupId: string
): Promise<{ shares: ShareLine[]; toOffer: Option[] }> {
	const sisters = await sisterCommunities(scope);
	const rows = await sharesOf(scope, groupId);
	const shares: ShareLine[] = [];
	for (const { id, hostId, status } of rows) {
		const community = groupName((await communityById(scope, hostId))!);
		const members = (await membersFrom(scope, hostId)).get(groupId) ?? 0;
		shares.push({ id, community, status, moves: movesOf('home', status), members });
	}
	const taken = new Set(rows.map(({ hostId }) => hostId));
	const free = sisters.filter(({ id }) => !taken.has(id));
	return { shares, toOffer: free.map((one) => ({ value: one.id, label: groupName(one) })) };
}

/** A group from next door as our staff see it. */
export interface SharedIn extends ShareLine {
	group: string;
	/** Address of its page there. */
	href: string;
}

/** What neighbouring communities offer to ours or share with it. */
export async function sharedIn(scope: Scope): Promise<SharedIn[]> {
	const states = ['offered', 'agreed'] as const;
	const homeIds = new Set((await sharesWithUs(scope, states)).map(({ homeId }) => homeId));
	const found: SharedIn[] = [];
	for (const homeId of homeIds) {
		const community = (await communityById(scope, homeId))!;
		const home = await alsoIn(scope, homeId);
		const members = await membersFrom(home, scope.communityId);
		for (const { id, shareId, shareStatus, ...row } of await groupsSharedWith(home, scope.communityId, {
			states
		})) {
			found.push({
				...{ id: shareId, community: groupName(community), status: shareStatus },
				...{ moves: movesOf('host', shareStatus), members: members.get(id) ?? 0 },
				...{ group: groupName(row), href: `/${community.slug}/groups/${id}` }
			});
		}
	}
	return found;
}
