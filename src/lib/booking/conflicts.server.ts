import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, dayOf, minute } from '#lib/shared/time.ts';
import { followUp } from './follow-up.server.ts';
import { moveTo } from './move.server.ts';
import { movingPlan } from './moving.ts';
import { offerPlaces } from './offer-place.server.ts';
import * as query from './queries.server.ts';
import { strandedBookings } from './stranded-queries.server.ts';
import { tell } from './tell.server.ts';
import { freeTimesOn, type Here } from './times.server.ts';

/** How many days a booking may move, either way. */
const daysAway = 7;

/** What came of moving all that had lost their officer. */
export interface Moved {
	moved: string[];
	/** For these nothing is free: somebody calls them. */
	left: string[];
}

/**
 * Moves all bookings whose duty was called off, in one step: see `movingPlan`. Everybody concerned is told.
 * @throws AppError `not_allowed`
 */
export async function moveStranded(scope: Scope, actor: Actor, here: Here): Promise<Moved> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const stranded = await strandedBookings(scope, here.now, { lock: true });
	const services = await servicesOf(scope, stranded);
	const plan = movingPlan(stranded.map(asStranded), await freeFor(scope, stranded, services, here));
	const result: Moved = { moved: [], left: [] };
	const byId = new Map(stranded.map((one) => [one.id, one]));
	for (const { id, start } of plan) {
		const booking = byId.get(id)!;
		const service = services.get(booking.serviceId)!;
		const moved = start && (await moveTo(scope, { booking, service }, start, here));
		(moved ? result.moved : result.left).push(id);
		if (!moved) continue;
		const from = booking.during.start.toISOString();
		await recordEvent(scope, { kind: 'booking', id }, 'moved_for_staff', actor.personId, here.now, { from });
		await tell(scope, 'booking_moved_for_staff', moved, service, here.now);
		await followUp(scope, moved, here.now);
	}
	const days = new Set(stranded.map(({ localDay }) => localDay));
	for (const day of days) await offerPlaces(scope, day, here);
	return result;
}

async function servicesOf(
	scope: Scope,
	bookings: readonly query.BookingRow[]
): Promise<Map<string, query.ServiceRow>> {
	const found = new Map<string, query.ServiceRow>();
	for (const id of new Set(bookings.map(({ serviceId }) => serviceId))) {
		found.set(id, (await query.serviceById(scope, id))!);
	}
	return found;
}

function asStranded({ id, serviceId, attendeeId, during }: query.BookingRow) {
	return {
		id,
		serviceId,
		attendeeId,
		start: during.start,
		length: during.end.getTime() - during.start.getTime()
	};
}

/** The free times of each service around its bookings. */
async function freeFor(
	scope: Scope,
	stranded: readonly query.BookingRow[],
	services: ReadonlyMap<string, query.ServiceRow>,
	{ now, zone }: Here
) {
	const soonest = new Date(now.getTime() + 30 * minute);
	const today = dayOf(now, zone);
	const free = new Map<string, Awaited<ReturnType<typeof freeTimesOn>>>();
	for (const service of services.values()) {
		const own = stranded.filter(({ serviceId }) => serviceId === service.id);
		const days = own.map(({ localDay }) => localDay).sort();
		const from = addDays(days[0]!, -daysAway);
		const span = { from: from > today ? from : today, to: addDays(days.at(-1)!, daysAway) };
		const { place } = own[0]!;
		const apart = stranded.map(({ id }) => id);
		free.set(service.id, await freeTimesOn(scope, { service, place, apart }, span, soonest));
	}
	return free;
}
