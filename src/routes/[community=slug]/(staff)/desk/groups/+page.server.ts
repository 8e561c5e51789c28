import { deskGroups } from '#lib/groups/desk-page.server.ts';
import { moveShare } from '#lib/groups/share.server.ts';
import { sharedIn } from '#lib/groups/shares-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { shareFields } from './desk-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const { searchParams } = event.url;
		const q = (searchParams.get('q') ?? '').slice(0, 40);
		const archived = searchParams.get('show') === 'archived';
		return {
			q,
			archived,
			groups: await deskGroups(scope, { q, archived }, { now, zone }),
			shared: q || archived ? [] : await sharedIn(scope),
			key: newId()
		};
	});

export const actions: Actions = {
	share: staffAction(shareFields, async ({ scope, actor, now, zone }, { share: id, to }, { url }) => {
		await moveShare(scope, actor, { id, to }, { now, zone });
		return { to: url.pathname, flash: { words: m.groups_share_moved_now() } };
	})
};
