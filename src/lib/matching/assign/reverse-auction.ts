import type { Auction } from './auction.ts';
import { asksTooMuch, dearColumns, place, release, slotCost } from './plan.ts';
import type { Watch } from './watch.ts';

/** Offers between two looks at whether the work is still wanted. */
const breath = 1 << 13;

/**
 * Each column with room that asks more than its next slot costs lowers its price until it wins over the unit to which
 * it is worth most, and ε more; the column that loses it may come next. Ends when none asks too much for its room.
 */
export function bidBackward(auction: Auction, epsilon: number, watch: Watch): void {
	const { market, plan } = auction;
	gather(auction);
	findLevels(auction);
	const dear = dearColumns(market, plan);
	for (let offers = 1; dear.length > 0; offers++) {
		if (offers % breath === 0) watch.check();
		const column = dear.pop()!;
		while (asksTooMuch(market, plan, column)) {
			const loser = offer(auction, column, epsilon);
			if (loser >= 0 && asksTooMuch(market, plan, loser)) dear.push(loser);
		}
	}
}

function findLevels(auction: Auction): void {
	for (let row = 0; row < auction.market.rows; row++) auction.level[row] = levelOf(auction, row);
}

/** The bids are done with: filled slots come first again. */
function gather({ market, plan }: Auction): void {
	const { firstSlot, columns } = market;
	for (let column = 0; column < columns; column++) {
		let next = firstSlot[column]!;
		for (let slot = next; slot < firstSlot[column + 1]!; slot++)
			if (plan.unitIn[slot]! >= 0) plan.unitIn[next++] = plan.unitIn[slot]!;
		plan.filled[column] = next - firstSlot[column]!;
	}
}

/** @returns the column that has lost a unit to this one, or −1 */
function offer(auction: Auction, column: number, epsilon: number): number {
	const { market, plan, columns, level } = auction;
	const { arc: arcs, rowOf } = columns;
	const { held, cost } = market;
	const floor = slotCost(market, column, plan.filled[column]!);
	let best = floor + epsilon;
	let second = best;
	let chosen = -1;
	const end = columns.start[column + 1]!;
	for (let at = columns.start[column]!; at < end; at++) {
		const arc = arcs[at]!;
		const gain = level[rowOf[arc]!]! - cost[arc]!;
		if (gain <= second || held[arc] === 1) continue;
		if (gain > best) {
			second = best;
			best = gain;
			chosen = arc;
		} else second = gain;
	}
	plan.price[column] = chosen < 0 ? floor : second - epsilon;
	refresh(auction, column);
	return chosen < 0 ? -1 : win(auction, rowOf[chosen]!, chosen);
}

/** The units of a column have become cheaper to their rows. */
function refresh(auction: Auction, column: number): void {
	const { market, plan, level } = auction;
	const first = market.firstSlot[column]!;
	for (let slot = first; slot < first + plan.filled[column]!; slot++) {
		const row = market.rowOf[plan.unitIn[slot]!]!;
		level[row] = levelOf(auction, row);
	}
}

/** Moves the dearest unit of a row to an arc. */
function win(auction: Auction, row: number, arc: number): number {
	const { market, plan } = auction;
	let mover = market.firstUnit[row]!;
	for (let unit = mover + 1; unit < market.firstUnit[row + 1]!; unit++)
		if (costOf(auction, row, unit) > costOf(auction, row, mover)) mover = unit;
	const had = plan.arcOf[mover]!;
	if (had >= 0) release(market, plan, mover);
	place(market, plan, mover, arc);
	auction.level[row] = levelOf(auction, row);
	return had < 0 ? -1 : market.column[had]!;
}

function levelOf(auction: Auction, row: number): number {
	let dearest = 0;
	for (let unit = auction.market.firstUnit[row]!; unit < auction.market.firstUnit[row + 1]!; unit++)
		dearest = Math.max(dearest, costOf(auction, row, unit));
	return dearest;
}

/** What a unit costs its row, the price included. */
function costOf({ market, plan }: Auction, row: number, unit: number): number {
	const arc = plan.arcOf[unit]!;
	return arc < 0 ? market.open[row]! : market.cost[arc]! + plan.price[market.column[arc]!]!;
}
