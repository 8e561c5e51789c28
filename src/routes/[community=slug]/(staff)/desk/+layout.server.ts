import { waitingNow } from '#lib/matching/today.server.ts';
import { swapsAskedOf } from '#lib/hours/swap-queries.server.ts';
import { countUnread } from '#lib/notifications/queries.server.ts';
import { pairsWaiting } from '#lib/pairings/waiting.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now }) => {
		const waits = await waitingNow(scope, now);
		const pairs = await pairsWaiting(scope, now);
		return {
			waits: {
				...waits,
				silent: waits.silent + pairs.silent,
				disputed: waits.disputed + pairs.disputed,
				pairs: pairs.waiting,
				swaps: await swapsAskedOf(scope, actor.personId)
			},
			unread: await countUnread(scope, actor.personId),
			isAdmin: actor.roles.includes('admin')
		};
	});
