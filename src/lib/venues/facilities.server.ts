import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import type { Facility } from './reach.ts';
import { servicePointsOf } from '#lib/places/service-point-queries.server.ts';
import { stationsOf } from '#lib/places/station-queries.server.ts';
import { venuesOf } from '#lib/places/venue-queries.server.ts';
import { sayDaily } from './words.ts';

/** Something of the ten-minute circle, as it is shown. */
export interface NamedFacility extends Facility {
	id: string;
	name: string;
	/** Where or when, as far as that is known. */
	text: string;
	phone: string | null;
	/** Its page below the community's address. */
	path: string | null;
}

/** Stations, venues and service points that are there for people now. */
export async function facilitiesOf(scope: Scope): Promise<NamedFacility[]> {
	const stations = (await stationsOf(scope)).map((one) => ({
		...at(one),
		kind: 'station' as const,
		text: named({ name: one.address, nameEn: one.addressEn }),
		phone: one.phone,
		path: `/hall/${one.id}`
	}));
	const venues = (await venuesOf(scope))
		.filter(({ closed }) => !closed)
		.map((one) => ({
			...at(one),
			kind: one.kind,
			text: sayDaily(one),
			phone: null,
			path: `/venues/${one.id}`
		}));
	const points = (await servicePointsOf(scope))
		.filter(({ closed }) => !closed)
		.map((one) => ({ ...at(one), kind: one.kind, text: one.hours, phone: one.phone, path: null }));
	return [...stations, ...venues, ...points];
}

function at(row: { id: string; name: string; nameEn: string; east: number; north: number }) {
	return { id: row.id, name: named(row), east: row.east, north: row.north };
}
