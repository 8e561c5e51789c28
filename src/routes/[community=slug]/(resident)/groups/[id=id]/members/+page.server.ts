import { refusalReasons } from '#lib/groups/groups.ts';
import { answerWish, invite, removeMember } from '#lib/groups/members.server.ts';
import { membersPage } from '#lib/groups/members-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { choice, id, text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => ({
		list: await membersPage(scope, actor, event.params.id, { now, zone }, event.url.searchParams),
		key: newId(),
		back: { href: `/${community.slug}/groups/${event.params.id}` }
	}));

const member = id();

export const actions: Actions = {
	letIn: personAction(z.object({ member }), async ({ scope, actor, now, zone }, { member }, { url }) => {
		await answerWish(scope, actor, member, { yes: true }, { now, zone });
		return { to: url.pathname, flash: { words: m.groups_let_in_now() } };
	}),
	refuse: personAction(
		z.object({ member, reason: choice(refusalReasons) }),
		async ({ scope, actor, now, zone }, { member, reason }, { url }) => {
			await answerWish(scope, actor, member, { yes: false, reason }, { now, zone });
			return { to: url.pathname, flash: { words: m.groups_refused_now() } };
		}
	),
	invite: personAction(
		z.object({ name: text(60), phone: text(30) }),
		async ({ scope, actor, now, zone }, { name, phone }, { params, url }) => {
			const became = await invite(scope, actor, { groupId: params.id!, name, phone }, { now, zone });
			const words = became === 'invited' ? m.groups_invited_now({ name }) : m.groups_let_in_now();
			return { to: url.pathname, flash: { words } };
		}
	),
	takeBack: personAction(z.object({ member }), async ({ scope, actor, now, zone }, { member }, { url }) => {
		await removeMember(scope, actor, member, 'other', { now, zone });
		return { to: url.pathname, flash: { words: m.groups_removed_now() } };
	})
};
