import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayTime, type Here } from '#lib/ui/dates.ts';
import { headFor } from './board.server.ts';
import { dayFacts } from './facts.server.ts';

/**
 * What is asked before a day is closed: its end is not reached, or people are still there.
 * @returns nothing to ask: no words
 * @throws AppError `not_found`
 */
export async function closePage(scope: Scope, id: string, here: Here) {
	const { cleanup, head } = await headFor(scope, id, here);
	const { total } = await dayFacts(scope, cleanup);
	const [now, end] = [here.now, cleanup.during.end].map((at) => sayTime(at, here.zone));
	const asked: string[] = [];
	if (head.lasts) asked.push(m.cleanups_close_early({ end: end! }));
	if (total.here > 0) {
		const told = { count: total.here, now: now!, end: end! };
		asked.push(head.lasts ? m.cleanups_close_here(told) : m.cleanups_close_over(told));
	}
	return { head, asked };
}
