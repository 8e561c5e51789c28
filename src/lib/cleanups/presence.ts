import { hour, minute, type Span } from '#lib/shared/time.ts';

/** So long before it begins somebody may check in, milliseconds. */
export const earliest = hour;

/** When somebody was there; without an end he stayed until it was over or closed. */
export interface Presence {
	cameAt: Date | null;
	leftAt: Date | null;
}

/**
 * Whole minutes for which somebody was there while the day lasted: from check-in to check-out or to the end, so never more
 * than the day is long. What lies outside of its hours does not count.
 */
export function presentMinutes({ cameAt, leftAt }: Presence, { start, end }: Span): number {
	if (!cameAt) return 0;
	const from = Math.max(+cameAt, +start);
	const to = Math.min(+(leftAt ?? end), +end);
	return Math.max(0, Math.floor((to - from) / minute));
}

/** The hours that count: those of the day, or to the moment at which it was closed before its end. */
export function countedHours({ during, closedAt }: { during: Span; closedAt: Date | null }): Span {
	return { start: during.start, end: endedEarly({ during, closedAt }) ? closedAt! : during.end };
}

/** True where a day was closed before its end. */
export const endedEarly = ({ during, closedAt }: { during: Span; closedAt: Date | null }): boolean =>
	closedAt !== null && closedAt < during.end;

/** True while people may check in: from an hour before it begins to its end. */
export function isOpenAt(at: Date, { start, end }: Span): boolean {
	return +at >= +start - earliest && +at < +end;
}

/** How long the day is, whole minutes. */
export const lengthOf = ({ start, end }: Span): number => Math.floor((+end - +start) / minute);
