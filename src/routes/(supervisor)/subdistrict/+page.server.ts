import { inCommunity } from '#lib/db/client.server.ts';
import { figuresOfMonth } from '#lib/matching/today.server.ts';
import { communityName } from '#lib/subdistrict/words.ts';
import { readAsSupervisor } from '#lib/web/supervise.server.ts';
import type { PageServerLoad } from './$types';

/** The month of every community of a sub-district: figures alone, nobody's name. */
export const load: PageServerLoad = (event) =>
	readAsSupervisor(event, async ({ supervisor, now }) => {
		const communities = supervisor.communities.map(async ({ id, slug, zone, ...names }) => ({
			slug,
			name: communityName(names),
			figures: await inCommunity(id, (scope) => figuresOfMonth(scope, { now, zone }))
		}));
		return { communities: await Promise.all(communities) };
	});
