import { actsFor } from '#lib/accounts/act-for.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { sayMinutes } from '#lib/ui/dates.ts';
import { servicePlaces, type ServicePlace } from './booking.ts';
import { serviceFor } from './hold.server.ts';
import * as query from './queries.server.ts';
import { timesView } from './times-view.server.ts';
import type { TimesAddress } from './times-view.ts';
import type { Here } from './times.server.ts';
import { inWords } from './words.ts';

/** Somebody for whom one may book. */
export interface Comer {
	id: string;
	name: string;
}

/** Oneself, and those whose proxy one is. */
export async function comersOf(scope: Scope, actor: Actor): Promise<Comer[]> {
	const others = await actsFor(scope, actor, 'book');
	return [{ id: actor.personId, name: m.booking_for_me() }, ...others];
}

/** Where a service is done, as far as that was chosen. */
export function placeIn(service: query.ServiceRow, { place }: Pick<TimesAddress, 'place'>): ServicePlace {
	const there = servicePlaces.filter((one) => (one === 'desk' ? service.atDesk : service.atHome));
	return place && there.includes(place) ? place : there[0]!;
}

/** The page on which a day and a time are chosen; anyone may look. */
export async function choosePage(
	scope: Scope,
	actor: Actor | null,
	serviceId: string,
	address: TimesAddress,
	here: Here
) {
	const service = await serviceFor(scope, serviceId);
	const place = placeIn(service, address);
	const comers = actor ? await comersOf(scope, actor) : [];
	const comer = comers.find(({ id }) => id === address.for) ?? comers[0] ?? null;
	return {
		service: { id: service.id, name: inWords(service), minutes: sayMinutes(service.minutes) },
		withdrawn: service.withdrawnAt !== null,
		address: { ...address, place, for: comer?.id ?? null },
		comers,
		places: service.atDesk && service.atHome ? [...servicePlaces] : [],
		times: await timesView(scope, { service, place, stationId: address.at }, address.day, here)
	};
}
