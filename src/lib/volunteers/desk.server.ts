import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { minutesSince } from '#lib/records/queries.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { skillName } from '#lib/skills/words.ts';
import { sayDay, sayMinutes, type Here } from '#lib/ui/dates.ts';
import { cardLines, skillsOf, type CardLine } from './queries.server.ts';
import type { CardState } from './volunteers.ts';

/** The cards that staff look through; drafts are nobody's business yet. */
export const cardShelves = [
	'submitted',
	'approved',
	'returned',
	'ended'
] as const satisfies readonly CardState[];
export type CardShelf = (typeof cardShelves)[number];

/**
 * The shelf that is looked through: the one that was chosen, or else, in a search, the first on which somebody is found.
 * @param chosen as the address has it
 * @param counts of those found
 */
export function shelfFor(
	chosen: string | null,
	q: string,
	counts: Partial<Record<CardState, number>>
): CardShelf {
	const found = cardShelves.find((one) => one === chosen) ?? cardShelves.find((one) => q && counts[one]);
	return found ?? 'submitted';
}

/** A volunteer in the desk's list, in the reader's words. */
export interface ListedVolunteer {
	id: string;
	name: string;
	partyMember: boolean;
	home: string | null;
	/** The first few skills by name, and how many there are in all. */
	skills: string[];
	skillCount: number;
	hoursThisYear: string;
	handedIn: string | null;
	expires: string | null;
}

const perPage = 30;
const mostSkills = 3;

/** One page of the cards in one state, found by name or pinyin initials; those handed in first stand first. */
export async function listVolunteers(
	scope: Scope,
	asked: { shelf: CardShelf; q: string; page: number },
	{ now, zone }: Here
): Promise<{ volunteers: ListedVolunteer[]; total: number; pages: number }> {
	const all = await cardLines(scope, asked.shelf, queryTokens(asked.q));
	const rows = inOrder(all, asked.shelf).slice((asked.page - 1) * perPage, asked.page * perPage);
	const ids = rows.map(({ personId }) => personId);
	const skills = Map.groupBy(await skillsOf(scope, ids), ({ personId }) => personId);
	const today = dayOf(now, zone);
	const minutes = await minutesSince(scope, ids, `${today.slice(0, 4)}-01-01`);
	const english = getLocale() === 'en';
	const volunteers = rows.map((row): ListedVolunteer => {
		const held = skills.get(row.personId) ?? [];
		return {
			id: row.personId,
			name: row.name,
			partyMember: row.partyMember,
			home: english ? row.buildingEn : row.building,
			skills: held.slice(0, mostSkills).map(({ skill }) => skillName(skill as SkillKey)),
			skillCount: held.length,
			hoursThisYear: sayMinutes(minutes.get(row.personId) ?? 0),
			handedIn: row.submittedAt && sayDay(dayOf(row.submittedAt, zone), today),
			expires: row.expiresOn
		};
	});
	return { volunteers, total: all.length, pages: Math.max(1, Math.ceil(all.length / perPage)) };
}

function inOrder(rows: CardLine[], shelf: CardShelf): CardLine[] {
	const byName = new Intl.Collator('zh-CN').compare;
	const handedIn = ({ submittedAt }: CardLine) => submittedAt?.getTime() ?? 0;
	return rows.sort((a, b) => (shelf === 'submitted' ? handedIn(a) - handedIn(b) : byName(a.name, b.name)));
}
