import { loadActor } from '#lib/accounts/actor.server.ts';
import { communitiesOfAccount } from '#lib/accounts/account-queries.server.ts';
import { inAccount, inCommunity } from '#lib/db/client.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { memberPairs, type MemberPairLine } from '#lib/pairings/member-pair.server.ts';
import { totalOf, type Total } from '#lib/records/queries.server.ts';

/** What somebody has to do with another community. */
export interface Elsewhere {
	slug: string;
	name: string;
	/** Pairs that stand there, what is asked of one first. */
	pairs: MemberPairLine[];
	total: Total;
}

/** The other communities in which an account has a companion to visit, or has helped. */
export async function elsewhereOf(accountId: string, hereId: string, now: Date): Promise<Elsewhere[]> {
	const known = await inAccount(accountId, (scope) => communitiesOfAccount(scope, accountId));
	const found: Elsewhere[] = [];
	for (const { id, slug, name, nameEn, zone } of known.filter((one) => one.id !== hereId)) {
		await inCommunity(id, async (scope) => {
			const actor = (await loadActor(scope, accountId))!;
			const pairs = await memberPairs(scope, actor, { now, zone });
			const total = await totalOf(scope, actor.personId);
			if (pairs.length === 0 && total.services === 0) return;
			found.push({ slug, name: getLocale() === 'en' ? nameEn : name, pairs, total });
		});
	}
	return found;
}
