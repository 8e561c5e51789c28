import { sql } from 'drizzle-orm';
import { PgBoss, fromDrizzle, type Job, type JobResult } from 'pg-boss';
import { appRole, inCommunity, type Scope } from '../db/client.server.ts';
import { appNow } from '../db/clock.server.ts';
import { env } from '../shared/env.server.ts';

/** A kind of work done later, inside one community. Handlers may run twice and must then act once. */
export interface JobKind<Data extends object> {
	name: string;
	/** Somebody waits for it before a screen: looked for twice as often. */
	eager?: boolean;
	/** Only there so that the kind carries the shape of its data. */
	data?: Data;
}

export type JobHandler<Data extends object> = (scope: Scope, data: Data, now: Date) => Promise<void>;

interface Envelope<Data> {
	communityId: string;
	data: Data;
}

interface Work {
	handler: JobHandler<never>;
	eager: boolean;
}

const works = new Map<string, Work>();
let boss: PgBoss | undefined;

/** Names a kind of job; features declare theirs beside their verbs. */
export function jobKind<Data extends object>(
	name: string,
	{ eager = false }: { eager?: boolean } = {}
): JobKind<Data> {
	return { name, eager };
}

/** Ties a kind to the work it sets off. Called once per kind, from the one place where features meet. */
export function workOn<Data extends object>(kind: JobKind<Data>, handler: JobHandler<Data>): void {
	works.set(kind.name, { handler: handler as JobHandler<never>, eager: kind.eager ?? false });
}

/**
 * Opens the queue. With `work` this process also takes jobs.
 * @param report told of what goes wrong in the queue itself
 */
export async function openQueue(work: boolean, report: (error: unknown) => void): Promise<void> {
	boss = new PgBoss({
		connectionString: env.databaseUrl,
		options: `-c role=${appRole}`,
		application_name: 'linli-queue',
		max: 4,
		migrate: false,
		createSchema: false,
		supervise: work,
		schedule: work,
		reindex: false
	});
	boss.on('error', report);
	await boss.start();
	for (const [name, one] of works) {
		await boss.createQueue(name, { retryLimit: 8, retryBackoff: true, retryDelay: 1, heartbeatSeconds: 30 });
		if (work) await takeJobs(boss, name, one, report);
	}
}

async function takeJobs(
	queue: PgBoss,
	name: string,
	{ handler, eager }: Work,
	report: (error: unknown) => void
): Promise<void> {
	const perform = async ({ id, data: { communityId, data } }: Job<Envelope<never>>): Promise<JobResult> => {
		try {
			await inCommunity(communityId, (scope) => handler(scope, data, appNow()));
			return { id, status: 'completed' };
		} catch (error) {
			report(error);
			return { id, status: 'failed', output: String(error) };
		}
	};
	const options = { ...taking, pollingIntervalSeconds: eager ? 0.5 : 1 };
	await queue.work<Envelope<never>>(name, options, async (jobs) => {
		const results: JobResult[] = [];
		for (const job of jobs) results.push(await perform(job));
		return results;
	});
}

/** Many at a time while many are due, so that a wave of offers leaves within seconds; each succeeds or fails alone. */
const taking = {
	pollingIntervalSeconds: 1,
	batchSize: 25,
	burstWhenBatchFull: true,
	perJobResults: true
} as const;

/** Lets running jobs end, then closes the queue. */
export async function closeQueue(): Promise<void> {
	const closing = boss;
	boss = undefined;
	await closing?.stop({ graceful: true, timeout: 5_000 });
}

/**
 * Puts a job into the queue in the caller's transaction: it exists exactly when the change that set it off does.
 * @param at the earliest instant it may run; at once when absent
 * @param priority of jobs of a kind that are due, those with the higher one run first
 */
export async function enqueue<Data extends object>(
	scope: Scope,
	kind: JobKind<Data>,
	data: Data,
	at?: Date,
	priority = 0
): Promise<void> {
	if (!boss) throw new Error('the queue is not open');
	const delay = at ? Math.max(0, Math.ceil((at.getTime() - appNow().getTime()) / 1000)) : 0;
	await boss.send(kind.name, { communityId: scope.communityId, data } satisfies Envelope<Data>, {
		startAfter: delay,
		priority,
		db: fromDrizzle(scope.tx, sql)
	});
}
