import { sql } from 'drizzle-orm';
import { PgBoss, fromDrizzle } from 'pg-boss';
import { appRole, inCommunity, type Scope } from '../db/client.server.ts';
import { appNow } from '../db/clock.server.ts';
import { env } from '../shared/env.server.ts';

/** A kind of work done later, inside one community. Handlers may run twice and must then act once. */
export interface JobKind<Data extends object> {
	name: string;
	/** Only there so that the kind carries the shape of its data. */
	data?: Data;
}

export type JobHandler<Data extends object> = (scope: Scope, data: Data, now: Date) => Promise<void>;

interface Envelope<Data> {
	communityId: string;
	data: Data;
}

const handlers = new Map<string, JobHandler<never>>();
let boss: PgBoss | undefined;

/** Names a kind of job; features declare theirs beside their verbs. */
export function jobKind<Data extends object>(name: string): JobKind<Data> {
	return { name };
}

/** Ties a kind to the work it sets off. Called once per kind, from the one place where features meet. */
export function workOn<Data extends object>(kind: JobKind<Data>, handler: JobHandler<Data>): void {
	handlers.set(kind.name, handler as JobHandler<never>);
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
	for (const name of handlers.keys()) {
		await boss.createQueue(name, { retryLimit: 8, retryBackoff: true, retryDelay: 1, heartbeatSeconds: 30 });
		if (work) await takeJobs(boss, name, report);
	}
}

async function takeJobs(queue: PgBoss, name: string, report: (error: unknown) => void): Promise<void> {
	await queue.work<Envelope<never>>(name, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
		const handler = handlers.get(name);
		if (!job || !handler) return;
		const { communityId, data } = job.data;
		try {
			await inCommunity(communityId, (scope) => handler(scope, data, appNow()));
		} catch (error) {
			report(error);
			throw error;
		}
	});
}

/** Lets running jobs end, then closes the queue. */
export async function closeQueue(): Promise<void> {
	const closing = boss;
	boss = undefined;
	await closing?.stop({ graceful: true, timeout: 5_000 });
}

/**
 * Puts a job into the queue in the caller's transaction: it exists exactly when the change that set it off does.
 * @param at the earliest instant it may run; at once when absent
 */
export async function enqueue<Data extends object>(
	scope: Scope,
	kind: JobKind<Data>,
	data: Data,
	at?: Date
): Promise<void> {
	if (!boss) throw new Error('the queue is not open');
	const delay = at ? Math.max(0, Math.ceil((at.getTime() - appNow().getTime()) / 1000)) : 0;
	await boss.send(kind.name, { communityId: scope.communityId, data } satisfies Envelope<Data>, {
		startAfter: delay,
		db: fromDrizzle(scope.tx, sql)
	});
}
