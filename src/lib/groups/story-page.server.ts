import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { sayAgo, type Here } from '#lib/ui/dates.ts';
import { standingIn } from './group-for.server.ts';
import type { StoryState } from './groups.ts';
import { groupById } from './queries.server.ts';
import { mayLead, mayModerate, mayReport, mayTell } from './rights.ts';
import { picturesOf, reportsOf, storiesOf, type StoryRow } from './story-queries.server.ts';
import { groupName, reportName } from './words.ts';

/** A story as everybody known here sees it. */
export interface StoryView {
	id: string;
	words: string;
	author: string;
	when: string;
	/** Ids of its pictures, in order. */
	pictures: string[];
}

/** A story on the page of all stories. */
export interface StoryLine extends StoryView {
	status: StoryState;
	own: boolean;
	/** Why others find it wrong; for who leads. */
	reports: string[];
	mayDecide: boolean;
	mayReport: boolean;
}

/** So many stories are shown. */
const mostShown = 30;
const latest = 2;

type Rows = readonly (StoryRow & { author: string })[];

/** The latest of what was let through. */
export async function latestStories(scope: Scope, groupId: string, here: Here): Promise<StoryView[]> {
	const rows = await storiesOf(scope, groupId, mostShown);
	return viewsOf(scope, rows.filter(({ status }) => status === 'shown').slice(0, latest), here);
}

/**
 * The stories of a group: those that were let through, one's own, and for who leads those that wait as well.
 * @throws AppError `not_found`
 */
export async function storiesPage(scope: Scope, actor: Actor, groupId: string, here: Here) {
	const group = await groupById(scope, groupId);
	if (!group) throw new AppError('not_found');
	const standing = await standingIn(scope, groupId, actor, here);
	const lead = mayLead(actor, standing);
	const all = await storiesOf(scope, groupId, mostShown);
	const rows = all.filter(
		({ status, authorId }) => lead || status === 'shown' || authorId === actor.personId
	);
	const ids = rows.map(({ id }) => id);
	const reports = await reportsOf(scope, ids);
	const views = await viewsOf(scope, rows, here);
	const stories = rows.map((row, at): StoryLine => {
		const why = reports.get(row.id) ?? [];
		const fact = { authorId: row.authorId, reported: why.length > 0 };
		return {
			...views[at]!,
			status: row.status,
			own: row.authorId === actor.personId,
			reports: lead ? why.map(reportName) : [],
			mayDecide: row.status !== 'shown' && mayModerate(actor, standing, fact),
			mayReport: row.status === 'shown' && row.authorId !== actor.personId && mayReport(actor, standing)
		};
	});
	return { group: { id: groupId, name: groupName(group) }, stories, mayTell: mayTell(standing) };
}

async function viewsOf(scope: Scope, rows: Rows, here: Here): Promise<StoryView[]> {
	const pictures = await picturesOf(
		scope,
		rows.map(({ id }) => id)
	);
	return rows.map(({ id, words, author, createdAt }) => ({
		id,
		words,
		author,
		when: sayAgo(createdAt, here),
		pictures: pictures.get(id) ?? []
	}));
}
