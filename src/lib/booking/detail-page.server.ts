import { mayActFor } from '#lib/accounts/act-for.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { day as dayLong } from '#lib/shared/time.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import { isChangeable, isLeftOpen } from './booking.ts';
import { sayCode } from './code.ts';
import { papersOf, whereOf } from './confirm-page.server.ts';
import { serviceFor } from './hold.server.ts';
import { ratingOf } from './rating-queries.server.ts';
import { bookingFor } from './rights.server.ts';
import { seatWords } from './seat-words.server.ts';
import { strandedBy } from './stranded.server.ts';
import { timesView } from './times-view.server.ts';
import type { TimesAddress } from './times-view.ts';
import type { Here } from './times.server.ts';
import { inWords, stateTag, strandedTag } from './words.ts';

/** A booking as those whom it concerns see it. */
export async function detailPage(scope: Scope, actor: Actor, id: string, here: Here) {
	const booking = await bookingFor(scope, actor, id);
	const service = await serviceFor(scope, booking.serviceId);
	const papers = await papersOf(scope, service.id);
	const { status, during, offered } = booking;
	const own = await mayActFor(scope, actor, booking.attendeeId, 'book');
	const acts = own || isStaff(actor);
	const isOffer = acts && status === 'held' && offered && booking.heldUntil! > here.now;
	const stranded = await strandedBy(scope, booking, here);
	const changeable =
		isStaff(actor) || stranded !== null || isChangeable(during.start, service.cutOffMinutes, here.now);
	return {
		id,
		serviceId: service.id,
		service: inWords(service),
		name: (await personById(scope, booking.attendeeId))!.name,
		forOther: booking.attendeeId !== actor.personId,
		when: sayWhen(during.start, here),
		day: booking.localDay,
		place: booking.place,
		/** To be said at the hall. */
		code: sayCode(id),
		where: await whereOf(scope, booking),
		/** Officer and desk; residents are told the station alone. */
		seat: isStaff(actor) ? ((await seatWords(scope, [booking]))[0]?.label ?? null) : null,
		state: stranded ? strandedTag() : stateTag(status),
		stranded,
		status,
		offeredUntil: isOffer ? booking.heldUntil : null,
		mayChange: acts && status === 'booked' && changeable,
		/** Came, and nobody has said how it ended. */
		leftOpen: isLeftOpen(booking, here.now),
		mayRate: status === 'served' && own && !(await ratingOf(scope, id)),
		tooLate: status === 'booked' && !changeable && during.end > here.now,
		/** There is time enough for a reminder the day before. */
		reminded: during.start.getTime() - here.now.getTime() > dayLong,
		/** What is to be got ready; nothing for what was cancelled. */
		papers:
			status === 'cancelled'
				? []
				: papers.map((paper) => ({ ...paper, ready: booking.documentsReady.includes(paper.id) }))
	};
}

/** The days and times to which a booking can move. */
export async function movePage(scope: Scope, actor: Actor, id: string, address: TimesAddress, here: Here) {
	const detail = await detailPage(scope, actor, id, here);
	const service = await serviceFor(scope, detail.serviceId);
	const { start: except } = (await bookingFor(scope, actor, id)).during;
	const wanted = { service, place: detail.place, stationId: address.at, apart: [id], except };
	return {
		booking: detail,
		address,
		wanted: address.start && { start: address.start.toISOString(), words: sayWhen(address.start, here) },
		times: await timesView(scope, wanted, address.day ?? detail.day, here)
	};
}
