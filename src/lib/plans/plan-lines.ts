import type { DeskItem } from '#lib/matching/desk-list.server.ts';
import type { Part } from '#lib/matching/matching.ts';
import { names } from '#lib/matching/names.ts';
import type { Unfilled } from '#lib/matching/planning/planning.ts';
import { whySentence } from '#lib/matching/reasons.ts';
import { gateName, relaxationWords } from '#lib/matching/refusals.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import { standingDecisions } from './decisions.ts';
import { pairValue } from './pair-value.ts';
import type { Order } from './plan-address.ts';
import type { ReadBoard } from './read-board.server.ts';

/** One volunteer for one request, on the board. */
export interface PairLine {
	/** The pair as a value of forms. */
	id: string;
	requestId: string;
	personId: string;
	name: string;
	when: string;
	why: string;
	cost: number;
	/** Who would come instead; `dearer` by points of the pair alone, `elsewhere` where the plan sends that person somewhere. */
	second: { id: string; name: string; dearer: number; elsewhere: boolean } | null;
	/** The plan was made with it. */
	locked: boolean;
	/** What the next plan will be told. */
	wish: 'lock' | 'forbid' | null;
	item: DeskItem;
	/** First of the request's people: what is said once of a request stands there. */
	isFirst: boolean;
	/** Who is wanted instead, by name. */
	wanted: string[];
	/** `waiting`: not to be approved yet, as its marks say; `arranged`: somebody was approved for it elsewhere. */
	state: 'open' | 'approved' | 'arranged' | 'changed' | 'waiting';
}

export interface UnfilledLine {
	item: DeskItem;
	missing: number;
	/** How many could come and are needed more elsewhere. */
	eligible: number;
	stopped: string;
	relaxations: string[];
}

/** The pairs of a plan in words, in order. */
export function linesOf(board: ReadBoard, order: Order, here: Here): PairLine[] {
	const asked = new Map(board.asked.map((one) => [one.request.id, one]));
	const standing = standingDecisions(board.decided);
	const isPending = (pair: { requestId: string; personId: string }) =>
		board.decided.some(
			(one) => !one.applied && one.requestId === pair.requestId && one.personId === pair.personId
		);
	const nameOf = (id: string) => board.people.get(id)?.name ?? '';
	const busy = new Set(board.pairs.map(({ personId }) => personId));
	const seen = new Set<string>();
	const sorted = order === 'cost' ? board.pairs.toSorted((a, b) => b.cost - a.cost) : board.pairs;
	return sorted.flatMap((pair): PairLine[] => {
		const one = asked.get(pair.requestId);
		const item = board.items.get(pair.requestId);
		if (!one || !item) return [];
		const mine = standing.filter(({ requestId }) => requestId === pair.requestId);
		const wish = mine.find(({ personId }) => personId === pair.personId)?.kind;
		const isFirst = !seen.has(pair.requestId);
		seen.add(pair.requestId);
		const { gender = null } = board.people.get(pair.personId) ?? {};
		const present = new Set(
			board.pairs.filter(({ requestId }) => requestId === pair.requestId).map(({ personId }) => personId)
		);
		return [
			{
				id: pairValue(pair),
				requestId: pair.requestId,
				personId: pair.personId,
				name: nameOf(pair.personId),
				when: sayWhen(pair.during.start, here),
				why: whySentence(pair.parts as Part[], { reader: 'staff', names, gender }),
				cost: pair.cost,
				second: pair.secondId
					? {
							id: pair.secondId,
							name: nameOf(pair.secondId),
							dearer: (pair.secondCost ?? pair.cost) - pair.cost,
							elsewhere: busy.has(pair.secondId)
						}
					: null,
				locked: pair.locked,
				wish: isPending(pair) && (wish === 'lock' || wish === 'forbid') ? wish : null,
				item,
				isFirst,
				wanted: mine
					.filter(({ kind, personId }) => kind === 'lock' && !present.has(personId))
					.map(({ personId }) => nameOf(personId)),
				state: stateOf(one, board)
			}
		];
	});
}

function stateOf({ planned, request }: ReadBoard['asked'][number], board: ReadBoard): PairLine['state'] {
	if (planned.approvalId) return 'approved';
	if (board.arranged.has(request.id)) return 'arranged';
	if (request.life !== 'open' || request.version !== planned.requestVersion) return 'changed';
	return board.ready.has(request.id) ? 'open' : 'waiting';
}

/** The requests that a plan leaves short, in words. */
export function unfilledOf({ asked, items }: ReadBoard): UnfilledLine[] {
	return asked.flatMap(({ planned, request }) => {
		const item = items.get(request.id);
		if (planned.missing === 0 || !item) return [];
		const stopped = planned.stopped as Unfilled['stopped'];
		return [
			{
				item,
				missing: planned.missing,
				eligible: planned.eligible,
				stopped: stopped.map(({ gate, count }) => `${gateName(gate)} ${count}`).join(' · '),
				relaxations: (planned.relaxations as Unfilled['relaxations']).map((one) => relaxationWords(one))
			}
		];
	});
}
