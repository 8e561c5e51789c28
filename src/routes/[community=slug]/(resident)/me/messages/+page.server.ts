import { bookingValues } from '#lib/booking/words.ts';
import { groupValues } from '#lib/groups/words.ts';
import { openInbox } from '#lib/notifications/inbox.server.ts';
import { noticeWords } from '#lib/notifications/words.ts';
import { noticeValues } from '#lib/requests/words.ts';
import { sayAgo } from '#lib/ui/dates.ts';
import { readAs } from '#lib/web/act.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	readAs(event, async ({ scope, actor, now, zone, community }) => {
		const notices = await openInbox(scope, actor.personId, now);
		return {
			notices: notices.map(({ id, template, params, path, createdAt, readAt }) => ({
				id,
				words: noticeWords(template, bookingValues(groupValues(noticeValues(params)), { now, zone })),
				href: `/${community.slug}${path}`,
				when: sayAgo(createdAt, { now, zone }),
				unread: readAt === null
			})),
			back: { href: `/${community.slug}/me` }
		};
	});
