import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import type { ActivityRow } from './queries.server.ts';

type Told = Extract<NoticeTemplate, `activity_${string}`>;

/** What the news is about. */
export interface ActivityNews {
	activity: Pick<ActivityRow, 'id' | 'name' | 'nameEn'>;
	/** When: the date that it is about. */
	at: Date;
	/** What makes it the same news when told again. */
	about: string;
	/** Why, in the leader's words. */
	reason?: string | null;
	/** Below the page of the activity. */
	page?: string;
}

/** Tells people about an activity, each once. */
export async function tell(
	scope: Scope,
	template: Told,
	personIds: Iterable<string>,
	{ activity, at, about, reason, page = '' }: ActivityNews,
	now: Date
): Promise<void> {
	const { id, name: activityName, nameEn: activityEn } = activity;
	const params = { activity: activityName, activityEn, at: at.toISOString(), reason: reason ?? '' };
	await notify(scope, new Set(personIds), { template, params, path: `/activities/${id}${page}`, about }, now);
}
