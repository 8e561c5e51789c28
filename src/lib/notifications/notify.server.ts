import type { Scope } from '../db/client.server.ts';
import type { Params } from '../shared/errors.ts';
import type { NoticeTemplate } from './notices.ts';
import { addNotices } from './queries.server.ts';

/** Something a person is told. */
export interface News {
	template: NoticeTemplate;
	params?: Params;
	/** Where it leads, inside the community: `/help/<id>`. */
	path: string;
	/** What makes it the same news when told again, e.g. an offer's id. */
	about: string;
}

/** Tells people, each at most once for the same news. The inbox is the truth; other channels repeat it. */
export async function notify(
	scope: Scope,
	personIds: Iterable<string>,
	news: News,
	now: Date
): Promise<void> {
	const { template, params = {}, path, about } = news;
	const notice = { template, params, path, newsKey: `${template}:${about}`, createdAt: now };
	await addNotices(scope, notice, [...new Set(personIds)]);
}
