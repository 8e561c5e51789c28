/**
 * `npm run bench -- crowds`: a group with 10,000 members beside the same with 100, and what tells all of them beside its SQL
 * alone; then a campaign day on which 500 phones check in within the same second on 20 areas that have 400 places.
 */
import postgres from 'postgres';
import { listPage } from '#lib/activities/list-page.server.ts';
import { publishTerm } from '#lib/activities/term-publish.server.ts';
import { appRole, clientOptions, closeDatabase, openDatabase, type Scope } from '#lib/db/client.server.ts';
import { groupPage } from '#lib/groups/group-page.server.ts';
import { joinGroup } from '#lib/groups/join.server.ts';
import { membersPage } from '#lib/groups/members-page.server.ts';
import { writeToMembers } from '#lib/groups/message.server.ts';
import { prepareDatabase } from '#lib/jobs/prepare.server.ts';
import { closeQueue, openQueue } from '#lib/jobs/queue.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { buildIfStale } from '../../scripts/build.ts';
import { migrations } from '../../scripts/project.ts';
import { tieFeatures } from '../../src/app.server.ts';
import { here } from '../support/activity-cast.ts';
import { openTestServer } from '../support/cluster.ts';
import { createDatabase } from '../support/create-database.ts';
import { makeHall } from '../support/storm/hall.ts';
import { crowdedDays, type CrowdedDay } from './crowds/day.ts';
import { crowdOf, type Crowd } from './crowds/group.ts';
import { undo } from './crowds/undo.ts';
import { ms, report } from './matching/report.ts';
import { atShare, timed } from './support/figures.ts';

const rounds = process.env.BENCH_QUICK ? 5 : 30;
const warmUps = 5;
const phones = 500;

await buildIfStale();
const table = report(true);
const server = await openTestServer();
process.env.DATA_DIR = server.dataDir;
const database = await createDatabase(server.url);
process.env.DATABASE_URL = database.url;
await prepareDatabase(database.url, migrations);
openDatabase(database.url);
tieFeatures();
await openQueue(false, (error) => {
	throw error;
});
const [few, many] = [await crowdOf(100), await crowdOf(10_000)];
await analyse();
const bare = postgres(database.url, {
	...clientOptions,
	max: 1,
	connection: { ...clientOptions.connection, role: appRole }
});
try {
	await beside('page of the group, to a member', (scope, { member, groupId }) =>
		groupPage(scope, member, groupId, here)
	);
	await beside('page of the group, to the leader', (scope, { leader, groupId }) =>
		groupPage(scope, leader, groupId, here)
	);
	await beside('list of its members', (scope, { leader, groupId }) =>
		membersPage(scope, leader, groupId, here)
	);
	await beside('joining', (scope, { stranger, groupId }) => {
		const wish = { groupId, personId: stranger.personId, answer: null, shown: true };
		return joinGroup(scope, stranger, wish, here);
	});
	await beside('month of the community', (scope, { member }) =>
		listPage(
			scope,
			member,
			{ month: null, day: null, kind: null, theme: null, group: null, only: null },
			here
		)
	);
	await tellingAll('a message to all', (scope, { leader, groupId }) =>
		writeToMembers(scope, leader, { groupId, words: '周六合练，请带水杯' }, here)
	);
	const seen = await many.seen();
	await tellingAll('publishing a term', (scope, { leader }) => publishTerm(scope, leader, seen, here));
	await checkingIn({ areas: 20, places: 20 });
} finally {
	await bare.end();
	await closeQueue();
	await closeDatabase();
	await database.drop();
	await server.close();
}

type Work = (scope: Scope, crowd: Crowd) => Promise<unknown>;

