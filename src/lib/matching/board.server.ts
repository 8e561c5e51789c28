import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { buildingsOf } from '#lib/places/queries.server.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { skillName } from '#lib/skills/words.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Language } from '#lib/volunteers/volunteers.ts';
import { languageName } from '#lib/volunteers/words.ts';
import { budgetFor, readAround, toldLately, type Budget } from './budget.server.ts';
import type { Relax } from './gates.ts';
import type { Candidate, GateCode, Part, PartCode } from './matching.ts';
import { names } from './names.ts';
import { partNames } from './part-names.ts';
import { pictureOf, type Picture } from './picture.ts';
import { propose, type Proposal } from './propose.server.ts';
import { toldOf } from './queries.server.ts';
import { partWords, whyClauses, type Reading } from './reasons.ts';
import { gateName, gateWords, relaxationWords } from './refusals.ts';
import { distanceWords } from './words.ts';

/** One of the best, as the shortlist shows him. */
export interface BoardCandidate {
	id: string;
	rank: number;
	name: string;
	partyMember: boolean;
	skill: string;
	distance: string;
	/** Tasks done or promised this month. */
	tasks: number;
	/** What else speaks for and against. */
	why: string;
	/** He was asked for this very request: to ask him again is for staff to choose, so nobody ticks him for them. */
	askedBefore: boolean;
	/** Offers that went to him in the last seven days. */
	told: number;
	/** Lifted gates that he does not pass. */
	waived: string[];
	/** 0 … 100. */
	fit: number;
	/** When he could begin. */
	start: string | null;
	languages: string[];
	parts: { label: string; words: string; points: number }[];
}

/** A request's shortlist in the reader's words. */
export interface Board {
	candidates: BoardCandidate[];
	/** How often one may be asked for this request; nobody is held back where `lifted`. */
	budget: Pick<Budget, 'budget' | 'lifted'>;
	/** How many pass all gates, shown or not. */
	eligible: number;
	/** Everyone else, under the first gate that stops them. */
	others: { count: number; reasons: string[] };
	relaxations: { gate: GateCode; relax: Relax; words: string }[];
	/** Gates looked past; `soft` ones lifted by themselves near the deadline. */
	lifted: { gate: GateCode; words: string; soft: boolean }[];
	picture: Picture | null;
}

/** How many are shown at first, where gates are lifted for those behind them, and when more are asked for. */
const lengths = { short: 5, lifted: 12, long: 30 };

const pictureSize = { width: 420, height: 220 };
/** Said in columns of their own. */
const inColumns: ReadonlySet<PartCode> = new Set(['skill', 'distance']);

/** The shortlist of one request for its page. */
export async function boardFor(
	scope: Scope,
	actor: Actor,
	asked: { requestId: string; lift: readonly GateCode[]; long: boolean },
	here: Here
): Promise<Board> {
	const limit = asked.long ? lengths.long : asked.lift.length > 0 ? lengths.lifted : lengths.short;
	const proposal = await propose(scope, actor, { ...asked, limit }, here.now, here.zone);
	const { shortlist } = proposal;
	const before = (await toldOf(scope, [asked.requestId])).get(asked.requestId) ?? new Set<string>();
	const places = await buildingsOf(scope);
	const ids = shortlist.best.map(({ personId }) => personId);
	const told = await toldLately(scope, ids, here.now);
	const asking = (id: string) => ({ askedBefore: before.has(id), told: told.get(id) ?? 0 });
	return {
		candidates: shortlist.best.map((one, at) =>
			candidateOf(proposal, one, at + 1, asking(one.personId), here)
		),
		budget: budgetFor(proposal.request, await readAround(scope), here.now),
		eligible: shortlist.eligible,
		others: {
			count: shortlist.total - shortlist.eligible,
			reasons: shortlist.refused.map(({ gate, count }) => `${gateName(gate)} ${count}`)
		},
		relaxations: proposal.relaxations.map((one) => ({
			gate: one.gate,
			relax: one.relax,
			words: relaxationWords(one)
		})),
		lifted: proposal.lifted.map((gate) => ({
			gate,
			words: gateName(gate),
			soft: !asked.lift.includes(gate)
		})),
		picture: pictureOf(
			{ place: proposal.facts.request.place, people: peopleOnMap(proposal), buildings: places },
			pictureSize.width,
			pictureSize.height
		)
	};
}

function peopleOnMap({ shortlist, facts }: Proposal) {
	return shortlist.best.flatMap(({ personId }, at) => {
		const row = facts.rows.get(personId);
		if (!row || row.east === null || row.north === null) return [];
		return [{ label: String(at + 1), point: { east: row.east, north: row.north } }];
	});
}

function candidateOf(
	{ facts }: Proposal,
	one: Candidate,
	rank: number,
	{ askedBefore, told }: Pick<BoardCandidate, 'askedBefore' | 'told'>,
	here: Here
): BoardCandidate {
	const row = facts.rows.get(one.personId)!;
	const reading: Reading = { reader: 'staff', names, gender: row.gender };
	return {
		id: one.personId,
		rank,
		name: row.name,
		partyMember: row.card.partyMember,
		skill: skillCell(one.parts),
		distance: distanceCell(one.parts),
		tasks: Number(paramsOf(one.parts, 'load')?.tasks ?? 0),
		why: [...(askedBefore ? [m.desk_asked_before()] : []), whyOf(one.parts, reading)].join(' · '),
		askedBefore,
		told,
		waived: one.waived.map((refusal) => gateWords(refusal, names)),
		fit: one.fit,
		start: one.start && sayWhen(one.start, here),
		languages: row.card.languages.map((key) => languageName(key as Language)),
		parts: one.parts.flatMap((part) => {
			const words = partWords(part, reading) ?? (part.points > 0 ? plainWords[part.code]?.() : undefined);
			return words ? [{ label: partNames[part.code](), words, points: part.points }] : [];
		})
	};
}

function paramsOf(parts: readonly Part[], code: PartCode): Part['params'] | undefined {
	return parts.find((part) => part.code === code)?.params;
}

function skillCell(parts: readonly Part[]): string {
	const { skill, held, confirmed } = paramsOf(parts, 'skill') ?? {};
	if (!held) return m.desk_skill_none();
	const name = skillName(skill as SkillKey);
	return confirmed ? m.desk_skill_confirmed({ name }) : m.desk_skill_said({ name });
}

function distanceCell(parts: readonly Part[]): string {
	const distance = paramsOf(parts, 'distance');
	if (!distance) return m.desk_by_telephone();
	return distance.metres === null ? m.desk_distance_unknown() : distanceWords(Number(distance.metres));
}

function whyOf(parts: readonly Part[], reading: Reading): string {
	const clauses = whyClauses(
		parts.filter(({ code }) => !inColumns.has(code)),
		reading
	);
	return clauses.join(' · ') || m.desk_part_nothing();
}

/** What costs points and is not worth a word in the sentence of reasons. */
const plainWords: Partial<Record<PartCode, () => string>> = {
	continuity: m.desk_part_plain_continuity,
	freshness: m.desk_part_plain_freshness,
	interests: m.desk_part_plain_interests,
	likelihood: m.desk_part_plain_likelihood
};
