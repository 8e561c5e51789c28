import { guestsAmong } from '#lib/accounts/guest-queries.server.ts';
import { homesByIds } from '#lib/accounts/household-queries.server.ts';
import { peopleByIds, type PersonRow } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { placeName } from '#lib/matching/desk-words.ts';
import type { GateCode } from '#lib/matching/matching.ts';
import { gateName } from '#lib/matching/refusals.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { AppError } from '#lib/shared/errors.ts';
import { ageOn, dayOf } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { weighSwap, type Seen, type Weighed } from './adjust.server.ts';
import { choicesFor } from './offer-pair.server.ts';
import { pairingsOf } from './pair-queries.server.ts';
import * as query from './queries.server.ts';
import type { PairPart } from './score.ts';
import { whyPair } from './words.ts';

/** A row of the plan as staff read it. */
export interface BoardPair {
	residentId: string;
	resident: string;
	/** Age and building. */
	about: string;
	memberId: string;
	member: string;
	/** The community that the member comes from; null for this one. */
	from: string | null;
	cost: number;
	why: string;
	second: string | null;
	locked: boolean;
	/** Who it was before the plan was last changed; null where that changed nothing. */
	before: string | null;
}

/** Somebody without a companion. */
export interface BoardOpen {
	residentId: string;
	resident: string;
	about: string;
	/** What stands in the way, with counts. */
	stopped: string;
	helps: string[];
	before: string | null;
	/** Has not agreed yet that anybody is looked for. */
	toAsk: boolean;
}

/** A member who might come to the resident that is looked at. */
export interface BoardChoice {
	memberId: string;
	name: string;
	cost: number;
	difference: string;
	why: string;
	/** What staff can do: nothing where it is this member already. */
	does: 'here' | 'assign' | 'swap';
	/** With whom to swap. */
	withId: string | null;
	with: string | null;
}

/** What an exchange of two would make of the plan. */
export interface SwapPreview {
	first: { residentId: string; memberId: string; resident: string; member: string };
	second: { residentId: string; memberId: string; resident: string; member: string };
	words: string;
	/** A gate stands in the way otherwise. */
	possible: boolean;
}

/** The board of a campaign. */
export interface Board {
	pairs: BoardPair[];
	open: BoardOpen[];
	/** Pairs that were ruled out. */
	forbidden: { residentId: string; memberId: string; words: string }[];
	figures: { members: number; residents: number; planned: number; waiting: number; approved: number };
	cost: number | null;
	/** What the last change did, in points. */
	change: string | null;
	current: { residentId: string; resident: string; choices: BoardChoice[] } | null;
	swap: SwapPreview | null;
}

/** What of the board is asked for by its address. */
export interface BoardAsked {
	/** The resident whose choices are shown. */
	of: string | null;
	/** Two residents whose members may be exchanged. */
	swap: [string, string] | null;
}

const choices = 6;

/** The board as staff see it now. */
export async function campaignBoard(
	scope: Scope,
	campaign: query.CampaignRow,
	asked: BoardAsked,
	here: Here
): Promise<Board> {
	const rows = await query.proposalsOf(scope, campaign.id);
	const members = await query.memberIdsOf(scope, campaign.id);
	const residents = await query.residentsOf(scope, campaign.id);
	const living = (await pairingsOf(scope, campaign.id)).filter(({ status }) => status !== 'ended');
	const forbidden = await query.forbiddenIn(scope, campaign.id);
	const people = await peopleAround(scope, [
		...members,
		...residents.map(({ personId }) => personId),
		...rows.flatMap(({ beforeId }) => beforeId ?? []),
		...forbidden.map(({ memberId }) => memberId)
	]);
	const say = speaking(people, here);
	const inOrder = residents.flatMap(({ personId }) => rows.filter((row) => row.residentId === personId));
	const isFirst = campaign.planCostBefore === null;
	const planned = inOrder.flatMap((row) => (row.memberId ? [{ ...row, memberId: row.memberId }] : []));
	const paired = new Set([...rows, ...living].map(({ residentId }) => residentId));
	const unplanned = residents.filter(({ personId }) => !paired.has(personId));
	return {
		pairs: planned.map((row) => boardPair(row, say, isFirst)),
		open: inOrder.filter(({ memberId }) => memberId === null).map((row) => boardOpen(row, say, isFirst)),
		forbidden: forbidden.map((two) => ({
			...two,
			words: m.pairings_two({ resident: say.name(two.residentId), member: say.name(two.memberId) })
		})),
		figures: {
			members: members.length,
			residents: residents.length,
			planned: planned.length,
			waiting: unplanned.length,
			approved: living.length
		},
		cost: campaign.planCost,
		change: changeWords(campaign, rows),
		current: await currentOf(scope, campaign, asked.of, planned, say, here),
		swap: asked.swap && (await previewOf(scope, campaign, asked.swap, rows, say, here))
	};
}

