import type { DutyWatch } from '#lib/hours/watch.server.ts';
import { ifFree } from '#lib/tasks/queries.server.ts';
import { countBookingsUnder, giveBookings } from './duty-queries.server.ts';

/** Bookings lean on duties: how many lack their colleague when one is called off, and which go with one that is swapped. */
export const bookingWatch: DutyWatch = {
	countUnder: countBookingsUnder,
	async handOver(scope, stand, toStaffId) {
		// whoever books at this very moment is left for staff to move
		await ifFree(scope, (inner) => giveBookings(inner, stand, toStaffId));
	}
};
