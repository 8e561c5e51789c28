import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase, inCommon, openDatabase } from '#lib/db/client.server.ts';
import { appNow, setClock } from '#lib/db/clock.server.ts';
import { markAsDemo } from '#lib/db/facts.server.ts';
import { randomFrom } from '#lib/demo/random.ts';
import { closeQueue, openQueue } from '#lib/jobs/queue.server.ts';
import { instantAt, minute } from '#lib/shared/time.ts';
import { buildIfStale } from '../../scripts/build.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import type { TestDatabase } from '../support/create-database.ts';
import { freshDatabase } from '../support/database.ts';
import { answerOffers } from '../support/kills/answers.ts';
import { readLedger } from '../support/kills/ledger.ts';
import { makeSeatList, nextSeatStep, pressSeats, readSeats } from '../support/kills/seats.ts';
import { movableTime, type MovableTime } from '../support/kills/time.ts';
import { makeTown, nextStep } from '../support/kills/town.ts';
import { answerPlaces, makeWaitingList, nextLapse, readWaitingList } from '../support/kills/waiting-list.ts';
import { zone } from '../support/small-world.ts';

/** How often the worker is killed; `npm run bench -- kills` asks for many. */
const kills = Number(process.env.KILLS) || 3;
const seed = Number(process.env.KILLS_SEED) || 7;

let database: TestDatabase;
let time: MovableTime;
beforeAll(async () => {
	await buildIfStale();
	database = await freshDatabase();
	process.env.DATABASE_URL = database.url;
	openDatabase(database.url);
	await inCommon((scope) => markAsDemo(scope, { seed, anchor: '2026-11-23' }));
	time = movableTime(database.url, instantAt('2026-11-23', '08:30', zone));
	const { tieFeatures } = await import('../../src/app.server.ts');
	tieFeatures();
	await openQueue(false, (error) => {
		throw error;
	});
});
afterAll(async () => {
	delete process.env.TEST_NOW;
	setClock(false);
	await closeQueue();
	await closeDatabase();
	await time.close();
	await database.drop();
});

const startWorker = (): Promise<RunningApp> =>
	startApp({
		databaseUrl: database.url,
		env: { WORKERS: 'only', TEST_NOW: appNow().toISOString(), LOG_LEVEL: 'error' }
	});

it(
	`a worker that is killed ${kills} times leaves nothing out and does nothing twice`,
	{ timeout: 120_000 + kills * 20_000 },
	async () => {
		const random = randomFrom(seed, 'kills');
		const size = kills > 10 ? { requests: 96, volunteers: 60 } : { requests: 12, volunteers: 12 };
		const town = await makeTown(size, random);
		const list = await makeWaitingList(4, kills > 10 ? 24 : 12);
		const seats = await makeSeatList(4, kills > 10 ? 24 : 12);
		let said = '';
		let starts = 0;

		/** Runs a worker while volunteers answer, until `over` says so, and ends it without asking. */
		async function run(over: () => Promise<unknown>): Promise<void> {
			const worker = await startWorker();
			starts += 1;
			const answering = new AbortController();
			const answers = Promise.all([
				answerOffers(town, seed, answering.signal),
				answerPlaces(list, seed, answering.signal),
				pressSeats(seats, worker.url, answering.signal)
			]);
			await over();
			await worker.stop('SIGKILL');
			said += worker.log();
			answering.abort();
			await answers;
		}

		/** When the next offer, of a task, a place or a seat, should leave or lapse. */
		async function nextDue(): Promise<Date | null> {
			const steps = [await nextStep(town), await nextLapse(list), await nextSeatStep(seats)];
			const due = steps.flatMap((one) => (one ? [+one] : []));
			return due.length > 0 ? new Date(Math.min(...due)) : null;
		}

		/** Nothing is due any more at this moment. */
		async function isQuiet(): Promise<void> {
			for (let tries = 0; tries < 600; tries++) {
				const next = await nextDue();
				if (next === null || next.getTime() > appNow().getTime() + minute) return;
				await pause(50);
			}
			throw new Error('the worker leaves something undone');
		}

		for (let kill = 0; kill < kills; kill++) {
			await run(() => pause(random.int(0, 1500)));
			await time.pass(random.int(1, 25));
		}
		for (let next = await nextDue(); next !== null; next = await nextDue()) {
			const minutes = Math.ceil((next.getTime() - appNow().getTime()) / minute) + random.int(1, 600);
			if (minutes > 0) await time.pass(minutes);
			await run(isQuiet);
		}

		const { wrong, ...figures } = await readLedger(town);
		const { wrong: wrongPlaces, ...waited } = await readWaitingList(list);
		const { wrong: wrongSeats, ...seated } = await readSeats(seats);
		if (kills > 10)
			process.stdout.write(
				`${JSON.stringify({ seed, kills, starts, ...size, ...figures, ...waited, ...seated })}\n`
			);
		expect([...wrong, ...wrongPlaces, ...wrongSeats]).toEqual([]);
		expect(seated.seated).toBe(4);
		expect(seated.lapsed).toBeGreaterThan(0);
		expect(waited.taken).toBeGreaterThan(0);
		expect(figures.filled + figures.backWithStaff).toBe(size.requests);
		expect(figures.filled).toBeGreaterThan(0);
		expect(said).not.toMatch(/deadlock/);
	}
);
