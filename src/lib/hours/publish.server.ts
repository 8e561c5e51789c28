import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, type Day } from '#lib/shared/time.ts';
import { admitAdmin, rosterOf } from './place.server.ts';
import * as query from './roster-queries.server.ts';

/**
 * Publishes the draft of a week: from now on residents can book it. Everybody on it is told.
 * @returns how many duties were published
 * @throws AppError `not_possible_now` / `week_empty` where there is no draft
 */
export async function publishWeek(scope: Scope, actor: Actor, monday: Day, now: Date): Promise<number> {
	admitAdmin(actor);
	await query.holdWeek(scope, monday);
	const to = addDays(monday, 6);
	const published = await query.publishDrafts(scope, { from: monday, to, by: actor.personId, at: now });
	if (published.length === 0) throw new AppError('not_possible_now', 'week_empty');
	await query.putWeek(scope, { monday, publishedBy: actor.personId, publishedAt: now });
	const count = published.length;
	await recordEvent(scope, rosterOf(scope), 'published', actor.personId, now, { monday, count });
	const colleagues = new Set(published.map(({ staffId }) => staffId));
	colleagues.delete(actor.personId);
	const news = {
		template: 'roster_published' as const,
		params: { monday },
		path: `/desk/roster?week=${monday}`,
		about: `${monday}:${now.toISOString()}`
	};
	await notify(scope, colleagues, news, now);
	return count;
}
