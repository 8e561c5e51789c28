import { readInbox } from '#lib/notifications/inbox.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayAgo } from '#lib/ui/dates.ts';
import { readAsStaff, staffAction } from '#lib/web/act.server.ts';
import { newsWords } from '#lib/web/news-words.ts';
import { z } from '#lib/web/schema.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAsStaff(event, async ({ scope, actor, now, zone }) => {
		const here = { now, zone };
		const notices = await noticesOf(scope, actor.personId);
		return {
			notices: notices.map(({ id, template, params, path, createdAt, readAt }) => ({
				id,
				path,
				words: newsWords(template, params, here),
				when: sayAgo(createdAt, here),
				isNew: readAt === null
			}))
		};
	});

export const actions: Actions = {
	default: staffAction(z.object({}), async ({ scope, actor, now, community }) => {
		await readInbox(scope, actor.personId, now);
		return { to: `/${community.slug}/desk/messages`, flash: { words: m.desk_messages_read_flash() } };
	})
};
