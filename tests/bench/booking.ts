/**
 * `npm run bench -- booking`: a storm on the last places over HTTP against two instances of the app, the free times of four
 * weeks, and what a booking costs with a long past. `BENCH_QUICK=1`: a tenth of everybody; its figures say nothing.
 */
import { closeDatabase, openDatabase } from '#lib/db/client.server.ts';
import { prepareDatabase } from '#lib/jobs/prepare.server.ts';
import { closeQueue, openQueue } from '#lib/jobs/queue.server.ts';
import { buildIfStale } from '../../scripts/build.ts';
import { migrations } from '../../scripts/project.ts';
import { say } from '../../scripts/steps.ts';
import { tieFeatures } from '../../src/app.server.ts';
import { openTestServer } from '../support/cluster.ts';
import { createDatabase } from '../support/create-database.ts';
import { makeHall } from '../support/storm/hall.ts';
import { startApps, startBares, stormSql, type Figures } from './booking/storm.ts';
import { addPast, bookOneByOne } from './booking/past.ts';
import { fillMonth, timesAtOnce } from './booking/times.ts';
import { atShare, milliseconds } from './support/figures.ts';

const quick = process.env.BENCH_QUICK === '1';
const rounds = quick ? 1 : 3;

await buildIfStale();
const server = await openTestServer();
process.env.DATA_DIR = server.dataDir;
const database = await createDatabase(server.url);
process.env.DATABASE_URL = database.url;
await prepareDatabase(database.url, migrations);
openDatabase(database.url);
tieFeatures();
await openQueue(false, () => {});
const hall = await makeHall(quick ? 200 : 2_000);
const apps = await startApps(hall);
const bares = await startBares(hall);
const fresh = async () => {
	await hall.clear();
	return hall.open(5, 10);
};
try {
	// what was never run is compiled on the way: the first storm is told by itself
	report('bare endpoint, just started', await bares.storm(await fresh(), 0));
	report('the app, just started', await apps.storm(await fresh(), 0));
	for (let round = 1; round <= rounds; round++) {
		const sql = await stormSql(hall, await fresh());
		const bare = await bares.storm(await fresh(), round);
		const app = await apps.storm(await fresh(), round);
		report('postgres.js', sql);
		report('bare endpoint', bare);
		report('the app', app);
		say(
			`  of the bare endpoint: ${(app.rate / bare.rate).toFixed(2)}; of postgres.js: ${(app.rate / sql.rate).toFixed(3)}`
		);
	}
	await pastFigures();
	await timesFigures();
} finally {
	await Promise.all([apps.stop(), bares.stop()]);
	await closeQueue();
	await closeDatabase();
	await database.drop();
	await server.close();
}

/** A booking with a short past and with a long one, at desks that both have. */
async function pastFigures(): Promise<void> {
	const now = new Date();
	const p50: number[] = [];
	for (const past of [100, quick ? 2_000 : 100_000]) {
		await hall.clear();
		const before = await hall.open(10, 20);
		await addPast(hall, before, past, now);
		const times = await bookOneByOne(hall, before, now);
		p50.push(atShare(times, 0.5));
		say(
			`a booking with ${past} past ones: p50 ${milliseconds(p50.at(-1)!)}, p95 ${milliseconds(atShare(times, 0.95))}`
		);
	}
	say(`  ratio ${(p50[1]! / p50[0]!).toFixed(2)}`);
}

async function timesFigures(): Promise<void> {
	const now = new Date();
	await hall.clear();
	const serviceId = await fillMonth(hall, 1_600, now);
	const { sql, page, data } = await timesAtOnce(hall, serviceId, 16, quick ? 5 : 40, now);
	for (const [name, times] of Object.entries({ 'the SQL': sql, 'the page': page, 'its data': data })) {
		say(
			`free times of four weeks, 16 clients, ${name}: p50 ${milliseconds(atShare(times, 0.5))}, p95 ${milliseconds(atShare(times, 0.95))}`
		);
	}
	say(`  page to SQL at p95: ${(atShare(page, 0.95) / atShare(sql, 0.95)).toFixed(1)}`);
}

function report(name: string, { rate, p99, booked, undecided, busy, broken, wrong }: Figures): void {
	say(
		`storm, ${name}: ${rate.toFixed(0)} decisions/s, p99 ${milliseconds(p99)}, booked ${booked}, undecided ${undecided}, ` +
			`503 first ${(busy * 100).toFixed(1)} %, broken ${broken}${wrong.length > 0 ? `, WRONG: ${wrong.join('; ')}` : ''}`
	);
}
