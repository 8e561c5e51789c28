import { byColumn, type Columns } from './columns.ts';
import { bidForward } from './forward-auction.ts';
import { bidBackward } from './reverse-auction.ts';
import type { Market } from './market.ts';
import { emptyPlan, leftOpen, slotCost, type Plan } from './plan.ts';
import { roundsToOptimum } from './rounding.ts';
import type { Watch } from './watch.ts';

/** A plan under auction: after each phase every held arc is within ε of the cheapest of its row. */
export interface Auction {
	market: Market;
	columns: Columns;
	plan: Plan;
	/** What the unit in each slot has bid, or what the empty slot asks. Slots of a column form a heap by it. */
	slotPrice: Float64Array;
	/** What the dearest unit of each row costs it, prices included; kept by the reverse auction only. */
	level: Float64Array;
	/** Units without a place. */
	stack: Int32Array;
}

/** Each ε is this part of the one before, until it is so few cost units that only ties are left to settle. */
const finer = 20;
const onlyTies = 2;
const finerAmongTies = 150;
/** The first ε is this part of the greatest cost, or of what leaving open costs at most. */
const partOfCost = 8;
const partOfOpen = 64;
/** A step between two ε that is always gone through with, and the bids of each unit after which a bigger one is not. */
const smallStep = 6;
const patience = 2;
/** How much of an ε prices are lowered before the next phase: bids bring them up again sooner than offers down. */
const lowered = 3;

/**
 * A plan that is, or all but is, the optimum once its prices are rounded: an ε-scaling auction (Bertsekas, Castañón,
 * Tsaknakis 1993), in which units bid for slots and then columns with room and a price win units over.
 */
export function auction(market: Market, watch: Watch): Plan {
	const plan = emptyPlan(market);
	const state: Auction = {
		market,
		columns: byColumn(market),
		plan,
		slotPrice: new Float64Array(plan.unitIn.length),
		level: new Float64Array(market.rows),
		stack: new Int32Array(plan.arcOf.length)
	};
	const finest = 2 ** -Math.ceil(Math.log2(plan.arcOf.length + 2));
	const coarsest = Math.max(finest, coarsestEpsilon(market));
	let last = 0;
	let finerBy = finerAmongTies;
	for (let epsilon = coarsest; ;) {
		openPhase(state);
		if (bidForward(state, epsilon, bidsAllowed(state, epsilon, last), watch)) {
			bidBackward(state, epsilon, watch);
			if (epsilon <= finest || (epsilon < 1 && roundsToOptimum(market, plan))) return plan;
			watch.done(1 - Math.log(epsilon / finest) / Math.log((2 * coarsest) / finest));
			lowerPrices(market, plan, epsilon * lowered);
			last = epsilon;
			epsilon = nextEpsilon(epsilon, finest, finerBy);
		} else {
			epsilon = Math.sqrt(epsilon * last);
			// the ties of this market are many: as big a step would be in vain the next time, too
			finerBy = Math.max(smallStep, last / epsilon);
		}
	}
}

/** So fine at last that all of them together are less than one cost unit. */
function nextEpsilon(epsilon: number, finest: number, finerBy: number): number {
	if (epsilon > onlyTies) return Math.max(finest, epsilon / finer);
	const steps = Math.max(1, Math.round(Math.log(epsilon / finest) / Math.log(finerBy)));
	return steps === 1 ? finest : epsilon * (finest / epsilon) ** (1 / steps);
}

/** Among ties a big step can make for a long war of small bids; then a smaller one is taken first. */
function bidsAllowed({ stack }: Auction, epsilon: number, last: number): number {
	return epsilon < 1 && last > smallStep * epsilon ? patience * stack.length : Infinity;
}

/**
 * A part of the greatest cost that is below what is left open; or more, so that prices do not have to climb in small steps to
 * that. The rows are all but sorted: what counts of each is near its end.
 */
function coarsestEpsilon({ rows, start, cost, open }: Market): number {
	let greatest = 0;
	let most = 0;
	for (let row = 0; row < rows; row++) {
		const first = start[row]!;
		let last = start[row + 1]! - 1;
		if (last >= first && open[row]! > most) most = open[row]!;
		while (last >= first && cost[last]! >= open[row]!) last--;
		if (last >= first && cost[last]! > greatest) greatest = cost[last]!;
	}
	return Math.max(greatest / partOfCost, most / partOfOpen);
}

function lowerPrices(market: Market, { price }: Plan, by: number): void {
	for (let column = 0; column < price.length; column++)
		if (price[column] !== Infinity)
			price[column] = Math.max(slotCost(market, column, 0), price[column]! - by);
}

/** Every unit is without a place again; prices stay. */
function openPhase(auction: Auction): void {
	auction.plan.unitIn.fill(-1);
	offerSlots(auction);
	dismissUnits(auction);
}

function offerSlots({ market, plan, slotPrice }: Auction): void {
	const { firstSlot } = market;
	for (let column = 0; column < market.columns; column++) {
		plan.filled[column] = 0;
		const first = firstSlot[column]!;
		for (let slot = first; slot < firstSlot[column + 1]!; slot++)
			slotPrice[slot] = Math.max(slotCost(market, column, slot - first), plan.price[column]!);
	}
}

function dismissUnits({ market, plan, stack }: Auction): void {
	for (let unit = 0; unit < stack.length; unit++) {
		stack[unit] = stack.length - 1 - unit;
		if (plan.arcOf[unit]! >= 0) market.held[plan.arcOf[unit]!] = 0;
		plan.arcOf[unit] = leftOpen;
	}
}
