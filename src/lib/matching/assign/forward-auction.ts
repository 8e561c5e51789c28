import type { Auction } from './auction.ts';
import { leftOpen } from './plan.ts';
import type { Watch } from './watch.ts';

/** Bids between two looks at whether the work is still wanted. */
const breath = 1 << 16;

/**
 * Each unit without a place bids for its best column what makes it as dear as the second best, and ε more; the unit
 * that has bid least there gives way. Ends when each has a place or is best left open.
 * @returns false when that takes more bids than allowed
 */
export function bidForward(auction: Auction, epsilon: number, allowed: number, watch: Watch): boolean {
	let waiting = auction.stack.length;
	for (let bids = 0; waiting > 0; bids += breath) {
		if (bids >= allowed) return false;
		watch.check();
		waiting = bidSome(auction, epsilon, waiting, Math.min(breath, allowed - bids));
	}
	return true;
}

/** @returns how many units are still without a place */
function bidSome(auction: Auction, epsilon: number, waiting: number, bids: number): number {
	const { market, stack, slotPrice } = auction;
	const { start, column, cost, held, open, rowOf, firstSlot } = market;
	const { price, arcOf, unitIn } = auction.plan;
	for (; waiting > 0 && bids > 0; bids--) {
		const unit = stack[--waiting]!;
		const row = rowOf[unit]!;
		const end = start[row + 1]!;
		const slack = market.slack[row]!;
		let best = open[row]!;
		let second = best;
		let chosen = leftOpen;
		for (let arc = start[row]!; arc < end; arc++) {
			const sum = cost[arc]! + price[column[arc]!]!;
			if (sum < second && held[arc] === 0) {
				if (sum < best) {
					second = best;
					best = sum;
					chosen = arc;
				} else second = sum;
			} else if (cost[arc]! - slack >= second) break;
		}
		arcOf[unit] = chosen;
		if (chosen < 0) continue;
		held[chosen] = 1;
		const to = column[chosen]!;
		const slot = firstSlot[to]!;
		const out = unitIn[slot]!;
		if (out >= 0) {
			held[arcOf[out]!] = 0;
			arcOf[out] = leftOpen;
			stack[waiting++] = out;
		}
		sink(slotPrice, unitIn, slot, firstSlot[to + 1]! - slot, price[to]! + (second - best) + epsilon, unit);
		price[to] = slotPrice[slot]!;
	}
	return waiting;
}

/** Puts a unit and its bid on top of the heap of a column, and lets it sink. */
function sink(
	slotPrice: Float64Array,
	unitIn: Int32Array,
	first: number,
	many: number,
	bid: number,
	unit: number
): void {
	let at = 0;
	for (let child = 1; child < many; child = 2 * at + 1) {
		if (child + 1 < many && slotPrice[first + child + 1]! < slotPrice[first + child]!) child++;
		if (slotPrice[first + child]! >= bid) break;
		slotPrice[first + at] = slotPrice[first + child]!;
		unitIn[first + at] = unitIn[first + child]!;
		at = child;
	}
	slotPrice[first + at] = bid;
	unitIn[first + at] = unit;
}
