import { AppError } from '#lib/shared/errors.ts';
import type { Hours } from './hours.ts';

/** Times as forms ask for them: a span, and another one after a break, or neither. */
export interface SaidTimes {
	opens: number | null;
	closes: number | null;
	opens2: number | null;
	closes2: number | null;
}

/**
 * The hours that were said.
 * @throws AppError `invalid` with the field that is missing or too early
 */
export function twoSpans({ opens, closes, opens2, closes2 }: SaidTimes): Hours[] {
	return [...span(opens, closes, ['opens', 'closes']), ...span(opens2, closes2, ['opens2', 'closes2'])];
}

function span(from: number | null, to: number | null, fields: [from: string, to: string]): Hours[] {
	if (from === null && to === null) return [];
	if (from === null) throw new AppError('invalid', fields[0]);
	if (to === null || to <= from) throw new AppError('invalid', fields[1]);
	return [{ from, to }];
}
