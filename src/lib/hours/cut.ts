import type { Span } from '#lib/shared/time.ts';

/** What other hours of a station do to a duty there. */
export interface Cut {
	/** What is left of it; null where nothing is. */
	left: Span | null;
	/** The parts that are gone. */
	lost: Span[];
}

/**
 * Cuts a duty to the hours of a day on which a station is open otherwise.
 * @param open null where it is closed
 * @returns null where the duty stays as it is
 */
export function cutTo(duty: Span, open: Span | null): Cut | null {
	if (!open || open.end <= duty.start || duty.end <= open.start) return { left: null, lost: [duty] };
	const left = {
		start: duty.start < open.start ? open.start : duty.start,
		end: open.end < duty.end ? open.end : duty.end
	};
	const lost = [
		{ start: duty.start, end: left.start },
		{ start: left.end, end: duty.end }
	].filter(({ start, end }) => start < end);
	return lost.length > 0 ? { left, lost } : null;
}
