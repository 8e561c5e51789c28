import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { daysShown } from './booking.ts';
import { comersOf } from './choose-page.server.ts';
import { serviceFor } from './hold.server.ts';
import type { Here } from './times.server.ts';
import { openWaitsOf } from './wait-queries.server.ts';
import { inWords } from './words.ts';

/** The page on which somebody asks to be told when a place becomes free. */
export async function waitPage(scope: Scope, actor: Actor, serviceId: string, { now, zone }: Here) {
	const service = await serviceFor(scope, serviceId);
	const comers = await comersOf(scope, actor);
	const today = dayOf(now, zone);
	const ids = comers.map(({ id }) => id);
	const names = new Map(comers.map(({ id, name }) => [id, name]));
	const open = (await openWaitsOf(scope, ids)).filter((wait) => wait.serviceId === serviceId);
	return {
		service: inWords(service),
		comers,
		first: today,
		last: addDays(today, Math.min(daysShown, service.daysAhead)),
		open: open.map((wait) => ({
			id: wait.id,
			name: names.get(wait.attendeeId)!,
			offeredBookingId: wait.status === 'offered' ? wait.offeredBookingId : null
		}))
	};
}
