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
	/** The date of an activity that it is about. */
	occurrenceId: string | null;
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

type StoryRows = readonly (StoryRow & { author: string })[];

/** The latest of what was let through. */
export async function latestStories(scope: Scope, groupId: string, here: Here): Promise<StoryView[]> {
	const rows = await storiesOf(scope, groupId, mostShown);
	return storyViews(scope, rows.filter(({ status }) => status === 'shown').slice(0, latest), here);
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
	const rights: StoryRights = {
		lead,
		mayReport: mayReport(actor, standing),
		mayModerate: (fact) => mayModerate(actor, standing, fact)
	};
	return {
		group: { id: groupId, name: groupName(group) },
		stories: await storyLines(scope, actor, rows, rights, here),
		mayTell: mayTell(standing)
	};
}

/** Who wrote a story, and whether somebody finds it wrong. */
type StoryFact = Parameters<typeof mayModerate>[2];

/** What the reader of stories may do. */
export interface StoryRights {
	/** Why others find one wrong is for him to see. */
	lead: boolean;
	mayReport: boolean;
	mayModerate: (fact: StoryFact) => boolean;
}

/** Stories with what the reader may do about each. */
export async function storyLines(
	scope: Scope,
	actor: Actor,
	rows: StoryRows,
	{ lead, mayReport, mayModerate: may }: StoryRights,
	here: Here
): Promise<StoryLine[]> {
	const ids = rows.map(({ id }) => id);
	const reports = await reportsOf(scope, ids);
	const views = await storyViews(scope, rows, here);
	return rows.map((row, at) => {
		const why = reports.get(row.id) ?? [];
		return {
			...views[at]!,
			status: row.status,
			own: row.authorId === actor.personId,
			reports: lead ? why.map(reportName) : [],
			mayDecide: row.status !== 'shown' && may({ authorId: row.authorId, reported: why.length > 0 }),
			mayReport: mayReport && row.status === 'shown' && row.authorId !== actor.personId
		};
	});
}

/** Stories as everybody known here sees them. */
export async function storyViews(scope: Scope, rows: StoryRows, here: Here): Promise<StoryView[]> {
	const pictures = await picturesOf(
		scope,
		rows.map(({ id }) => id)
	);
	return rows.map(({ id, words, author, occurrenceId, createdAt }) => ({
		id,
		words,
		author,
		occurrenceId,
		when: sayAgo(createdAt, here),
		pictures: pictures.get(id) ?? []
	}));
}
