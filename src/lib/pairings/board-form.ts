import { isId } from '#lib/shared/ids.ts';
import type { BoardAsked } from './board.server.ts';
import type { Two } from './pair-up.ts';

/** Reads what of the board is looked at from its address. */
export function readBoardAsked(params: URLSearchParams): BoardAsked {
	const of = params.get('of');
	const [first, second, ...more] = (params.get('swap') ?? '').split(',');
	const isSwap = isId(first) && isId(second) && more.length === 0;
	return { of: isId(of) ? of : null, swap: isSwap ? [first, second] : null };
}

/** Reads two people as a form of the board sends them; null where that is none of ours. */
export function readTwo(value: string): Two | null {
	const [residentId, memberId, ...more] = value.split(':');
	if (!isId(residentId) || !isId(memberId) || more.length > 0) return null;
	return { residentId, memberId };
}

/** The same where there may be no member yet. */
export function readSeen(value: string): { residentId: string; memberId: string | null } | null {
	const [residentId, memberId, ...more] = value.split(':');
	if (!isId(residentId) || more.length > 0) return null;
	return { residentId, memberId: isId(memberId) ? memberId : null };
}