interface Saying {
	name(id: string): string;
	about(id: string): string;
	gender(id: string): PersonRow['gender'];
	/** The community that somebody comes from; null for this one. */
	from(id: string): string | null;
}

async function peopleAround(scope: Scope, ids: readonly string[]) {
	const people = await peopleByIds(scope, [...new Set(ids)]);
	const homes = await homesByIds(scope, [...new Set(people.flatMap(({ householdId }) => householdId ?? []))]);
	const homeOf = new Map(homes.map((home) => [home.id, home]));
	const guests = await guestsAmong(
		scope,
		people.map(({ id }) => id)
	);
	const fromOf = new Map(guests.map((one) => [one.personId, getLocale() === 'en' ? one.homeEn : one.home]));
	return new Map(
		people.map((person) => {
			const home = homeOf.get(person.householdId ?? '');
			return [person.id, { person, home, from: fromOf.get(person.id) ?? null }] as const;
		})
	);
}

function speaking(people: Awaited<ReturnType<typeof peopleAround>>, { now, zone }: Here): Saying {
	const today = dayOf(now, zone);
	return {
		name: (id) => people.get(id)?.person.name ?? '',
		gender: (id) => people.get(id)?.person.gender ?? null,
		from: (id) => people.get(id)?.from ?? null,
		about(id) {
			const { person, home } = people.get(id) ?? {};
			const age = person?.bornOn && m.desk_age({ age: ageOn(person.bornOn, today) });
			return [age, home && placeName(home)].filter(Boolean).join(' · ');
		}
	};
}

/** More or fewer points, in words. */
export function differenceWords(points: number): string {
	if (points === 0) return m.pairings_points_same();
	return points > 0 ? m.pairings_points_more({ points }) : m.pairings_points_fewer({ points: -points });
}

function changeWords(
	{ planCost, planCostBefore }: query.CampaignRow,
	rows: readonly query.ProposalRow[]
): string | null {
	if (planCost === null || planCostBefore === null) return null;
	const from = rows.filter(({ beforeId }) => beforeId === null).length;
	const to = rows.filter(({ memberId }) => memberId === null).length;
	const left = from === to ? [] : [m.pairings_change_left({ from, to })];
	return [differenceWords(planCost - planCostBefore), ...left].join(' · ');
}

function boardPair(row: query.ProposalRow & { memberId: string }, say: Saying, isFirst: boolean): BoardPair {
	const { residentId, memberId, cost, beforeId, secondId, secondDifference } = row;
	return {
		residentId,
		resident: say.name(residentId),
		about: say.about(residentId),
		memberId,
		member: say.name(memberId),
		from: say.from(memberId),
		cost: cost ?? 0,
		why: whyPair(row.parts as PairPart[], 'staff', say.gender(memberId)).join(' · '),
		second:
			secondId &&
			m.pairings_second({ name: say.name(secondId), difference: differenceWords(secondDifference ?? 0) }),
		locked: row.locked,
		before: isFirst || beforeId === memberId ? null : beforeId ? say.name(beforeId) : m.pairings_nobody()
	};
}

interface GateCount {
	gate: GateCode;
	count: number;
}

