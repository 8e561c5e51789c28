import { nextDates } from '#lib/activities/list-page.server.ts';
import { joinNextDoor, leaveNextDoor } from '#lib/groups/join-next-door.server.ts';
import { nextDoorPage } from '#lib/groups/next-door-page.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readOpenly } from '#lib/web/act.server.ts';
import { id, optionalText, ticked, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, community }) => {
		const groupId = event.params.id;
		const { page, home } = await nextDoorPage(scope, actor, groupId, now);
		return {
			...page,
			dates: await nextDates(home, groupId, { now, zone: page.home.zone }),
			key: newId(),
			back: { href: `/${community.slug}/groups` },
			aloud: true
		};
	});

const wish = z.object({ for: id(), answer: optionalText(300), shown: ticked(), handOn: ticked() });

export const actions: Actions = {
	join: personAction(wish, async ({ scope, actor, now }, data, { params, url }) => {
		const { for: personId, ...said } = data;
		const joined = await joinNextDoor(scope, actor, { groupId: params.id!, personId, ...said }, now);
		const words = joined === 'member' ? m.groups_joined_now() : m.groups_asked_now();
		return { to: url.pathname, flash: { words } };
	}),
	leave: personAction(z.object({ for: id() }), async ({ scope, actor, now }, data, { params, url }) => {
		await leaveNextDoor(scope, actor, { groupId: params.id!, personId: data.for }, now);
		return { to: url.pathname, flash: { words: m.groups_left_now() } };
	})
};
