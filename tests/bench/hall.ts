/**
 * `npm run bench -- hall`: how honest the wait estimate is, on a year of simulated days by the rules of the app; and what it
 * takes to keep 500 phones up to date with a queue: one event reaches all of them, and what each costs the process in memory.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { takeNumber } from '#lib/hall/arrive.server.ts';
import { leave } from '#lib/hall/serve.server.ts';
import { servicesAtDesks } from '#lib/hall/station-queries.server.ts';
import { stationsOf } from '#lib/places/station-queries.server.ts';
import { buildIfStale } from '../../scripts/build.ts';
import { say } from '../../scripts/steps.ts';
import { startApp } from '../support/app.ts';
import { openDemo } from './support/demo.ts';
import { atShare, milliseconds } from './support/figures.ts';
import { hallDay, type Waited } from './support/hall-days.ts';
import { openStreams } from './support/streams.ts';

const days = process.env.BENCH_QUICK ? 30 : 250;
const watchers = 500;
const rounds = process.env.BENCH_QUICK ? 3 : 10;

const waited = Array.from({ length: days }, (_, seed) => hallDay(seed)).flat();
say(`the wait that was told, ${waited.length} people in ${days} days:`);
say(`  told by the queue: ${errors(waited, ({ told }) => told)}`);
say(`  told by counting heads: ${errors(waited, ({ counted }) => counted)}`);

function errors(all: readonly Waited[], told: (one: Waited) => number): string {
	const off = all.map((one) => one.real - told(one));
	const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
	const within = off.filter((one) => Math.abs(one) <= 10).length / off.length;
	const kept = off.filter((one) => one <= 0).length / off.length;
	const percent = (share: number) => `${Math.round(100 * share)} %`;
	return [
		`off by ${mean(off.map(Math.abs)).toFixed(1)} min on average (p90 ${atShare(off.map(Math.abs), 0.9).toFixed(0)})`,
		`bias ${mean(off).toFixed(1)} min`,
		`within ten minutes ${percent(within)}`,
		`called no later than told ${percent(kept)}`
	].join(', ');
}

await buildIfStale();
const demo = await openDemo();
const app = await startApp({
	databaseUrl: process.env.DATABASE_URL!,
	dataDir: process.env.DATA_DIR!,
	env: { TEST_NOW: demo.now.toISOString() }
});
try {
	const here = { now: demo.now, zone: demo.zone };
	const [station] = await demo.run(stationsOf);
	const services = await demo.run(servicesAtDesks);
	const { id: serviceId } = services.find(({ walkIn, icon }) => walkIn && icon === 'house')!;
	const given = { stationId: station!.id, serviceId, personId: null, via: 'clerk' } as const;
	const numbers: string[] = [];
	for (let at = 0; at < 40; at++) {
		numbers.push(await demo.run((scope) => takeNumber(scope, demo.actor, given, here)));
	}
	const paths = Array.from(
		{ length: watchers },
		(_, at) => `/chengdong/queue/${numbers[at % numbers.length]}/live`
	);
	(await openStreams(app.url, paths.slice(0, 20))).close();
	await pause(2_000);
	const before = memoryOf(app.pid);
	const streams = await openStreams(app.url, paths);
	await pause(5_000);
	const each = (memoryOf(app.pid) - before) / watchers;
	const took: number[] = [];
	for (let round = 0; round < rounds; round++) {
		// the first of the queue goes away: everybody behind him moves up
		const behind = paths.flatMap((_, at) => (at % numbers.length >= round ? [at] : []));
		const told = streams.allTold(behind);
		const started = performance.now();
		await demo.run((scope) => leave(scope, demo.actor, numbers[round]!, here.now));
		took.push((await told) - started);
		await pause(300);
	}
	say(
		`one event to ${watchers} phones, ${rounds} times: p50 ${milliseconds(atShare(took, 0.5))}, most ${milliseconds(Math.max(...took))} (to reach: 1 s)`
	);
	say(`memory: ${each.toFixed(1)} KB a watcher (to reach: 50 KB)`);
	streams.close();
} finally {
	await app.stop();
	await demo.close();
}

/** What a process holds of memory, KB. */
function memoryOf(pid: number): number {
	return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
}
