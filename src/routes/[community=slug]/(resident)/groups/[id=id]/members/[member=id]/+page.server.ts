import { groupRoles, removalReasons } from '#lib/groups/groups.ts';
import { removeMember } from '#lib/groups/members.server.ts';
import { memberPage } from '#lib/groups/members-page.server.ts';
import { endRole, giveRole } from '#lib/groups/roles.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, id, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const { id: groupId, member: memberId } = event.params;
		return {
			...(await memberPage(scope, actor, { groupId, memberId }, { now, zone })),
			key: newId(),
			back: { href: `/${community.slug}/groups/${groupId}/members` }
		};
	});

export const actions: Actions = {
	remove: personAction(
		z.object({ reason: choice(removalReasons) }),
		async ({ scope, actor, now, zone, community }, { reason }, { params }) => {
			await removeMember(scope, actor, params.member!, reason, { now, zone });
			const to = `/${community.slug}/groups/${params.id}/members`;
			return { to, flash: { words: m.groups_removed_now() } };
		}
	),
	give: personAction(
		z.object({ role: choice(groupRoles) }),
		async ({ scope, actor, now, zone }, { role }, { params, url }) => {
			await giveRole(scope, actor, { memberId: params.member!, role }, { now, zone });
			return { to: url.pathname, flash: { words: m.groups_role_given_now() } };
		}
	),
	endRole: personAction(
		z.object({ post: id() }),
		async ({ scope, actor, now, zone, community }, { post }, { params }) => {
			await endRole(scope, actor, post, { now, zone });
			// whoever has laid down his own role may not open this page any more
			const to = `/${community.slug}/groups/${params.id}`;
			return { to, flash: { words: m.groups_role_ended_now() } };
		}
	)
};
