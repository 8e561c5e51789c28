import { Agent, get } from 'node:http';
import postgres from 'postgres';
import { PgDialect } from 'drizzle-orm/pg-core';
import { busy, duty } from '#lib/booking/time-queries.server.ts';
import { bookings, serviceOfficers, services } from '#lib/booking/tables.server.ts';
import { appRole, clientOptions } from '#lib/db/client.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { randomFrom } from '#lib/demo/random.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { desks } from '#lib/places/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, instantAt, minute, weekdayOf, type Day } from '#lib/shared/time.ts';
import { startApp } from '../../support/app.ts';
import { zone } from '../../support/small-world.ts';
import type { Hall } from '../../support/storm/hall.ts';
import { timed } from '../support/figures.ts';

const hours = [
	['08:00', '12:00', '13:30', '17:00'],
	['08:30', '12:30', '14:00', '17:30'],
	['09:00', '13:00', '14:30', '18:00']
] as const;
const length = 15;

/** Three desks with staggered hours for four weeks, and so many bookings in them. */
export async function fillMonth(hall: Hall, count: number, now: Date): Promise<string> {
	const { world } = hall;
	const { communityId } = world;
	const random = randomFrom(1, 'four weeks');
	const serviceId = newId();
	const today = dayOf(now, zone);
	const days = Array.from({ length: 28 }, (_, at) => addDays(today, at)).filter(
		(day) => weekdayOf(day) % 6 !== 0
	);
	await world.run(async (scope) => {
		const [service] = await scope.tx.select().from(services).limit(1);
		await scope.tx.insert(services).values({ ...service!, id: serviceId, name: '四周', minutes: length });
		const [desk] = await scope.tx.select().from(desks).limit(1);
		const seats: { deskId: string; officerId: string; day: Day; start: Date }[] = [];
		for (const shifts of hours) {
			const [deskId, staffId] = [newId(), hall.clients.pop()!.personId];
			await scope.tx.insert(desks).values({ ...desk!, id: deskId, name: deskId });
			await scope.tx.insert(serviceOfficers).values({ communityId, serviceId, staffId });
			for (const day of days) {
				for (const [from, to] of [shifts.slice(0, 2), shifts.slice(2)]) {
					const during = { start: instantAt(day, from!, zone), end: instantAt(day, to!, zone) };
					const by = { changedBy: staffId, changedAt: now };
					const row = { id: newId(), staffId, deskId, day, during, status: 'published' } as const;
					await scope.tx.insert(duties).values({ communityId, ...row, ...by });
					for (let at = +during.start; at < +during.end; at += length * minute) {
						seats.push({ deskId, officerId: staffId, day, start: new Date(at) });
					}
				}
			}
		}
		const attendees = hall.clients.map(({ personId }) => personId);
		const rows = random
			.shuffled(seats)
			.slice(0, count)
			.map(({ deskId, officerId, day, start }, at) => ({
				id: newId(),
				serviceId,
				attendeeId: attendees[at % attendees.length]!,
				bookedBy: attendees[at % attendees.length]!,
				place: 'desk' as const,
				deskId,
				officerId,
				during: { start, end: new Date(+start + length * minute) },
				localDay: day,
				status: 'booked' as const,
				documentsReady: [],
				createdAt: now
			}));
		await insertMany(scope, bookings, rows, 'skip');
	});
	return serviceId;
}

/** Milliseconds of each of many, so many at once. */
async function atOnce(
	clients: number,
	each: number,
	work: (client: number) => Promise<unknown>
): Promise<number[]> {
	const times: number[] = [];
	await Promise.all(
		Array.from({ length: clients }, async (_, client) => {
			for (let round = 0; round < each; round++) times.push((await timed(() => work(client))).ms);
		})
	);
	return times;
}

/** The page of days and times in the app, and the SQL of its times alone, with so many clients at once. */
export async function timesAtOnce(hall: Hall, serviceId: string, clients: number, each: number, now: Date) {
	const client = postgres(process.env.DATABASE_URL!, {
		...clientOptions,
		max: clients,
		connection: { ...clientOptions.connection, role: appRole }
	});
	const { communityId } = hall.world;
	const from = dayOf(now, zone);
	const wanted = { serviceId, place: 'desk' as const, from, to: addDays(from, 27), now };
	const { sql: text, params } = new PgDialect({ casing: 'snake_case' }).sqlToQuery(
		takenOf({ communityId }, wanted)
	);
	const ask = () =>
		client.begin(async (tx) => {
			await tx`select set_config('app.communities', ${`{${communityId}}`}, true)`;
			return Promise.all(
				statements.map(({ sql: text, params }) => tx.unsafe(text, params as never[], { prepare: true }))
			);
		});
	await atOnce(clients, 5, ask);
	const sql = await atOnce(clients, each, ask);
	await client.end();

	const app = await startApp({
		databaseUrl: process.env.DATABASE_URL!,
		dataDir: process.env.DATA_DIR!,
		env: { WORKERS: 'none', LOG_LEVEL: 'error', POOL_SIZE: String(clients) }
	});
	const agent = new Agent({ keepAlive: true });
	const url = `${app.url}/${hall.slug}/services/${serviceId}/book`;
	const open = (path: string) => (index: number) => read(agent, url + path, hall.clients[index]!.cookie);
	await atOnce(clients, 10, open(''));
	const page = await atOnce(clients, each, open(''));
	await atOnce(clients, 5, open('/__data.json'));
	const data = await atOnce(clients, each, open('/__data.json'));
	agent.destroy();
	await app.stop();
	return { sql, page, data };
}

function read(agent: Agent, url: string, cookie: string): Promise<void> {
	return new Promise((resolve, reject) => {
		get(url, { agent, headers: { cookie } }, (answer) => {
			if (answer.statusCode !== 200) reject(new Error(`${url} answers ${answer.statusCode}`));
			answer.resume();
			answer.on('end', resolve);
		}).on('error', reject);
	});
}
