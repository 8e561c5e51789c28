import { and, eq, inArray, ne, or } from 'drizzle-orm';
import { people } from '#lib/accounts/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import type { Span } from '#lib/shared/time.ts';
import { requests, requestWindows } from './tables.server.ts';

/* Many requests at once: what imports ask for. */

export type NewRequest = Omit<typeof requests.$inferInsert, 'communityId'>;

const atATime = 1_000;

function* parts<T>(all: readonly T[]): Generator<T[]> {
	for (let from = 0; from < all.length; from += atATime) yield all.slice(from, from + atATime);
}

export function addRequests(scope: Scope, rows: readonly NewRequest[]): Promise<void> {
	return insertMany(scope, requests, rows);
}

export function addWindows(
	scope: Scope,
	rows: readonly { requestId: string; during: Span }[]
): Promise<void> {
	return insertMany(scope, requestWindows, rows);
}

/** People with the keys under which their notes are sealed. */
export async function keyHolders(
	{ tx, communityId }: Scope,
	ids: readonly string[]
): Promise<Map<string, { id: string; wrappedKey: Buffer }>> {
	const found = new Map<string, { id: string; wrappedKey: Buffer }>();
	for (const some of parts(ids)) {
		const rows = await tx
			.select({ id: people.id, wrappedKey: people.wrappedKey })
			.from(people)
			.where(and(eq(people.communityId, communityId), inArray(people.id, some)));
		for (const row of rows) found.set(row.id, row);
	}
	return found;
}

/** Of these requests those that are not as an import left them. */
export async function requestsMovedOn(
	{ tx, communityId }: Scope,
	ids: readonly string[]
): Promise<Set<string>> {
	const moved = new Set<string>();
	for (const some of parts(ids)) {
		const rows = await tx
			.select({ id: requests.id })
			.from(requests)
			.where(
				and(
					eq(requests.communityId, communityId),
					inArray(requests.id, some),
					or(ne(requests.version, 1), ne(requests.life, 'open'), ne(requests.triage, 'new'))
				)
			);
		for (const { id } of rows) moved.add(id);
	}
	return moved;
}

/** Removes requests with their windows. */
export async function removeRequests({ tx, communityId }: Scope, ids: readonly string[]): Promise<void> {
	for (const some of parts(ids)) {
		await tx.delete(requests).where(and(eq(requests.communityId, communityId), inArray(requests.id, some)));
	}
}
