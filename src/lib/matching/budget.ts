import { day } from '#lib/shared/time.ts';
import type { Weights } from './weights.ts';

/** The time over which offers to one person are counted, milliseconds. */
export const budgetTime = 7 * day;

/**
 * How many offers a person may get in seven days before somebody else is asked first. Part of it is kept for grids that
 * have few volunteers: a ranking by fit alone asks the same willing people for what is near them, and such grids starve.
 * @param scarce whether the request comes from such a grid
 */
export function offerBudget(
	{ offersPerWeek, offersKeptForScarce }: Pick<Weights, 'offersPerWeek' | 'offersKeptForScarce'>,
	scarce: boolean
): number {
	return scarce ? offersPerWeek : Math.max(0, offersPerWeek - offersKeptForScarce);
}
