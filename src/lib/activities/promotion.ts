/** Somebody who waits for a seat. */
export interface Waiting {
	id: string;
	/** Null waits for the whole series. */
	occurrenceId: string | null;
	/** He and those whom he brings. */
	party: number;
	/** Seats that he has on dates already, by their ids. */
	held?: ReadonlyMap<string, number>;
}

/**
 * Who of those who wait is offered what is free, in the order of asking: the first whom it suits, so that a family of four
 * does not keep one from a single seat. A seat of the series takes one on each of its dates
 * on which he has none.
 * @param waiting in the order of asking
 * @param free seats of each date that is left; null where everybody fits
 * @returns ids, the first first
 */
export function nextOf(waiting: readonly Waiting[], free: ReadonlyMap<string, number | null>): string[] {
	const left = new Map(free);
	const chosen: string[] = [];
	for (const { id, occurrenceId, party, held } of waiting) {
		const dates = occurrenceId === null ? [...left.keys()] : [occurrenceId];
		const more = (date: string) => Math.max(0, party - (held?.get(date) ?? 0));
		const suits = dates.length > 0 && dates.every((date) => hasRoom(left.get(date), more(date)));
		if (!suits) continue;
		chosen.push(id);
		for (const date of dates) left.set(date, left.get(date) === null ? null : left.get(date)! - more(date));
	}
	return chosen;
}

/** The place in line of somebody who waits, from 1 on, among those who want a seat of the same date or of the series. */
export function placeInLine(
	waiting: readonly Pick<Waiting, 'id' | 'occurrenceId'>[],
	own: Pick<Waiting, 'id' | 'occurrenceId'>
): number {
	const rivals = waiting.filter(
		({ occurrenceId }) =>
			occurrenceId === null || own.occurrenceId === null || occurrenceId === own.occurrenceId
	);
	return 1 + rivals.findIndex(({ id }) => id === own.id);
}

/** False for a date that is not left. */
function hasRoom(free: number | null | undefined, party: number): boolean {
	return free === null || (free !== undefined && free >= party);
}
