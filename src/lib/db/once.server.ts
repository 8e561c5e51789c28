import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { AppError } from '../shared/errors.ts';
import { Batched } from './batched.ts';
import { among } from './among.ts';
import { inCommunities, type Scope } from './client.server.ts';
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

/** Each by its community and key, `<id> <id>`; those of a crowd are looked up together. */
const answered = new Batched(async (asked: string[]) => {
	const pairs = asked.map((one) => one.split(' ') as [string, string]);
	const communityIds = [...new Set(pairs.map(([communityId]) => communityId))];
	const lookUp = async ([scope]: Scope[]) => {
		const keys = pairs.map(([, key]) => key);
		const rows = await scope!.tx
			.select({ communityId: answers.communityId, key: answers.key })
			.from(answers)
			.where(and(among(answers.communityId, communityIds), among(answers.key, keys)));
		return new Map(rows.map(({ communityId, key }) => [`${communityId} ${key}`, true]));
	};
	return inCommunities(communityIds, lookUp, true);
});

/** Whether a key was answered already: for what may be refused without a look at anything else, as long as it has not happened yet. */
export async function wasAnswered(communityId: string, key: string): Promise<boolean> {
	// as the database writes a key, however it was sent
	return (await answered.ask(`${communityId} ${key.toLowerCase()}`)) ?? false;
}
