import type { Scope } from '#lib/db/client.server.ts';
import { appNow } from '#lib/db/clock.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, minute } from '#lib/shared/time.ts';
import { stepOf, type ServicePlace } from './booking.ts';
import * as query from './queries.server.ts';
import { forgetRefusal, keepRefusal } from './refused-lately.server.ts';
import { insteadOf, type Here } from './times.server.ts';

/** A time that is wanted for somebody. */
export interface Claim {
	service: query.ServiceRow;
	place: ServicePlace;
	start: Date;
	attendeeId: string;
	bookedBy: string;
	/** Only with this officer; with whoever is free where absent. */
	officerId?: string | null | undefined;
	documentsReady?: string[];
	/** Until when it is only held; booked for good where absent. */
	heldUntil?: Date;
	/** Held for somebody on the waiting list. */
	offered?: boolean;
}

/** More than any station has desks: whoever loses so often comes again in a moment. */
const mostTries = 24;

/**
 * Takes a free desk and its officer for a time, whoever else wants it at the same moment.
 * @returns the id of the booking
 * @throws AppError with the nearest times where there is none: `already_taken` / `booking_time`, `booking_same_day`,
 *   `booking_elsewhere`, `booking_officer`; `invalid` / `booking_past`, `booking_far`; `not_possible_now` / `booking_closed`,
 *   `booking_withdrawn`, `booking_place`
 */
export async function claim(scope: Scope, wanted: Claim, here: Here): Promise<string> {
	const { service, place, start } = wanted;
	requireBookable(service, place, start, here);
	const during = { start, end: new Date(start.getTime() + service.minutes * minute) };
	const wish = {
		id: newId(),
		serviceId: service.id,
		attendeeId: wanted.attendeeId,
		bookedBy: wanted.bookedBy,
		officerId: wanted.officerId ?? null,
		place,
		during,
		localDay: dayOf(start, here.zone),
		step: stepOf(service.minutes),
		status: wanted.heldUntil ? ('held' as const) : ('booked' as const),
		heldUntil: wanted.heldUntil ?? null,
		offered: wanted.offered ?? false,
		documentsReady: wanted.documentsReady ?? []
	};
	for (let tries = 0; tries < mostTries; tries++) {
		const attempt = await query.tryPlace(scope, wish, here.now);
		if (attempt.id) {
			forgetRefusal(scope, { serviceId: service.id, place, start });
			return attempt.id;
		}
		if (attempt.sameDayId) throw new AppError('already_taken', 'booking_same_day');
		if (attempt.elsewhereId) throw await refusal(scope, wanted, 'booking_elsewhere', here);
		// somebody was faster; or a form that nobody sent holds it, of this person or of one whose time is over
		if (attempt.dutyId) await query.clearHolds(scope, wanted.bookedBy, during, here.now);
		else if (wanted.officerId) throw new AppError('already_taken', 'booking_officer');
		else throw await gone(scope, wanted, here);
	}
	throw new AppError('busy');
}

/** Nobody is free at that time, whoever asks. */
async function gone(scope: Scope, wanted: Claim, here: Here): Promise<AppError> {
	const error = await refusal(scope, wanted, 'booking_time', here);
	// not the moment at which it was asked: who stands in line for long is told what was seen just now
	keepRefusal(scope, { ...wanted, serviceId: wanted.service.id }, error, appNow());
	return error;
}

/** What can be said without looking who is on duty. */
export function requireBookable(
	service: query.ServiceRow,
	place: ServicePlace,
	start: Date,
	{ now, zone }: Here
): void {
	if (service.withdrawnAt) throw new AppError('not_possible_now', 'booking_withdrawn');
	if (!(place === 'home' ? service.atHome : service.atDesk))
		throw new AppError('not_possible_now', 'booking_place');
	if (start <= now) throw new AppError('invalid', 'booking_past');
	if (dayOf(start, zone) > addDays(dayOf(now, zone), service.daysAhead)) {
		throw new AppError('invalid', 'booking_far', { days: service.daysAhead });
	}
}

/** Why a time cannot be had, with the nearest that can. */
export async function refusal(
	scope: Scope,
	wanted: Pick<Claim, 'service' | 'place' | 'start'> & { apart?: readonly string[] },
	detail: 'booking_time' | 'booking_elsewhere',
	here: Here
): Promise<AppError> {
	const { times, onDuty } = await insteadOf(scope, wanted, wanted.start, here);
	return onDuty
		? new AppError('already_taken', detail, {}, times)
		: new AppError('not_possible_now', 'booking_closed', {}, times);
}
