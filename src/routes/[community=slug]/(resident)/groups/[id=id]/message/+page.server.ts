import { ledPage } from '#lib/groups/group-for.server.ts';
import { writeToMembers } from '#lib/groups/message.server.ts';
import { budgetDays, mostMessages } from '#lib/groups/message-budget.ts';
import { groupName } from '#lib/groups/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { newId } from '#lib/shared/ids.ts';
import { personAction, readAs } from '#lib/web/act.server.ts';
import { text, z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const row = await ledPage(scope, actor, event.params.id, { now, zone });
		return {
			name: groupName(row),
			budget: { most: mostMessages, days: budgetDays },
			key: newId(),
			back: { href: `/${community.slug}/groups/${row.id}` }
		};
	});

export const actions: Actions = {
	default: personAction(
		z.object({ words: text(300) }),
		async ({ scope, actor, now, zone, community }, { words }, { params }) => {
			const groupId = params.id!;
			const count = await writeToMembers(scope, actor, { groupId, words }, { now, zone });
			return {
				to: `/${community.slug}/groups/${groupId}`,
				flash: { words: m.groups_message_sent({ count }) }
			};
		}
	)
};
