import { clockOf, dayOf, daysBetween, type Clock, type Day, type Span } from '#lib/shared/time.ts';
import { partClocks, type DayPart, type Wish } from './windows.ts';

function partEnding(clock: Clock): DayPart {
	const found = Object.entries(partClocks).find(([, [, end]]) => end === clock);
	return (found?.[0] as DayPart | undefined) ?? 'any';
}

/**
 * The wish that windows came from, as it would be said today: what a form shows when a request is changed. Only
 * windows are stored, since they are what matching reads.
 * @param today the local day on which it is said
 * @returns null when no window is left
 */
export function wishOf(windows: readonly Span[], today: Day, zone: string): Wish | null {
	const left = windows.filter(({ start }) => dayOf(start, zone) >= today);
	const last = left.at(-1);
	if (!last) return null;
	const part = partEnding(clockOf(last.end, zone));
	const lastDay = dayOf(last.start, zone);
	const ahead = daysBetween(today, lastDay);
	if (left.length === 1) {
		if (ahead === 0) return { when: 'today', part };
		return ahead === 1 ? { when: 'tomorrow', part } : { when: 'date', part, date: lastDay };
	}
	if (ahead <= 2) return { when: 'days', part };
	return { when: ahead <= 6 ? 'week' : 'flexible', part };
}
