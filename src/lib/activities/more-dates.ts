import { m } from '#lib/paraglide/messages.js';
import type { Paper } from './paper.server.ts';

/** What is said of the dates that are not written out; null where there are none. @param shown how many are written out */
export function moreSaid(
	{ when, moreDates, goesOn }: Pick<Paper, 'when' | 'moreDates' | 'goesOn'>,
	shown = when.length
): string | null {
	const count = moreDates + Math.max(0, when.length - shown);
	return goesOn ?? (count > 0 ? m.papers_more_dates({ count }) : null);
}