function boardOpen(row: query.ProposalRow, say: Saying, isFirst: boolean): BoardOpen {
	const stopped = row.stopped as GateCount[];
	const helps = row.helps as GateCount[];
	const toAsk = stopped.some(({ gate }) => gate === 'consent');
	const full = row.eligible > 0 ? [m.pairings_all_taken({ count: row.eligible })] : [];
	return {
		residentId: row.residentId,
		resident: say.name(row.residentId),
		about: say.about(row.residentId),
		stopped: [...full, ...stopped.map(({ gate, count }) => `${gateName(gate)} ${count}`)].join(' · '),
		helps: [
			...(row.eligible > 0 ? [m.pairings_help_capacity()] : []),
			...helps.map(({ gate, count }) => m.pairings_help_gate({ gate: gateName(gate), count }))
		],
		before: isFirst || row.beforeId === null ? null : say.name(row.beforeId),
		toAsk
	};
}

async function currentOf(
	scope: Scope,
	campaign: query.CampaignRow,
	residentId: string | null,
	planned: readonly (query.ProposalRow & { memberId: string })[],
	say: Saying,
	here: Here
): Promise<Board['current']> {
	const chosen = residentId && (await query.residentsOf(scope, campaign.id, residentId)).length > 0;
	if (!chosen) return null;
	const mine = planned.find((row) => row.residentId === residentId);
	const best = await choicesFor(scope, campaign, residentId, choices, here.now, here.zone);
	return {
		residentId,
		resident: say.name(residentId),
		choices: best.map(({ memberId, name, cost, parts, room }) => {
			const theirs = planned.filter((row) => row.memberId === memberId);
			const taken = theirs.length >= room ? theirs[0] : undefined;
			return {
				memberId,
				name,
				cost,
				difference: mine ? differenceWords(cost - (mine.cost ?? 0)) : m.pairings_points({ points: cost }),
				why: whyPair(parts, 'staff', say.gender(memberId)).join(' · '),
				does: mine?.memberId === memberId ? 'here' : taken ? 'swap' : 'assign',
				withId: taken?.residentId ?? null,
				with: taken ? say.name(taken.residentId) : null
			};
		})
	};
}

async function previewOf(
	scope: Scope,
	campaign: query.CampaignRow,
	[a, b]: [string, string],
	rows: readonly query.ProposalRow[],
	say: Saying,
	{ now, zone }: Here
): Promise<SwapPreview | null> {
	const [first, second] = [a, b].map((id) => rows.find((row) => row.residentId === id));
	if (!first || !second || a === b || (!first.memberId && !second.memberId)) return null;
	const seen = (row: query.ProposalRow): Seen => ({ residentId: row.residentId, memberId: row.memberId });
	const named = (row: query.ProposalRow) => ({
		residentId: row.residentId,
		memberId: row.memberId ?? '',
		resident: say.name(row.residentId),
		member: row.memberId ? say.name(row.memberId) : m.pairings_nobody()
	});
	const weighed = await weighSwap(scope, campaign, [seen(first), seen(second)], now, zone).catch(
		(error: unknown) => error
	);
	const before = (first.cost ?? 0) + (second.cost ?? 0);
	const sum = (all: readonly Weighed[]) => all.reduce((total, { cost }) => total + cost, 0);
	return {
		first: named(first),
		second: named(second),
		...(Array.isArray(weighed)
			? { possible: true, words: differenceWords(sum(weighed as Weighed[]) - before) }
			: { possible: false, words: refusedWords(weighed, say) })
	};
}

/** Why a swap cannot be: which of the new pairs does not meet which condition. */
function refusedWords(error: unknown, say: Saying): string {
	if (!(error instanceof AppError) || error.detail !== 'pair_gate') return m.pairings_swap_not_possible();
	const { residentId, memberId, gate } = error.params as Record<string, string>;
	return m.pairings_swap_gate({
		resident: say.name(residentId!),
		member: say.name(memberId!),
		gate: gateName(gate as GateCode)
	});
}