/** The same work in both groups in turn, each time undone. */
async function beside(name: string, work: Work): Promise<void> {
	const times: [number[], number[]] = [[], []];
	let bytes = 0;
	for (let round = 0; round < warmUps + rounds; round++) {
		for (const [at, crowd] of [few, many].entries()) {
			const { result, ms: took } = await undone(crowd, work);
			if (crowd === many) bytes = Buffer.byteLength(JSON.stringify(result) ?? '');
			if (round >= warmUps) times[at]!.push(took);
		}
	}
	const [ofFew, ofMany] = [atShare(times[0], 0.5), atShare(times[1], 0.5)];
	table.line(
		`${name}, ${many.size.toLocaleString('en')} members`,
		`${few.size} members ${ms(ofFew)}`,
		`${ms(ofMany)}, × ${(ofMany / ofFew).toFixed(2)}, ${(bytes / 1024).toFixed(1)} KB`,
		'≤ × 3, ≤ 100 KB',
		ofMany <= 3 * ofFew && bytes <= 100 * 1024
	);
}

/** What writes to everybody, beside one statement that writes as many notices. */
async function tellingAll(name: string, work: Work): Promise<void> {
	const [verb, sql]: [number[], number[]] = [[], []];
	for (let round = 0; round < warmUps + rounds; round++) {
		const one = await undone(many, work);
		const other = await bareNotices();
		if (round < warmUps) continue;
		verb.push(one.ms);
		sql.push(other);
	}
	const [ofVerb, ofSql] = [atShare(verb, 0.5), atShare(sql, 0.5)];
	table.line(
		`${name}, ${many.size.toLocaleString('en')} members`,
		`the notices in one statement ${ms(ofSql)}`,
		`${ms(ofVerb)}, × ${(ofVerb / ofSql).toFixed(2)}`,
		'≤ × 3',
		ofVerb <= 3 * ofSql
	);
}

/** Milliseconds of some work whose transaction is then undone. */
async function undone(crowd: Crowd, work: Work): Promise<{ result: unknown; ms: number }> {
	return undo((scope: Scope) => timed(() => work(scope, crowd)), crowd.world.run);
}

/** One notice for each member, written by PostgreSQL alone. */
async function bareNotices(): Promise<number> {
	const begin = (work: (tx: postgres.TransactionSql) => Promise<void>) => bare.begin(work);
	return undo(async (tx) => {
		await tx`select set_config('app.community', ${many.world.communityId}, true)`;
		const insert = tx`
			insert into notices (community_id, id, person_id, template, params, path, news_key, created_at)
			select community_id, gen_random_uuid(), person_id, 'group_message', '{"group":"秦腔班","words":"周六合练，请带水杯"}',
				'/groups', ${newId()}, now()
			from group_members
			where community_id = ${many.world.communityId} and group_id = ${many.groupId} and status = 'member'`;
		return (await timed(() => insert)).ms;
	}, begin);
}

/** All phones at once. */
async function checkingIn(size: { areas: number; places: number }): Promise<void> {
	const days = await crowdedDays(await makeHall(phones), size, 3);
	const places = size.areas * size.places;
	const right = days.every(
		({ told, counted, oversold, broken }) =>
			told === places && counted === places && oversold === 0 && broken === 0
	);
	const most = (of: (day: CrowdedDay) => number) => Math.max(...days.map(of));
	const middle = (of: (day: CrowdedDay) => number) => atShare(days.map(of), 0.5);
	const last = middle(({ p99 }) => p99);
	table.line(
		`${phones} phones check in on ${size.areas} areas with ${size.places} places, ${days.length} times`,
		'',
		[
			`${days.map(({ counted }) => counted).join(', ')} counted`,
			`${most(({ oversold }) => oversold)} areas oversold, ${most(({ broken }) => broken)} errors`,
			`first answers 503: ${Math.round(100 * middle(({ busy }) => busy))} %`,
			`p50 ${ms(middle(({ p50 }) => p50))}, p99 ${ms(last)}, of the slowest time ${ms(most(({ p99 }) => p99))}`
		].join('; '),
		`${places}; 0, 0; p99 ≤ 5 s`,
		right && last <= 5_000
	);
}

/** So that plans know how many there are, as a database that has lived a day does. */
async function analyse(): Promise<void> {
	const owner = postgres(database.url, { max: 1, onnotice: () => {} });
	await owner`analyze`;
	await owner.end();
}
