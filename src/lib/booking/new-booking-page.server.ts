import { findPeople, personNamed } from '#lib/accounts/find-people.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { dayOf, minute } from '#lib/shared/time.ts';
import { sayWhen } from '#lib/ui/dates.ts';
import type { Option } from '#lib/ui/ui.ts';
import { servicePlaces, stepOf } from './booking.ts';
import { byGroup } from './catalogue.ts';
import { listServices } from './catalogue-queries.server.ts';
import { placeIn } from './choose-page.server.ts';
import { papersOf } from './confirm-page.server.ts';
import type { NewBookingAddress } from './new-booking-address.ts';
import * as query from './queries.server.ts';
import { seatWords } from './seat-words.server.ts';
import { groupName } from './service-words.ts';
import { timesView } from './times-view.server.ts';
import type { Here } from './times.server.ts';
import { inWords } from './words.ts';

/** Where staff book for somebody: who, what, when, with whom. Each answer stands in the address and opens the next. */
export async function newBookingPage(scope: Scope, address: NewBookingAddress, here: Here) {
	const person = await personNamed(scope, address.for);
	const service = address.service ? await query.serviceById(scope, address.service) : undefined;
	const chosen = person && service && !service.withdrawnAt ? service : undefined;
	return {
		address,
		person,
		found: person ? [] : await findPeople(scope, address.find),
		groups: person && !chosen ? await groupsOf(scope) : [],
		service: chosen ? await timesOf(scope, chosen, address, here) : null
	};
}

async function groupsOf(scope: Scope) {
	return byGroup(await listServices(scope)).map(([group, services]) => ({
		name: groupName(group),
		services: services.map((one) => ({ id: one.id, name: inWords(one) }))
	}));
}

async function timesOf(scope: Scope, service: query.ServiceRow, address: NewBookingAddress, here: Here) {
	const place = placeIn(service, address);
	const { start } = address;
	return {
		name: inWords(service),
		place,
		places: service.atDesk && service.atHome ? [...servicePlaces] : [],
		papers: await papersOf(scope, service.id),
		times: await timesView(scope, { service, place, stationId: address.at }, address.day, here),
		wanted: start && {
			start: start.toISOString(),
			words: sayWhen(start, here),
			officers: await officersAt(scope, { service, place, start }, here)
		}
	};
}

/** Who could do it at a time and at which desk. */
async function officersAt(
	scope: Scope,
	{ service, place, start }: { service: query.ServiceRow; place: 'desk' | 'home'; start: Date },
	{ now, zone }: Here
): Promise<Option[]> {
	const during = { start, end: new Date(start.getTime() + service.minutes * minute) };
	const when = { day: dayOf(start, zone), step: stepOf(service.minutes), now };
	const seats = await query.seatsFor(scope, { id: null, serviceId: service.id, place }, during, when);
	return seatWords(scope, seats);
}
