import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { buildingById } from '#lib/places/queries.server.ts';
import { venuesOf } from '#lib/places/venue-queries.server.ts';
import { servicePointKinds, venueKinds } from '#lib/places/venues.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Option } from '#lib/ui/ui.ts';
import { facilityName } from './facility-words.ts';
import { kindName } from './words.ts';

/** The kinds of venue to choose from. */
export function kindOptions(): Option[] {
	return venueKinds.map((kind) => ({ value: kind, label: kindName(kind) }));
}

/** The kinds of service point to choose from. */
export function pointKindOptions(): Option[] {
	return servicePointKinds.map((kind) => ({ value: kind, label: facilityName(kind) }));
}

/** The venues that are lent, to choose from. */
export async function venueOptions(scope: Scope): Promise<Option[]> {
	const open = (await venuesOf(scope)).filter(({ closed }) => !closed);
	return open.map((venue) => ({ value: venue.id, label: named(venue) }));
}

/**
 * Where something stands, as staff say it: beside a building. Nobody knows metres on a map.
 * @throws AppError `invalid` / `beside`
 */
export async function placeBeside(
	scope: Scope,
	buildingId: string
): Promise<{ east: number; north: number }> {
	const building = await buildingById(scope, buildingId);
	if (!building) throw new AppError('invalid', 'beside');
	return { east: building.east, north: building.north };
}
