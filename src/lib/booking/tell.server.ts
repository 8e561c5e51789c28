import { mayActFor } from '#lib/accounts/act-for.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import type { BookingRow, ServiceRow } from './queries.server.ts';

type Told = Extract<NoticeTemplate, `booking_${string}`>;

/**
 * Tells the one who comes and, while he stands for that one, whoever booked: not the staff who wrote it down at the desk.
 * A time that changes again is news again.
 * @param except who did it and need not be told
 */
export async function tell(
	scope: Scope,
	template: Told,
	booking: BookingRow,
	service: Pick<ServiceRow, 'name' | 'nameEn'>,
	now: Date,
	except?: string
): Promise<void> {
	const { attendeeId, bookedBy } = booking;
	const attendee = await personById(scope, attendeeId);
	const ids = new Set([attendeeId]);
	if (await mayActFor(scope, { personId: bookedBy }, attendeeId, 'book')) ids.add(bookedBy);
	if (except) ids.delete(except);
	const params = {
		name: attendee?.name ?? '',
		service: service.name,
		serviceEn: service.nameEn,
		at: booking.during.start.toISOString()
	};
	const about = `${booking.id}:${booking.sequence}`;
	await notify(scope, ids, { template, params, path: `/bookings/${booking.id}`, about }, now);
}
