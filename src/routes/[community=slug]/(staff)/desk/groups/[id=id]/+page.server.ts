import { findPeople } from '#lib/accounts/find-people.server.ts';
import { deskGroup } from '#lib/groups/desk-page.server.ts';
import { enterMember } from '#lib/groups/enter.server.ts';
import { archiveGroup, changeGroup } from '#lib/groups/found.server.ts';
import { groupRoles } from '#lib/groups/groups.ts';
import { moveShare, offerGroup } from '#lib/groups/share.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { id, z } from '#lib/web/schema.server.ts';
import { groupFields, saidGroup, shareFields } from '../desk-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const find = (event.url.searchParams.get('find') ?? '').slice(0, 40);
		return {
			...(await deskGroup(scope, event.params.id, { now, zone })),
			find,
			found: await findPeople(scope, find),
			key: newId(),
			otherKey: newId()
		};
	});

const seen = z.object({ version: z.coerce.number().int().min(0).max(1_000_000_000) });

export const actions: Actions = {
	save: staffAction(groupFields, async ({ scope, actor, now, zone }, data, { params, url }) => {
		const group = { id: params.id!, version: data.version };
		await changeGroup(scope, actor, group, saidGroup(data), { now, zone });
		return { to: url.pathname, flash: { words: m.groups_saved() } };
	}),
	enter: staffAction(
		z.object({ person: id(), role: z.enum(['', ...groupRoles]).default('') }),
		async ({ scope, actor, now, zone }, { person, role }, { params, url }) => {
			const said = { groupId: params.id!, personId: person, role: role || null };
			await enterMember(scope, actor, said, { now, zone });
			return { to: url.pathname, flash: { words: m.groups_entered_now() } };
		}
	),
	offer: staffAction(
		z.object({ community: id() }),
		async ({ scope, actor, now, zone }, { community }, { params, url }) => {
			await offerGroup(scope, actor, { groupId: params.id!, hostId: community }, { now, zone });
			return { to: url.pathname, flash: { words: m.groups_share_offered_now() } };
		}
	),
	share: staffAction(shareFields, async ({ scope, actor, now, zone }, { share, to }, { url }) => {
		await moveShare(scope, actor, { id: share, to }, { now, zone });
		return { to: url.pathname, flash: { words: m.groups_share_moved_now() } };
	}),
	archive: staffAction(seen, async ({ scope, actor, now, community }, { version }, { params }) => {
		await archiveGroup(scope, actor, { id: params.id!, version }, true, now);
		return { to: `/${community.slug}/desk/groups`, flash: { words: m.groups_archived_now() } };
	}),
	restore: staffAction(seen, async ({ scope, actor, now }, { version }, { params, url }) => {
		await archiveGroup(scope, actor, { id: params.id!, version }, false, now);
		return { to: url.pathname, flash: { words: m.groups_restored_now() } };
	})
};
