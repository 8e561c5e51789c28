import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { claim, refusal, requireBookable } from './claim.server.ts';
import { followUp } from './follow-up.server.ts';
import { serviceFor, type Tapped } from './hold.server.ts';
import * as query from './queries.server.ts';
import { requireRight } from './rights.server.ts';
import { tell } from './tell.server.ts';
import type { Here } from './times.server.ts';

/** What a person confirms. */
export interface Confirmed extends Tapped {
	/** What was held while the form was open. */
	holdId: string | null;
	/** Documents that are ready. */
	documentsReady: string[];
	/** Staff may say with whom. */
	officerId?: string | null;
}

/**
 * Books a time: the one that was held, or, where the hold is over or there was none, the same time if it is still free.
 * @returns the id of the booking
 */
export async function book(scope: Scope, actor: Actor, wanted: Confirmed, here: Here): Promise<string> {
	await requireRight(scope, actor, wanted.attendeeId);
	const service = await serviceFor(scope, wanted.serviceId);
	const bookedBy = actor.personId;
	const id =
		(wanted.holdId && (await keep(scope, bookedBy, service, wanted, here))) ||
		(await claim(scope, { ...wanted, service, bookedBy }, here));
	const booking = (await query.bookingById(scope, id))!;
	await recordEvent(scope, { kind: 'booking', id }, 'booked', actor.personId, here.now);
	await tell(scope, 'booking_made', booking, service, here.now);
	await followUp(scope, booking, here.now);
	return id;
}

/** Makes a booking of what is held; null where it is held no longer. */
async function keep(
	scope: Scope,
	bookedBy: string,
	service: query.ServiceRow,
	wanted: Confirmed,
	here: Here
): Promise<string | null> {
	const held = await query.bookingForUpdate(scope, wanted.holdId!);
	const stands = held?.status === 'held' && held.heldUntil! > here.now && held.bookedBy === bookedBy;
	if (!stands || held.serviceId !== service.id || +held.during.start !== +wanted.start) return null;
	requireBookable(service, held.place, held.during.start, here);
	const { attendeeId, documentsReady } = wanted;
	const change = { status: 'booked', heldUntil: null, attendeeId, documentsReady } as const;
	const kept = await query.ifFree(scope, (inner) => query.changeBooking(inner, held.id, ['held'], change));
	if (kept) return kept.id;
	const sameDay = await query.sameDayBooking(scope, attendeeId, service.id, held.localDay);
	if (sameDay) throw new AppError('already_taken', 'booking_same_day');
	throw await refusal(
		scope,
		{ service, place: held.place, start: held.during.start },
		'booking_elsewhere',
		here
	);
}
