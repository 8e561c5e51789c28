import { waitingNow } from '#lib/matching/today.server.ts';
import { countUnread } from '#lib/notifications/queries.server.ts';
import { readAsStaff } from '#lib/web/act.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now }) => ({
		waits: await waitingNow(scope, now),
		unread: await countUnread(scope, actor.personId),
		isAdmin: actor.roles.includes('admin')
	}));
