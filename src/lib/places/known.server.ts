import { readCommon } from '../db/client.server.ts';
import { minute } from '../shared/time.ts';
import { communityBySlug, type CommunityRow } from './queries.server.ts';

/** What was read is kept for so long: every request asks, and a community hardly ever changes. */
const keptFor = minute / 6;
const known = new Map<string, { community: CommunityRow; until: number }>();

/** The community that an address names. One that is not there is looked for again each time. */
export async function knownCommunity(slug: string, now: Date): Promise<CommunityRow | undefined> {
	const kept = known.get(slug);
	if (kept && now.getTime() < kept.until) return kept.community;
	const community = await readCommon((scope) => communityBySlug(scope, slug));
	if (community) known.set(slug, { community, until: now.getTime() + keptFor });
	return community;
}
