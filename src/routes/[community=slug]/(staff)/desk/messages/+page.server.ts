import { bookingValues } from '#lib/booking/words.ts';
import { groupValues } from '#lib/groups/words.ts';
import { readInbox } from '#lib/notifications/inbox.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { noticeWords } from '#lib/notifications/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { noticeValues } from '#lib/requests/words.ts';
import { sayAgo } from '#lib/ui/dates.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => ({
		notices: (await noticesOf(scope, actor.personId)).map(
			({ id, template, params, path, createdAt, readAt }) => ({
				id,
				path,
				words: noticeWords(template, bookingValues(groupValues(noticeValues(params)), { now, zone })),
				when: sayAgo(createdAt, { now, zone }),
				isNew: readAt === null
			})
		)
	}));

export const actions: Actions = {
	default: staffAction(z.object({}), async ({ scope, actor, now, community }) => {
		await readInbox(scope, actor.personId, now);
		return { to: `/${community.slug}/desk/messages`, flash: { words: m.desk_messages_read_flash() } };
	})
};
