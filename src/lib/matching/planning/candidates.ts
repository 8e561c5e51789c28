import { liftedByDeadline, unmatchedCost } from '../deadline.ts';
import { kindKey } from '../kind.ts';
import type { Context, RequestFacts } from '../matching.ts';
import { agreedAt, occasionOf, type Calendar, type Occasion } from '../occasion.ts';
import { costOf, pairCosts } from '../score.ts';
import type { Weights } from '../weights.ts';
import { crowdOf, type Crowd } from './crowd.ts';
import { meetingsOf, type Meeting } from './meeting.ts';
import type { Planned } from './planning.ts';
import { poolOf, type Pool } from './pool.ts';

/** One request with all who may come at its agreed time. */
export interface Row {
	request: RequestFacts;
	/** Gates lifted for it by its deadline. */
	context: Context;
	/** Null where nobody may ever come. */
	agreed: { occasion: Occasion; start: number; end: number; week: number } | null;
	/** Of those who may come: their places in the list of volunteers, ascending, and what each pair costs. */
	who: Int32Array;
	costs: Int32Array;
	unmatchedCost: number;
}

const none = new Int32Array(0);
const nobody = { agreed: null, who: none, costs: none };

/**
 * For each request who may come, when, and at what cost: every pair passes all gates at one agreed time. Ten thousand
 * requests among as many people are a hundred million pairs, so gates and costs that depend on the kind of help alone
 * are worked out once per kind, and only those within reach are looked at one by one.
 * @param volunteers everyone; their order numbers them
 */
export function candidatesFor(
	requests: readonly RequestFacts[],
	volunteers: readonly Planned[],
	weights: Weights,
	context: Context
): Row[] {
	const calendar: Calendar = new Map();
	const looks = requests.map((request): Look => {
		const own = { ...context, lifted: [...liftedByDeadline(request, weights, context.now)] };
		return { request, context: own, open: occasionOf(request, own, calendar) };
	});
	const occasions = looks.map(({ open }) => open);
	const crowd = crowdOf(volunteers, occasions, context.zone);
	const meetings = meetingsOf(crowd);
	const rows = new Map<Look, Row>();
	for (const [pool, ofKind] of byPool(looks, occasions, crowd, weights)) {
		for (const look of ofKind.sort(bySide)) {
			const meeting = meetings(look.open, pool);
			rows.set(look, {
				request: look.request,
				context: look.context,
				unmatchedCost: unmatchedCost(look.request, weights, context.now),
				...(meeting ? costsOf(look.open, meeting, pool, crowd, weights) : nobody)
			});
		}
	}
	return looks.map((look) => rows.get(look)!);
}

/** A request as the plan looks at it. */
interface Look extends Pick<Row, 'request' | 'context'> {
	open: Occasion;
}

/** From west to east: whom the next request of a kind looks at is then still at hand. */
function bySide(one: Look, other: Look): number {
	return (one.request.place?.east ?? 0) - (other.request.place?.east ?? 0);
}

function byPool(looks: readonly Look[], occasions: readonly Occasion[], crowd: Crowd, weights: Weights) {
	const firstDay = occasions.reduce(
		(first, one) => (one.firstDay < first ? one.firstDay : first),
		'9999-12-31'
	);
	const kinds = Map.groupBy(looks, ({ open }) => `${kindKey(open.request)} ${[...open.lifted].join()}`);
	return [...kinds.values()].map((ofKind): [Pool, Look[]] => [
		poolOf({ ...ofKind[0]!.open, firstDay }, crowd, weights),
		ofKind
	]);
}

function costsOf(
	open: Occasion,
	{ start, entries, who }: Meeting,
	pool: Pool,
	crowd: Crowd,
	weights: Weights
): Pick<Row, 'agreed' | 'who' | 'costs'> {
	const occasion = agreedAt(open, start);
	const end = start + open.length;
	const seen = crowd.seenBy(open.request.forPersonId, start);
	const pairCost = pairCosts(occasion, weights);
	const costs = new Int32Array(who.length);
	for (let one = 0; one < who.length; one++) {
		const entry = entries[one]!;
		const view = seen(who[one]!);
		const steady = pool.until[entry]! >= end;
		costs[one] = steady ? pool.cost[entry]! + pairCost(view) : costOf(occasion, view, weights);
	}
	return { agreed: { occasion, start, end, week: crowd.weekOf(start) }, who, costs };
}
