import { and, asc, eq, inArray } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { desks } from '#lib/places/tables.server.ts';
import type { Seat } from './queries.server.ts';

/** A seat as staff say it. */
export interface NamedSeat {
	officerId: string;
	officer: string;
	/** Null on a round of home visits. */
	desk: { name: string; nameEn: string } | null;
}

/** Seats with the names of officer and desk, by the officer's. */
export async function namedSeats(scope: Scope, seats: readonly Seat[]): Promise<NamedSeat[]> {
	if (seats.length === 0) return [];
	const { tx, communityId } = scope;
	const officers = await tx
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(
			and(
				eq(people.communityId, communityId),
				inArray(
					people.id,
					seats.map(({ officerId }) => officerId)
				)
			)
		)
		.orderBy(asc(people.name));
	const at = await tx
		.select({ id: desks.id, name: desks.name, nameEn: desks.nameEn })
		.from(desks)
		.where(
			and(
				eq(desks.communityId, communityId),
				inArray(
					desks.id,
					seats.flatMap(({ deskId }) => deskId ?? [])
				)
			)
		);
	const deskOf = new Map(
		seats.map(({ officerId, deskId }) => [officerId, at.find(({ id }) => id === deskId)])
	);
	return officers.map(({ id, name }) => ({ officerId: id, officer: name, desk: deskOf.get(id) ?? null }));
}
