import { and, asc, eq } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { venues } from './tables.server.ts';

export type VenueRow = typeof venues.$inferSelect;

const own = (scope: Scope, id: string) => and(eq(venues.communityId, scope.communityId), eq(venues.id, id));

/** All venues of the community, closed ones too, by kind and name. */
export function venuesOf(scope: Scope): Promise<VenueRow[]> {
	return scope.tx
		.select()
		.from(venues)
		.where(eq(venues.communityId, scope.communityId))
		.orderBy(asc(venues.kind), asc(venues.name));
}

export async function venueById(scope: Scope, id: string): Promise<VenueRow | undefined> {
	const [row] = await scope.tx.select().from(venues).where(own(scope, id));
	return row;
}

/** The same, held for reading, so that nobody closes it meanwhile. */
export async function heldVenue(scope: Scope, id: string): Promise<VenueRow | undefined> {
	const [row] = await scope.tx.select().from(venues).where(own(scope, id)).for('share');
	return row;
}
