import type { Scope } from '#lib/db/client.server.ts';
import { openDays } from '#lib/hours/open.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { stationsOf, type StationRow } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { sayDay, sayMinutes, type Here } from '#lib/ui/dates.ts';
import { groupLooks, serviceIcon } from './catalogue.ts';
import { openingsOf, stationIdsOf } from './catalogue-queries.server.ts';
import { documentsOf, serviceById, type ServiceRow } from './queries.server.ts';
import { groupName, openingWords, placesWords } from './service-words.ts';
import { inWords } from './words.ts';
import { sayOpen } from '#lib/hours/words.ts';

/** Where a service is done, and when it is open there in the days ahead. */
export interface ServiceStation {
	id: string;
	name: string;
	address: string;
	phone: string;
	today: string;
	days: { day: string; hours: string; reason: string | null }[];
}

/** Days of opening hours that are shown. */
const daysShown = 7;

/**
 * A service as a resident reads of it.
 * @throws AppError `not_found`
 */
export async function servicePage(scope: Scope, id: string, here: Here) {
	const row = await serviceById(scope, id);
	if (!row) throw new AppError('not_found');
	const opening = (await openingsOf(scope, here.now)).find(({ serviceId }) => serviceId === id);
	const documents = await documentsOf(scope, id);
	return {
		id,
		name: inWords(row),
		purpose: getLocale() === 'en' ? row.purposeEn : row.purpose,
		group: { key: row.group, name: groupName(row.group) },
		icon: serviceIcon(row.icon, row.group),
		tone: groupLooks[row.group].tone,
		length: m.services_about_minutes({ length: sayMinutes(row.minutes) }),
		places: placesWords(row),
		how: row.walkIn ? m.services_walk_in() : m.services_by_appointment(),
		walkIn: row.walkIn,
		cutOff: cutOffWords(row),
		opening: openingWords(opening, here),
		openNow: Boolean(opening?.openUntil),
		withdrawn: row.withdrawnAt !== null,
		documents: documents.map((one) => ({ id: one.id, name: inWords(one), required: one.required })),
		stations: row.atDesk ? await stationsFor(scope, id, here) : []
	};
}

function cutOffWords({ cutOffMinutes }: ServiceRow): string {
	return cutOffMinutes === 0
		? m.services_cut_off_none()
		: m.services_cut_off({ length: sayMinutes(cutOffMinutes) });
}

/** The stations whose desks have somebody for it; all there are where nobody is planned yet. */
async function stationsFor(scope: Scope, serviceId: string, here: Here): Promise<ServiceStation[]> {
	const ids = await stationIdsOf(scope, serviceId, here.now);
	const stations = (await stationsOf(scope)).filter(({ id }) => ids.length === 0 || ids.includes(id));
	return Promise.all(stations.map((station) => stationOf(scope, station, here)));
}

async function stationOf(scope: Scope, station: StationRow, { now, zone }: Here): Promise<ServiceStation> {
	const today = dayOf(now, zone);
	const open = await openDays(scope, station.id, today, addDays(today, daysShown - 1));
	const days = open.map(({ day, hours, reason }) => ({
		day: sayDay(day, today),
		hours: sayOpen(hours),
		reason
	}));
	return {
		id: station.id,
		name: inWords(station),
		address: getLocale() === 'en' ? station.addressEn : station.address,
		phone: station.phone,
		today: days[0]?.hours ?? '',
		days
	};
}
