import type { Scope } from '#lib/db/client.server.ts';
import type { Stand } from '#lib/hours/watch.server.ts';
import { saySpan, type Here } from '#lib/ui/dates.ts';
import { bookingsUnder } from './duty-queries.server.ts';
import { inWords } from './words.ts';

/** A booking that leans on a duty. */
export interface LeaningBooking {
	id: string;
	when: string;
	who: string;
	service: string;
}

/** The bookings with these colleagues at these desks and times, in order of time. */
export async function leaningOn(
	scope: Scope,
	stands: readonly Stand[],
	here: Here
): Promise<LeaningBooking[]> {
	if (stands.length === 0) return [];
	return (await bookingsUnder(scope, stands)).map(({ id, during, who, service }) => ({
		id,
		when: saySpan(during, here),
		who,
		service: inWords(service)
	}));
}
