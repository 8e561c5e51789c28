import { book } from '#lib/booking/book.server.ts';
import { bookings } from '#lib/booking/tables.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, instantAt, minute } from '#lib/shared/time.ts';
import { zone } from '../../support/small-world.ts';
import type { Hall, Wanted } from '../../support/storm/hall.ts';
import { timed } from '../support/figures.ts';

/** Bookings of the past at the same desks: served, half an hour each, as far back as they need. */
export async function addPast(hall: Hall, { serviceId }: Wanted, count: number, now: Date): Promise<void> {
	await hall.world.run(async (scope) => {
		const seats = await scope.tx.select().from(duties);
		const today = dayOf(now, zone);
		const rows = Array.from({ length: count }, (_, at) => {
			const seat = seats[at % seats.length]!;
			const nth = Math.floor(at / seats.length);
			const day = addDays(today, -1 - Math.floor(nth / 16));
			const start = new Date(+instantAt(day, '09:00', zone) + (nth % 16) * 30 * minute);
			const { personId } = hall.clients[at % hall.clients.length]!;
			return {
				id: newId(),
				serviceId,
				attendeeId: personId,
				bookedBy: personId,
				place: 'desk' as const,
				deskId: seat.deskId,
				officerId: seat.staffId,
				during: { start, end: new Date(+start + 30 * minute) },
				localDay: day,
				status: 'served' as const,
				documentsReady: [],
				createdAt: start
			};
		});
		await insertMany(scope, bookings, rows, 'skip');
		await scope.tx.execute('analyze bookings');
	});
}

/** Milliseconds of each of the first bookings, one after the other. */
export async function bookOneByOne(
	hall: Hall,
	{ serviceId, starts, places }: Wanted,
	now: Date
): Promise<number[]> {
	const times: number[] = [];
	const here = { now, zone };
	for (let at = 0; at < places; at++) {
		const { personId, accountId } = hall.clients[at]!;
		const actor = { personId, accountId, name: '', roles: [], verified: true };
		const start = starts[at % starts.length]!;
		const wanted = {
			serviceId,
			place: 'desk' as const,
			start,
			attendeeId: personId,
			holdId: null,
			documentsReady: []
		};
		times.push((await timed(() => hall.world.run((scope) => book(scope, actor, wanted, here)))).ms);
	}
	return times;
}
