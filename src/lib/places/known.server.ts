import { readCommon } from '../db/client.server.ts';
import { minute } from '../shared/time.ts';
import { communityBySlug, type CommunityRow } from './queries.server.ts';

/** What was read is kept for so long: every request asks, and a community hardly ever changes. */
const keptFor = minute / 6;
const known = new Map<string, { community: Promise<CommunityRow | undefined>; until: number }>();

/** The community that an address names, read once for all who ask meanwhile. One that is not there is looked for again each time. */
export function knownCommunity(slug: string, now: Date): Promise<CommunityRow | undefined> {
	const kept = known.get(slug);
	if (kept && now.getTime() < kept.until) return kept.community;
	const community = readCommon((scope) => communityBySlug(scope, slug));
	known.set(slug, { community, until: now.getTime() + keptFor });
	const forget = () => void known.delete(slug);
	community.then((found) => found ?? forget(), forget);
	return community;
}
