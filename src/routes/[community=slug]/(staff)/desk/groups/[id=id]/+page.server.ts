import { listPeople } from '#lib/accounts/list-queries.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { groupChoices } from '#lib/groups/desk-page.server.ts';
import { enterMember } from '#lib/groups/enter.server.ts';
import { archiveGroup, changeGroup } from '#lib/groups/found.server.ts';
import { formValues } from '#lib/groups/group-form.ts';
import { groupRoles } from '#lib/groups/groups.ts';
import { membersOf } from '#lib/groups/member-queries.server.ts';
import { postsOn } from '#lib/groups/post-queries.server.ts';
import { groupById } from '#lib/groups/queries.server.ts';
import { moveShare, offerGroup } from '#lib/groups/share.server.ts';
import { sharedOut } from '#lib/groups/shares-page.server.ts';
import { groupName, roleName } from '#lib/groups/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf } from '#lib/shared/time.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { id, z } from '#lib/web/schema.server.ts';
import { groupFields, saidGroup, shareFields } from '../desk-fields.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, now, zone }) => {
		const row = await groupById(scope, event.params.id);
		if (!row) throw new AppError('not_found');
		const find = (event.url.searchParams.get('find') ?? '').slice(0, 40);
		const posts = await postsOn(scope, row.id, dayOf(now, zone));
		return {
			id: row.id,
			name: groupName(row),
			version: row.version,
			archived: row.archivedAt !== null,
			values: formValues(row),
			choices: await groupChoices(scope),
			posts: posts.map(({ id, name, role }) => ({ id, name, role: roleName(role) })),
			led: posts.some(({ role }) => role === 'leader'),
			members: (await membersOf(scope, row.id, ['member'])).length,
			find,
			found: await foundBy(scope, find),
			roles: groupRoles.map((value) => ({ value, label: roleName(value) })),
			shared: await sharedOut(scope, row.id),
			key: newId(),
			otherKey: newId()
		};
	});

const mostFound = 10;

async function foundBy(scope: Scope, find: string) {
	const tokens = queryTokens(find);
	if (tokens.length === 0) return [];
	const rows = await listPeople(scope, { tokens, show: 'all', limit: mostFound, offset: 0 });
	const english = getLocale() === 'en';
	return rows
		.filter(({ kind }) => kind !== 'unit')
		.map(({ id, name, building, buildingEn }) => ({ id, name, home: english ? buildingEn : building }));
}

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
