import { openInbox } from '#lib/notifications/inbox.server.ts';
import { sayAgo } from '#lib/ui/dates.ts';
import { readAs } from '#lib/web/act.server.ts';
import { newsWords } from '#lib/web/news-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const here = { now, zone };
		const notices = await openInbox(scope, actor.personId, now);
		return {
			notices: notices.map(({ id, template, params, path, createdAt, readAt }) => ({
				id,
				words: newsWords(template, params, here),
				href: `/${community.slug}${path}`,
				when: sayAgo(createdAt, here),
				unread: readAt === null
			})),
			back: { href: `/${community.slug}/me` }
		};
	});
