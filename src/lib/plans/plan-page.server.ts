import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { gridsOf } from '#lib/places/queries.server.ts';
import { requestName } from '#lib/requests/words.ts';
import { AppError } from '#lib/shared/errors.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import { gridLabel } from './choose.server.ts';
import { comparisonOf, type Comparison } from './comparison.server.ts';
import type { LoadStep } from './load.ts';
import type { PlanAddress } from './plan-address.ts';
import { linesOf, unfilledOf, type PairLine, type UnfilledLine } from './plan-lines.ts';
import * as query from './queries.server.ts';
import { readBoard, type ReadBoard } from './read-board.server.ts';
import type { Shortage } from './shortages.ts';
import { failureWords, shortageWords, stateWords } from './words.ts';

/** A plan as its board shows it. */
export interface PlanPage {
	id: string;
	status: query.PlanRow['status'];
	state: ReturnType<typeof stateWords>;
	failure: string | null;
	progress: number;
	when: string;
	by: string;
	/** Requests it is for. */
	requests: number;
	figures: {
		wanted: number;
		found: number;
		cost: number;
		/** Points of the pairs alone; what is left open and the load make the rest. */
		pairs: number;
		gap: number;
		/** It was made with decisions of staff. */
		marked: boolean;
		letOff: number;
		took: number;
	} | null;
	lines: PairLine[];
	pages: number;
	/** Requests that could not be approved when staff last tried, and why. */
	refused: { title: string; requestId: string; refusal: query.Refusal }[];
	/** Requests that can be approved from it. */
	open: number;
	/** Decisions that the next plan will be told. */
	pending: number;
	unfilled: UnfilledLine[];
	load: LoadStep[];
	helps: string[];
	/** Against an earlier plan; null where there is none to compare with. */
	comparison: Comparison | null;
	/** Plans to compare with. */
	others: { value: string; label: string }[];
	basedOn: string | null;
	/** The plan made from this one. */
	next: string | null;
	swapping: PairLine | null;
}

const perPage = 100;
const mostOthers = 20;

/** Everything about a plan for its board. */
export async function planPage(
	scope: Scope,
	actor: Actor,
	id: string,
	address: PlanAddress,
	here: Here
): Promise<PlanPage> {
	const plan = await planFor(scope, actor, id);
	const board = await readBoard(scope, plan, here);
	const lines = linesOf(board, address.order, here);
	const kept = (await query.keptPlans(scope, mostOthers)).filter(
		({ plan: other }) => other.id !== id && other.status === 'ready'
	);
	const first = (address.page - 1) * perPage;
	const { swap } = address;
	return {
		...headOf(plan, board, here),
		lines: lines.slice(first, first + perPage),
		pages: Math.max(1, Math.ceil(lines.length / perPage)),
		refused: board.asked.flatMap(({ planned, request }) =>
			planned.refusal && !planned.approvalId
				? [{ title: requestName(request), requestId: request.id, refusal: planned.refusal as query.Refusal }]
				: []
		),
		open: new Set(lines.filter(({ state }) => state === 'open').map(({ requestId }) => requestId)).size,
		pending: board.decided.filter(({ applied }) => !applied).length,
		unfilled: unfilledOf(board),
		helps: await helpsOf(scope, plan),
		comparison: await comparisonOf(scope, board, address.with ?? plan.basedOn, here),
		others: kept.map(({ plan: other }) => ({
			value: other.id,
			label: sayWhen(other.createdAt, here)
		})),
		next: (await query.planBasedOn(scope, id))?.id ?? null,
		swapping:
			(swap && lines.find((one) => one.requestId === swap.requestId && one.personId === swap.personId)) ??
			null
	};
}

/** All pairs of a plan and all that it leaves open, for a sheet. */
export async function wholePlan(
	scope: Scope,
	actor: Actor,
	id: string,
	here: Here
): Promise<{ lines: PairLine[]; unfilled: UnfilledLine[] }> {
	const board = await readBoard(scope, await planFor(scope, actor, id), here);
	return { lines: linesOf(board, 'start', here), unfilled: unfilledOf(board) };
}

async function planFor(scope: Scope, actor: Actor, id: string): Promise<query.PlanRow> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const plan = await query.planById(scope, id);
	if (!plan) throw new AppError('not_found');
	return plan;
}

function headOf(plan: query.PlanRow, { asked, people, pairs, decided }: ReadBoard, here: Here) {
	const { wanted, found, cost, bound } = plan;
	const ready = wanted !== null && found !== null && cost !== null && bound !== null;
	return {
		id: plan.id,
		status: plan.status,
		state: stateWords(plan.status),
		failure: plan.status === 'failed' ? failureWords(plan.failure) : null,
		progress: plan.progress,
		when: sayWhen(plan.createdAt, here),
		by: people.get(plan.createdBy)?.name ?? '',
		requests: asked.length,
		basedOn: plan.basedOn,
		load: (plan.load ?? []) as LoadStep[],
		figures: ready
			? {
					wanted,
					found,
					cost,
					pairs: pairs.reduce((sum, pair) => sum + pair.cost, 0),
					marked: decided.some(({ applied }) => applied),
					// prices prove less than one point too little
					gap: Math.max(0, Math.floor(cost - bound)),
					letOff: plan.letOff ?? 0,
					took: plan.took ?? 0
				}
			: null
	};
}

async function helpsOf(scope: Scope, { helps }: query.PlanRow): Promise<string[]> {
	const shortages = (helps ?? []) as Shortage[];
	const grids = new Map((await gridsOf(scope)).map((grid) => [grid.id, gridLabel(grid)]));
	return shortages.map((one) => shortageWords(one, grids.get(one.grid?.id ?? '') ?? ''));
}
