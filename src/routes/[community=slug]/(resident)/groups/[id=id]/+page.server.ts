import { nextDates } from '#lib/activities/list-page.server.ts';
import { withDates } from '#lib/activities/stories-page.server.ts';
import { publishedTerm } from '#lib/activities/term-page.server.ts';
import { groupPage } from '#lib/groups/group-page.server.ts';
import { answerInvitation, joinGroup, leaveGroup } from '#lib/groups/join.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readOpenly } from '#lib/web/act.server.ts';
import { id, optionalText, ticked, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The group, with the dates that its stories are about. */
async function groupWithDates(...[scope, actor, id, here]: Parameters<typeof groupPage>) {
	const group = await groupPage(scope, actor, id, here);
	return { group, told: await withDates(scope, group.stories, here, true) };
}

export const load: PageServerLoad = (event) =>
	readOpenly(event, async ({ scope, actor, now, zone, community }) => ({
		...(await groupWithDates(scope, actor, event.params.id, { now, zone })),
		published: await publishedTerm(scope, event.params.id, { now, zone }),
		dates: await nextDates(scope, event.params.id, { now, zone }),
		key: newId(),
		back: { href: `/${community.slug}/groups` },
		aloud: true
	}));

const wish = z.object({ for: id(), answer: optionalText(300), shown: ticked() });
const answer = z.object({ for: id(), shown: ticked(), yes: z.enum(['yes', 'no']) });
const leaving = z.object({ for: id(), sure: ticked() });

export const actions: Actions = {
	join: personAction(wish, async ({ scope, actor, now, zone }, data, { params, url }) => {
		const { for: personId, ...said } = data;
		const joined = await joinGroup(scope, actor, { groupId: params.id!, personId, ...said }, { now, zone });
		const words = joined === 'member' ? m.groups_joined_now() : m.groups_asked_now();
		return { to: url.pathname, flash: { words } };
	}),
	answer: personAction(answer, async ({ scope, actor, now, zone }, data, { params, url }) => {
		const { for: personId, shown, yes } = data;
		const said = { groupId: params.id!, personId, shown, yes: yes === 'yes' };
		await answerInvitation(scope, actor, said, { now, zone });
		return { to: url.pathname, flash: { words: said.yes ? m.groups_joined_now() : m.groups_declined_now() } };
	}),
	leave: personAction(leaving, async ({ scope, actor, now, zone }, data, { params, url }) => {
		const { for: personId, sure } = data;
		await leaveGroup(scope, actor, { groupId: params.id!, personId, sure }, { now, zone });
		return { to: url.pathname, flash: { words: m.groups_left_now() } };
	})
};
