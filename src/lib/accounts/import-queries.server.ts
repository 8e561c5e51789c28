import { and, eq, inArray } from 'drizzle-orm';
import type { Scope } from '../db/client.server.ts';
import { insertMany } from '../db/insert-many.server.ts';
import { households, people } from './tables.server.ts';

/* Many people at once: what imports ask for. */

export type NewPersonRow = Omit<typeof people.$inferInsert, 'communityId'>;
export type NewHomeRow = Omit<typeof households.$inferSelect, 'communityId'>;

const atATime = 1_000;

function* parts<T>(all: readonly T[]): Generator<T[]> {
	for (let from = 0; from < all.length; from += atATime) yield all.slice(from, from + atATime);
}

export function addPeople(scope: Scope, rows: readonly NewPersonRow[]): Promise<void> {
	return insertMany(scope, people, rows);
}

/** Adds homes, leaving those whose door has one. @returns the ids of all by the hashes of their doors */
export async function addHomes(scope: Scope, rows: readonly NewHomeRow[]): Promise<Map<string, string>> {
	const { tx, communityId } = scope;
	await insertMany(scope, households, rows, 'skip');
	const ids = new Map<string, string>();
	for (const some of parts(rows)) {
		const hashes = some.map(({ doorHash }) => doorHash);
		const found = await tx
			.select({ id: households.id, doorHash: households.doorHash })
			.from(households)
			.where(and(eq(households.communityId, communityId), inArray(households.doorHash, hashes)));
		for (const { id, doorHash } of found) ids.set(doorHash, id);
	}
	return ids;
}

/** A person as far as a row of a sheet can be held against. */
export interface KnownPerson {
	id: string;
	kind: 'resident' | 'guest' | 'unit';
	name: string;
	phoneHash: string | null;
	verified: boolean;
	hasAccount: boolean;
	buildingId: string | null;
	doorHash: string | null;
}

/** People whom these names or these phones belong to. */
export async function peopleKnownBy(
	scope: Scope,
	by: { names?: readonly string[]; phoneHashes?: readonly string[]; ids?: readonly string[] }
): Promise<KnownPerson[]> {
	const found = new Map<string, KnownPerson>();
	const look = async (
		column: typeof people.name | typeof people.phoneHash | typeof people.id,
		values: readonly string[] = []
	) => {
		for (const some of parts(values)) {
			for (const person of await known(scope, inArray(column, some))) found.set(person.id, person);
		}
	};
	await look(people.name, by.names);
	await look(people.phoneHash, by.phoneHashes);
	await look(people.id, by.ids);
	return [...found.values()];
}

async function known({ tx, communityId }: Scope, which: ReturnType<typeof inArray>): Promise<KnownPerson[]> {
	const rows = await tx
		.select({
			id: people.id,
			kind: people.kind,
			name: people.name,
			phoneHash: people.phoneHash,
			verifiedAt: people.verifiedAt,
			accountId: people.accountId,
			buildingId: households.buildingId,
			doorHash: households.doorHash
		})
		.from(people)
		.leftJoin(
			households,
			and(eq(households.communityId, people.communityId), eq(households.id, people.householdId))
		)
		.where(and(eq(people.communityId, communityId), which));
	return rows.map(({ verifiedAt, accountId, ...row }) => ({
		...row,
		verified: verifiedAt !== null,
		hasAccount: accountId !== null
	}));
}

/** Removes people. @returns the households that they leave */
export async function removePeople({ tx, communityId }: Scope, ids: readonly string[]): Promise<string[]> {
	const homes = new Set<string>();
	for (const some of parts(ids)) {
		const gone = await tx
			.delete(people)
			.where(and(eq(people.communityId, communityId), inArray(people.id, some)))
			.returning({ home: people.householdId });
		for (const { home } of gone) if (home) homes.add(home);
	}
	return [...homes];
}

export async function removeHomes({ tx, communityId }: Scope, ids: readonly string[]): Promise<void> {
	for (const some of parts(ids)) {
		await tx
			.delete(households)
			.where(and(eq(households.communityId, communityId), inArray(households.id, some)));
	}
}
