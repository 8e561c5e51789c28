import { queryTokens } from '#lib/accounts/search.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { saySpan } from '#lib/ui/dates.ts';
import type { DeskAddress } from './desk-address.ts';
import * as query from './desk-queries.server.ts';
import { strandedBookings } from './stranded-queries.server.ts';
import type { Here } from './times.server.ts';
import { inWords, stateTag } from './words.ts';

const perPage = 40;

/** The bookings that staff look for, how many have lost their officer, and how many visits nobody has closed. */
export async function deskBookings(scope: Scope, address: DeskAddress, here: Here) {
	const filter = {
		tokens: queryTokens(address.q),
		day: address.day,
		show: address.show,
		now: here.now,
		limit: perPage,
		offset: (address.page - 1) * perPage
	};
	const rows = await query.listBookings(scope, filter);
	const total = await query.countBookings(scope, filter);
	const unclosed = { ...filter, tokens: [], day: null, show: 'unclosed' as const };
	const stranded = await strandedBookings(scope, here.now, { lock: false });
	const isStranded = new Set(stranded.map(({ id }) => id));
	return {
		total,
		pages: Math.max(1, Math.ceil(total / perPage)),
		stranded: stranded.length,
		unclosed: await query.countBookings(scope, unclosed),
		bookings: rows.map(({ booking, service, attendee, officer, desk, station }) => ({
			id: booking.id,
			when: saySpan(booking.during, here),
			who: attendee,
			service: inWords(service),
			where: station && desk ? `${inWords(station)} · ${inWords(desk)}` : null,
			officer,
			state: stateTag(booking.status),
			stranded: isStranded.has(booking.id)
		}))
	};
}
