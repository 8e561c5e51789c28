import { inArray } from 'drizzle-orm';
import postgres from 'postgres';
import {
	clientOptions,
	closeDatabase,
	inCommon,
	inCommunity,
	openDatabase,
	ping
} from '#lib/db/client.server.ts';
import { markAsDemo } from '#lib/db/facts.server.ts';
import { facts } from '#lib/db/tables.server.ts';
import { communities } from '#lib/places/tables.server.ts';
import { dayOf, hour, type Day } from '#lib/shared/time.ts';
import { demoZone } from './calendar.ts';
import { communityKeys, emptyDatabase, loadedFact, loadingFact } from './empty.server.ts';
import { batchesOf, fillCommon, fillCommunity, type CommunityKeys } from './fill.server.ts';
import { world } from './world.ts';

export interface LoadOptions {
	now: Date;
	/** 1 unless said. */
	seed?: number;
	/** Told what is being done, in Chinese and English, and the share of the whole that is done, 0 … 1. */
	onStep(text: string, share: number): void;
}

const lockNumber = 7_460_018;
const poolSize = 2;

/**
 * Loads the demo world into an empty database and marks it as one. One process at a time; a community comes in one
 * transaction, the mark last, and what a crash left half-loaded is emptied and loaded again.
 * @param ownerUrl a connection that owns the schema, which is there already
 * @returns `present` where a demo world or any community is already there, which is then left alone
 */
export function loadDemo(ownerUrl: string, options: LoadOptions): Promise<'loaded' | 'present'> {
	return asOwner(ownerUrl, async (owner) => {
		const state = await stateOf();
		if (state === 'present' || state === 'demo') return 'present';
		const kept = await communityKeys(owner);
		if (state === 'half_loaded') await emptyDatabase(owner);
		await load(owner, options, kept);
		return 'loaded';
	});
}

/**
 * Empties a demo database and loads the world around today.
 * @throws Error where the database does not bear the mark of a demo
 */
export function resetDemo(ownerUrl: string, options: LoadOptions): Promise<void> {
	return asOwner(ownerUrl, async (owner) => {
		const state = await stateOf();
		if (state !== 'demo' && state !== 'half_loaded') {
			throw new Error(
				'This is not a demo database; nothing was changed. 这不是演示数据库，没有改动任何数据。'
			);
		}
		const kept = await communityKeys(owner);
		await emptyDatabase(owner);
		await load(owner, options, kept);
	});
}

/**
 * The day around which a world is made at a moment: today until 18:00, from then on tomorrow, since what is urgent in
 * it is wanted today and everything that has happened lies before 18:00 on the day before.
 */
export function anchorFor(now: Date): Day {
	return dayOf(new Date(now.getTime() + 6 * hour), demoZone);
}

/** Runs while no other process loads or empties, through the pool of this process or one opened for the while. */
async function asOwner<T>(ownerUrl: string, work: (owner: postgres.Sql) => Promise<T>): Promise<T> {
	const wasOpen = await ping().then(
		() => true,
		() => false
	);
	openDatabase(ownerUrl, poolSize);
	const owner = postgres(ownerUrl, {
		...clientOptions,
		max: 1,
		connection: { application_name: 'linli-demo', lock_timeout: 120_000 }
	});
	try {
		await owner`select pg_advisory_lock(${lockNumber})`;
		return await work(owner);
	} finally {
		await owner.end({ timeout: 5 });
		if (!wasOpen) await closeDatabase();
	}
}

async function stateOf(): Promise<'empty' | 'half_loaded' | 'demo' | 'present'> {
	return inCommon(async ({ tx }) => {
		const rows = await tx
			.select({ key: facts.key })
			.from(facts)
			.where(inArray(facts.key, [loadedFact, loadingFact]));
		const keys = rows.map(({ key }) => key);
		if (keys.includes(loadedFact)) return 'demo';
		if (keys.includes(loadingFact)) return 'half_loaded';
		const known = await tx.select({ id: communities.id }).from(communities).limit(1);
		return known.length > 0 ? 'present' : 'empty';
	});
}

async function load(
	owner: postgres.Sql,
	{ now, seed = 1, onStep }: LoadOptions,
	kept: CommunityKeys
): Promise<void> {
	const anchor = anchorFor(now);
	onStep('正在编写演示世界 / Making up the demo world', 0);
	const made = world(seed, anchor, now);
	const keys = await inCommon(async (scope) => {
		await scope.tx.insert(facts).values({ key: loadingFact, value: { seed, anchor } });
		await fillCommon(scope, made, kept);
		const rows = await scope.tx
			.select({ id: communities.id, wrappedKey: communities.wrappedKey })
			.from(communities);
		return new Map(rows.map(({ id, wrappedKey }) => [id, wrappedKey]));
	});
	for (const [turn, one] of made.communities.entries()) {
		const { id, name, nameEn } = one.community;
		const text = `正在写入${name} / Loading ${nameEn}`;
		const onShare = (share: number) => onStep(text, 0.2 + (0.8 * (turn + share)) / made.communities.length);
		onShare(0);
		// sealed before the transaction begins, which is not to wait for it
		const batches = await batchesOf(one, keys.get(id)!);
		await inCommunity(id, (scope) => fillCommunity(scope, batches, onShare));
	}
	await inCommon(async (scope) => {
		await markAsDemo(scope, { seed, anchor });
		await scope.tx.delete(facts).where(inArray(facts.key, [loadingFact]));
	});
	// Until PostgreSQL has counted, which it does by itself a minute later, its plans for these tables are slow ones.
	await owner`analyze`;
}
