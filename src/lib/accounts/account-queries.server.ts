import { asc, eq } from 'drizzle-orm';
import type { GlobalScope } from '../db/client.server.ts';
import { communities } from '../places/tables.server.ts';
import { accounts, people, supervisors } from './tables.server.ts';

export type AccountRow = typeof accounts.$inferSelect;

export async function accountByPhone(scope: GlobalScope, phoneHash: string): Promise<AccountRow | undefined> {
	const [row] = await scope.tx.select().from(accounts).where(eq(accounts.phoneHash, phoneHash));
	return row;
}

export async function accountById(scope: GlobalScope, id: string): Promise<AccountRow | undefined> {
	const [row] = await scope.tx.select().from(accounts).where(eq(accounts.id, id));
	return row;
}

/** Whoever else locks this account waits until the transaction ends. */
export async function lockAccount(scope: GlobalScope, id: string): Promise<void> {
	await scope.tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, id)).for('update');
}

/** Adds an account, or leaves the one that this phone has meanwhile. */
export async function addAccount(scope: GlobalScope, row: AccountRow): Promise<AccountRow> {
	await scope.tx.insert(accounts).values(row).onConflictDoNothing();
	return (await accountByPhone(scope, row.phoneHash))!;
}

/** The communities in which an account is known, found through its own people rows. */
export function communitiesOfAccount(
	scope: GlobalScope,
	accountId: string
): Promise<{ id: string; slug: string; name: string; nameEn: string; zone: string; personId: string }[]> {
	const { id, slug, name, nameEn, zone } = communities;
	return scope.tx
		.select({ id, slug, name, nameEn, zone, personId: people.id })
		.from(people)
		.innerJoin(communities, eq(communities.id, people.communityId))
		.where(eq(people.accountId, accountId))
		.orderBy(asc(people.createdAt));
}

/** A community as its sub-district knows it. */
export interface SupervisedCommunity {
	id: string;
	subdistrictId: string;
	slug: string;
	name: string;
	nameEn: string;
	zone: string;
}

/** The communities of the sub-districts that an account supervises, by name. */
export function supervisedCommunities(scope: GlobalScope, accountId: string): Promise<SupervisedCommunity[]> {
	const { id, subdistrictId, slug, name, nameEn, zone } = communities;
	return scope.tx
		.select({ id, subdistrictId, slug, name, nameEn, zone })
		.from(supervisors)
		.innerJoin(communities, eq(communities.subdistrictId, supervisors.subdistrictId))
		.where(eq(supervisors.accountId, accountId))
		.orderBy(asc(communities.name));
}
