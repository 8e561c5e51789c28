import type { Actor } from '#lib/accounts/people.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { lockChangeable } from './move.server.ts';
import { offerPlaces } from './offer-place.server.ts';
import * as query from './queries.server.ts';
import { tell } from './tell.server.ts';
import type { Here } from './times.server.ts';

/** Cancels a booking; its place goes to whoever waits for one. */
export async function cancel(
	scope: Scope,
	actor: Actor,
	{ id, reason }: { id: string; reason: string | null },
	here: Here
): Promise<void> {
	const { booking, service } = await lockChangeable(scope, actor, id, here.now);
	const change = { status: 'cancelled', endedAt: here.now, reason } as const;
	const cancelled = await query.changeBooking(scope, id, ['booked'], change);
	if (!cancelled) throw new AppError('changed_meanwhile', 'booking');
	await recordEvent(scope, { kind: 'booking', id }, 'cancelled', actor.personId, here.now);
	await tell(scope, 'booking_cancelled', cancelled, service, here.now);
	await offerPlaces(scope, booking.localDay, here);
}

/** Gives back a time that is only held: the form is left, or another time is wanted. */
export async function release(scope: Scope, actor: Actor, here: Here): Promise<void> {
	await query.clearHolds(scope, actor.personId, { start: here.now, end: here.now }, here.now);
}
