import { m } from '#lib/paraglide/messages.js';
import { sayMinutes } from '#lib/ui/dates.ts';
import type { Turnout } from './quota.ts';

/** What became of a day that is closed, for all who read of it. */
export function resultWords({ came, minutes }: Pick<Turnout, 'came' | 'minutes'>): string {
	if (came === 0) return m.cleanups_result_nobody();
	if (minutes === 0) return m.cleanups_result_short({ count: came });
	return m.cleanups_result({ count: came, time: sayMinutes(minutes) });
}
