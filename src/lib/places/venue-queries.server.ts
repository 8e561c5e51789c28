import { and, asc, eq, ne } from 'drizzle-orm';
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

/** What is said of a venue. */
export type VenueSaid = Omit<VenueRow, 'communityId' | 'id' | 'closed'>;

/** @returns false where there is one of that name */
export async function addVenue(scope: Scope, row: VenueSaid & { id: string }): Promise<boolean> {
	const rows = await scope.tx
		.insert(venues)
		.values({ ...row, communityId: scope.communityId })
		.onConflictDoNothing()
		.returning({ id: venues.id });
	return rows.length > 0;
}

/** @returns false where there is none */
export async function changeVenue(
	scope: Scope,
	id: string,
	change: Partial<Omit<VenueRow, 'communityId' | 'id'>>
): Promise<boolean> {
	const rows = await scope.tx.update(venues).set(change).where(own(scope, id)).returning({ id: venues.id });
	return rows.length > 0;
}

/** The same, locked until the transaction ends. */
export async function lockVenue(scope: Scope, id: string): Promise<VenueRow | undefined> {
	const [row] = await scope.tx.select().from(venues).where(own(scope, id)).for('update');
	return row;
}

export async function isVenueName(scope: Scope, name: string, except: string | null): Promise<boolean> {
	const rows = await scope.tx
		.select({ id: venues.id })
		.from(venues)
		.where(
			and(
				eq(venues.communityId, scope.communityId),
				eq(venues.name, name),
				except ? ne(venues.id, except) : undefined
			)
		);
	return rows.length > 0;
}
