import { loadActor } from '#lib/accounts/actor.server.ts';
import { phoneHash } from '#lib/accounts/keys.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { accountByPhone } from '#lib/accounts/account-queries.server.ts';
import { closeDatabase, inCommon, inCommunity, openDatabase, type Scope } from '#lib/db/client.server.ts';
import { loadDemo } from '#lib/demo/load.server.ts';
import { demoSignIns } from '#lib/demo/sign-ins.ts';
import { prepareDatabase } from '#lib/jobs/prepare.server.ts';
import { closeQueue, openQueue } from '#lib/jobs/queue.server.ts';
import { communityBySlug, type CommunityRow } from '#lib/places/queries.server.ts';
import { migrations } from '../../../scripts/project.ts';
import { tieFeatures } from '../../../src/app.server.ts';
import { openTestServer } from '../../support/cluster.ts';
import { createDatabase } from '../../support/create-database.ts';

/** The demo community on a PostgreSQL of its own, seen by a member of its staff. */
export interface Demo {
	community: CommunityRow;
	actor: Actor;
	now: Date;
	zone: string;
	run<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/** Opens it, on a Monday morning whatever day it is. Nobody works the queue. */
export async function openDemo(now = new Date('2026-11-23T00:30:00Z')): Promise<Demo> {
	const server = await openTestServer();
	process.env.DATA_DIR = server.dataDir;
	const database = await createDatabase(server.url);
	process.env.DATABASE_URL = database.url;
	await prepareDatabase(database.url, migrations);
	await loadDemo(database.url, { now, onStep: () => {} });
	openDatabase(database.url);
	tieFeatures();
	await openQueue(false, () => {});
	const community = (await inCommon((scope) => communityBySlug(scope, 'chengdong')))!;
	const run = <T>(work: (scope: Scope) => Promise<T>) => inCommunity(community.id, work);
	const phone = demoSignIns.find(({ name }) => name === '李敏')!.phone;
	const account = (await inCommon((scope) => accountByPhone(scope, phoneHash(phone))))!;
	const actor = (await run((scope) => loadActor(scope, account.id)))!;
	return {
		community,
		actor,
		now,
		zone: community.zone,
		run,
		close: async () => {
			await closeQueue();
			await closeDatabase();
			await database.drop();
			await server.close();
		}
	};
}
