import { isId } from '#lib/shared/ids.ts';
import { pairValue, readPair, type PointedAt } from './pair-value.ts';

/** What the board shows first: what begins first, or what costs most. */
export const orders = ['start', 'cost'] as const;
export type Order = (typeof orders)[number];

/** How a plan is looked at. */
export interface PlanAddress {
	order: Order;
	/** Counted from 1. */
	page: number;
	/** The plan it is compared with; the one it is based on otherwise. */
	with: string | null;
	/** The pair that waits for another one to change places with. */
	swap: PointedAt | null;
}

/** Reads an address; what means nothing here is left out. */
export function readPlanAddress(params: URLSearchParams): PlanAddress {
	const other = params.get('with');
	return {
		order: orders.find((one) => one === params.get('order')) ?? 'start',
		page: Math.min(1000, Math.max(1, Math.floor(Number(params.get('page')) || 1))),
		with: other && isId(other) ? other : null,
		swap: readPair(params.get('swap') ?? '')
	};
}

/** The address as `?…`, with something else in it. */
export function planQuery(address: PlanAddress, change: Partial<PlanAddress> = {}): string {
	const { order, page, with: other, swap } = { ...address, ...change };
	const params = new URLSearchParams();
	if (order !== 'start') params.set('order', order);
	if (page > 1) params.set('page', String(page));
	if (other) params.set('with', other);
	if (swap) params.set('swap', pairValue(swap));
	const text = params.toString();
	return text ? `?${text}` : '';
}
