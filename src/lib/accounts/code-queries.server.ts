import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { GlobalScope } from '../db/client.server.ts';
import { signInCodes } from './tables.server.ts';

export type CodeRow = typeof signInCodes.$inferSelect;

export async function addCode(scope: GlobalScope, row: typeof signInCodes.$inferInsert): Promise<void> {
	await scope.tx.insert(signInCodes).values(row);
}

/** One attempt, locked, so that two guesses at once count as two. */
export async function codeForUpdate(scope: GlobalScope, id: string): Promise<CodeRow | undefined> {
	const [row] = await scope.tx.select().from(signInCodes).where(eq(signInCodes.id, id)).for('update');
	return row;
}

export async function codesAsked(
	scope: GlobalScope,
	by: { phoneHash: string; addressHash: string },
	since: { phone: Date; address: Date }
): Promise<{ byPhone: Date[]; byAddress: Date[] }> {
	// One at a time per phone and per address: without these locks a burst would pass the limits together.
	for (const hash of [by.phoneHash, by.addressHash].sort()) {
		await scope.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`);
	}
	const at = { createdAt: signInCodes.createdAt };
	const byPhone = await scope.tx
		.select(at)
		.from(signInCodes)
		.where(and(eq(signInCodes.phoneHash, by.phoneHash), gt(signInCodes.createdAt, since.phone)));
	const byAddress = await scope.tx
		.select(at)
		.from(signInCodes)
		.where(and(eq(signInCodes.addressHash, by.addressHash), gt(signInCodes.createdAt, since.address)));
	return { byPhone: byPhone.map((r) => r.createdAt), byAddress: byAddress.map((r) => r.createdAt) };
}

export async function countTry(scope: GlobalScope, id: string): Promise<void> {
	await scope.tx
		.update(signInCodes)
		.set({ tries: sql`${signInCodes.tries} + 1` })
		.where(eq(signInCodes.id, id));
}

export async function useCode(scope: GlobalScope, id: string, now: Date): Promise<void> {
	await scope.tx.update(signInCodes).set({ usedAt: now }).where(eq(signInCodes.id, id));
}

export async function forgetOldCodes(scope: GlobalScope, before: Date): Promise<void> {
	await scope.tx.delete(signInCodes).where(lt(signInCodes.createdAt, before));
}
