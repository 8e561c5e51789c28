import { seatedStates, type SignUpState } from './activities.ts';

/** What of a sign-up says how many seats it holds. */
export interface Holding {
	/** Null: the whole series. */
	occurrenceId: string | null;
	status: SignUpState;
	companions: number;
}

/**
 * Seats that one person's sign-ups hold on a date. A seat of the series and one of the date itself are the same seat: who goes on from a date
 * to the series does not take two.
 * @param excused he does not come that time, so the series holds none
 */
export function heldOn(rows: readonly Holding[], dateId: string, excused = false): number {
	const seated: readonly SignUpState[] = seatedStates;
	const here = rows.filter(
		({ occurrenceId, status }) =>
			seated.includes(status) && (occurrenceId === null ? !excused : occurrenceId === dateId)
	);
	return Math.max(0, ...here.map(({ companions }) => 1 + companions));
}

/** Seats that each date gains or loses when one person's sign-ups change; dates where nothing moves are not in the answer. */
export function seatMoves(
	before: readonly Holding[],
	after: readonly Holding[],
	dateIds: readonly string[],
	excused: ReadonlySet<string> = new Set()
): Map<string, number> {
	const moves = dateIds.map((id) => {
		const off = excused.has(id);
		return [id, heldOn(after, id, off) - heldOn(before, id, off)] as const;
	});
	return new Map(moves.filter(([, seats]) => seats !== 0));
}
