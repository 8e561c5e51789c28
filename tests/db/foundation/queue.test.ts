import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personById } from '#lib/accounts/queries.server.ts';
import { closeDatabase, openDatabase, type Scope } from '#lib/db/client.server.ts';
import { closeQueue, enqueue, jobKind, openQueue, workOn } from '#lib/jobs/queue.server.ts';
import { newId } from '#lib/shared/ids.ts';
import type { TestDatabase } from '../../support/create-database.ts';
import { freshDatabase } from '../../support/database.ts';
import { smallWorld, type SmallWorld } from '../../support/small-world.ts';

const now = new Date();
const greet = jobKind<{ personId: string }>('test.greet');
const stumble = jobKind<{ id: string }>('test.stumble');

const greeted: { communityId: string; name: string | undefined }[] = [];
const tries: string[] = [];
const reported: unknown[] = [];

let database: TestDatabase;
let here: SmallWorld;
let there: SmallWorld;
beforeAll(async () => {
	database = await freshDatabase();
	process.env.DATABASE_URL = database.url;
	openDatabase(database.url);
	workOn(greet, async (scope, { personId }) => {
		const person = await personById(scope, personId);
		greeted.push({ communityId: scope.communityId, name: person?.name });
	});
	workOn(stumble, async (_, { id }) => {
		tries.push(id);
		if (tries.length === 1) throw new Error('stumbled');
	});
	await openQueue(true, (error) => reported.push(error));
	here = await smallWorld(now);
	there = await smallWorld(now);
});
afterAll(async () => {
	await closeQueue();
	await closeDatabase();
	await database.drop();
});

async function until(happened: () => boolean): Promise<void> {
	for (let tries = 0; !happened() && tries < 150; tries++) await pause(100);
}

describe('a job', () => {
	it('runs once, inside the community that set it off', async () => {
		const { personId } = await here.person('近邻');
		const neighbour = { communityId: here.communityId, name: '近邻' };
		await here.run((scope) => enqueue(scope, greet, { personId }));
		// the same data from elsewhere finds nobody
		await there.run((scope) => enqueue(scope, greet, { personId }));
		await until(() => greeted.length >= 2);
		await pause(1500);
		expect(greeted).toHaveLength(2);
		expect(greeted).toEqual(
			expect.arrayContaining([neighbour, { communityId: there.communityId, name: undefined }])
		);
	});
	it('does not exist when what set it off did not happen', async () => {
		const before = greeted.length;
		const { personId } = await here.person('未果');
		const failing = here.run(async (scope: Scope) => {
			await enqueue(scope, greet, { personId });
			throw new Error('changed its mind');
		});
		await expect(failing).rejects.toThrow('changed its mind');
		const { personId: second } = await here.person('后来');
		await here.run((scope) => enqueue(scope, greet, { personId: second }));
		await until(() => greeted.length > before);
		await pause(1500);
		expect(greeted.slice(before).map(({ name }) => name)).toEqual(['后来']);
	});
	it('is not run before its time', async () => {
		const before = greeted.length;
		const { personId } = await here.person('稍后');
		await here.run((scope) => enqueue(scope, greet, { personId }, new Date(Date.now() + 60_000)));
		await pause(2500);
		expect(greeted).toHaveLength(before);
	});
	it('that fails is reported and tried again', async () => {
		const id = newId();
		await here.run((scope) => enqueue(scope, stumble, { id }));
		await until(() => tries.length >= 2);
		expect(tries).toEqual([id, id]);
		expect(reported).toContainEqual(expect.objectContaining({ message: 'stumbled' }));
	});
});
