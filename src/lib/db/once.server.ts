import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { AppError } from '../shared/errors.ts';
import type { Ask, Scope } from './client.server.ts';
import { answers } from './tables.server.ts';

/** What identifies a write that a person set off. */
export interface Attempt {
	/** UUID made by the caller before the first try; the same on each retry. */
	key: string;
	accountId: string;
	/** What was asked, in any stable form. */
	body: unknown;
	now: Date;
}

/**
 * Runs `work` the first time a key is seen and stores its answer; gives that answer again afterwards. Concurrent
 * tries wait for the first one at the primary key. Work that throws leaves no trace, so it may be tried again.
 * @throws AppError `key_reused` when the key came with another body or from another account
 */
export async function once<T>(scope: Scope, attempt: Attempt, work: () => Promise<T>): Promise<T> {
	const bodyHash = createHash('sha256').update(JSON.stringify(attempt.body)).digest('base64url');
	const row = {
		communityId: scope.communityId,
		key: attempt.key,
		accountId: attempt.accountId,
		bodyHash,
		answeredAt: attempt.now
	};
	const [fresh] = await scope.tx
		.insert(answers)
		.values(row)
		.onConflictDoNothing()
		.returning({ key: answers.key });
	const mine = and(eq(answers.communityId, scope.communityId), eq(answers.key, attempt.key));
	if (!fresh) {
		const [stored] = await scope.tx.select().from(answers).where(mine);
		if (!stored || stored.accountId !== attempt.accountId || stored.bodyHash !== bodyHash) {
			throw new AppError('key_reused');
		}
		return stored.answer as T;
	}
	const answer = await work();
	await scope.tx
		.update(answers)
		.set({ answer: answer ?? null })
		.where(mine);
	return answer;
}

/**
 * Whether a key was answered already, in one way to the database: for what may be refused without a transaction as long as
 * it has not happened yet.
 */
export async function wasAnswered(ask: Ask, communityId: string, key: string): Promise<boolean> {
	const [row] = await ask(sql`select was_answered(${communityId}, ${key}) as answered`);
	return row?.answered === true;
}
