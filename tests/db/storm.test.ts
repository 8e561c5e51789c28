import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '#lib/db/client.server.ts';
import { buildIfStale } from '../../scripts/build.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import type { TestDatabase } from '../support/create-database.ts';
import { freshDatabase } from '../support/database.ts';
import { announceDay, countedOn, stormDay } from '../support/storm/campaign.ts';
import { makeHall, wrongIn, type Hall } from '../support/storm/hall.ts';
import { pressing, storm } from '../support/storm/storm.ts';
import { announceTrip, seatsTaken, stormTrip } from '../support/storm/trip.ts';

let database: TestDatabase;
let apps: RunningApp[] = [];
let hall: Hall;
beforeAll(async () => {
	await buildIfStale();
	database = await freshDatabase();
	process.env.DATABASE_URL = database.url;
	openDatabase(database.url);
	const env = { WORKERS: 'none', LOG_LEVEL: 'error' };
	apps = await Promise.all([0, 1].map(() => startApp({ databaseUrl: database.url, env })));
	hall = await makeHall(40);
});
afterAll(async () => {
	await Promise.all(apps.map((app) => app.stop()));
	await closeDatabase();
	await database.drop();
});

/** Everybody at once for a few places, at two instances of the app; what came of it. */
async function stormed(seed: number) {
	const wanted = await hall.open(3, 3);
	const send = pressing(
		hall,
		wanted,
		apps.map(({ url }) => url)
	);
	const { decided } = await storm(hall.clients, wanted, send, seed, 200);
	send.close();
	const wrong = await wrongIn(hall.world, wanted);
	await hall.clear();
	return { decided: decided.map(({ status }) => status), wrong };
}

describe('a storm on the last places', () => {
	it.each(Array.from({ length: 10 }, (_, seed) => seed))('gives each place once, seed %i', async (seed) => {
		const { decided, wrong } = await stormed(seed);
		expect(wrong).toEqual([]);
		expect(decided.filter((status) => status === 303)).toHaveLength(9);
		expect(decided.filter((status) => status === 409)).toHaveLength(31);
	});

	it('oversells as soon as the constraints are gone, so the storm does look', async () => {
		const owner = postgres(database.url, { max: 1, onnotice: () => {} });
		for (const name of ['bookings_desk_once', 'bookings_officer_once']) {
			await owner.unsafe(`alter table bookings drop constraint ${name}`);
		}
		await owner.end();
		const wrong: string[] = [];
		for (let seed = 0; seed < 10 && wrong.length === 0; seed++) wrong.push(...(await stormed(seed)).wrong);
		expect(wrong.join()).toContain('given twice');
	});
});

describe('a storm on the last seats of a trip', () => {
	const seats = 30;
	const urls = () => apps.map(({ url }) => url);

	it('gives each seat once', async () => {
		const trip = await announceTrip(hall, seats);
		const decided = await stormTrip(hall, trip, urls());
		expect(decided.filter((status) => status === 303)).toHaveLength(seats);
		expect(decided.filter((status) => status === 409)).toHaveLength(10);
		expect(await seatsTaken(hall, trip)).toEqual([seats, seats]);
	});

	it('oversells as soon as the constraint is gone, so the storm does look', async () => {
		const owner = postgres(database.url, { max: 1, onnotice: () => {} });
		await owner`alter table occurrences drop constraint occurrences_seats`;
		await owner.end();
		let most = 0;
		for (let tries = 0; tries < 10 && most <= seats; tries++) {
			const trip = await announceTrip(hall, seats);
			await stormTrip(hall, trip, urls());
			most = Math.max(most, ...(await seatsTaken(hall, trip)));
		}
		expect(most).toBeGreaterThan(seats);
	});
});

describe('a crowd that checks in on a campaign day', () => {
	it('is counted once each, with nobody beyond the places of an area', async () => {
		const day = await announceDay(hall, { areas: 4, places: 8 });
		const decided = await stormDay(
			hall,
			day,
			apps.map(({ url }) => url)
		);
		expect(decided.filter(({ status }) => status === 303)).toHaveLength(32);
		expect(decided.filter(({ status }) => status === 409)).toHaveLength(8);
		expect(decided.map(({ again }) => again)).toEqual(decided.map(({ status }) => status));
		expect(await countedOn(hall, day)).toEqual({ taken: [8, 8, 8, 8], here: [8, 8, 8, 8], people: 32 });
	});
});
