import { randomBytes } from 'node:crypto';
import { sessionHash } from '#lib/accounts/sessions.server.ts';
import { accounts, people, sessions } from '#lib/accounts/tables.server.ts';
import { stepOf } from '#lib/booking/booking.ts';
import { bookings, serviceOfficers, services } from '#lib/booking/tables.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { insertMany } from '#lib/db/insert-many.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { desks, stations } from '#lib/places/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf, day as aDay, instantAt, minute } from '#lib/shared/time.ts';
import { smallWorld, zone, type SmallWorld } from '../small-world.ts';

/** Somebody on a phone who is signed in. */
export interface Client {
	personId: string;
	accountId: string;
	cookie: string;
}

/** A community that everybody storms: people with phones, and services with a few places each. */
export interface Hall {
	world: SmallWorld;
	slug: string;
	clients: Client[];
	/** A service with so many desks, tomorrow; each desk has `rounds` times one after the other. */
	open(deskCount: number, rounds: number): Promise<Wanted>;
	/** Forgets all bookings. */
	clear(): Promise<void>;
}

/** A service that is wanted, and when it can be had. */
export interface Wanted {
	serviceId: string;
	starts: Date[];
	places: number;
}

const minutes = 30;

/** Makes it in the open database; sign-ins are made directly, without codes. */
export async function makeHall(clientCount: number, now = new Date()): Promise<Hall> {
	const slug = `hall-${newId().slice(-6)}`;
	const world = await smallWorld(now, slug);
	const { communityId } = world;
	const clients = await addClients(world, clientCount, now);
	const stationId = newId();
	await world.run(({ tx }) =>
		tx.insert(stations).values({
			communityId,
			id: stationId,
			name: '便民服务站',
			nameEn: 'Service Station',
			address: '东园 1 号楼',
			addressEn: 'Dongyuan Building 1',
			phone: '0000-0001',
			east: 100,
			north: 500
		})
	);
	async function open(deskCount: number, rounds: number): Promise<Wanted> {
		const day = addDays(dayOf(now, zone), 1);
		const start = instantAt(day, '09:00', zone);
		const starts = Array.from(
			{ length: rounds },
			(_, at) => new Date(+start + at * stepOf(minutes) * minute)
		);
		const end = new Date(+start + rounds * minutes * minute);
		const serviceId = newId();
		await world.run(async (scope) => {
			const { tx } = scope;
			await tx.insert(services).values({
				communityId,
				id: serviceId,
				group: 'certificates',
				name: `证明 ${serviceId}`,
				nameEn: 'Certificate',
				purpose: '证明',
				purposeEn: 'Certificate',
				icon: 'file-text',
				minutes,
				atDesk: true,
				atHome: false,
				walkIn: false,
				cutOffMinutes: 60,
				daysAhead: 28,
				search: []
			});
			for (let at = 0; at < deskCount; at++) {
				const [staffId, deskId] = [newId(), newId()];
				await insertMany(scope, people, [personRow(staffId, null, `窗口${at}`, now)]);
				await tx.insert(desks).values({ communityId, id: deskId, stationId, name: deskId, nameEn: deskId });
				await tx.insert(serviceOfficers).values({ communityId, serviceId, staffId });
				const by = { changedBy: staffId, changedAt: now };
				const row = {
					id: newId(),
					staffId,
					deskId,
					day,
					during: { start, end },
					status: 'published'
				} as const;
				await tx.insert(duties).values({ communityId, ...row, ...by });
			}
		});
		return { serviceId, starts, places: deskCount * rounds };
	}
	const clear = () => world.run(async ({ tx }) => void (await tx.delete(bookings)));
	return { world, slug, clients, open, clear };
}

function personRow(id: string, accountId: string | null, name: string, now: Date) {
	const wrappedKey = randomBytes(32);
	return {
		id,
		accountId,
		kind: 'resident' as const,
		name,
		wrappedKey,
		search: [],
		createdAt: now,
		verifiedAt: now
	};
}

async function addClients(world: SmallWorld, count: number, now: Date): Promise<Client[]> {
	const made = Array.from({ length: count }, (_, at) => ({
		at,
		accountId: newId(),
		personId: newId(),
		session: randomBytes(20).toString('hex')
	}));
	const endsAt = new Date(+now + 30 * aDay);
	await inCommon(async ({ tx }) => {
		for (let from = 0; from < made.length; from += 500) {
			const some = made.slice(from, from + 500);
			await tx.insert(accounts).values(
				some.map(({ accountId }) => ({
					id: accountId,
					phoneHash: accountId,
					phoneSealed: randomBytes(8),
					wrappedKey: randomBytes(8),
					createdAt: now
				}))
			);
			await tx.insert(sessions).values(
				some.map(({ accountId, session }) => ({
					idHash: sessionHash(session),
					accountId,
					expiresAt: endsAt,
					endsAt,
					device: 'storm',
					createdAt: now
				}))
			);
		}
	});
	await world.run((scope) =>
		insertMany(
			scope,
			people,
			made.map(({ personId, accountId, at }) => personRow(personId, accountId, `居民${at}`, now))
		)
	);
	return made.map(({ personId, accountId, session }) => ({
		personId,
		accountId,
		cookie: `session=${session}`
	}));
}

/** What must never be, as sentences. */
export async function wrongIn(world: SmallWorld, { serviceId, places }: Wanted): Promise<string[]> {
	const rows = (await world.run(({ tx }) => tx.select().from(bookings))).filter(
		(one) => one.serviceId === serviceId && one.status === 'booked'
	);
	const wrong: string[] = [];
	if (rows.length !== places) wrong.push(`${rows.length} booked, not ${places}`);
	const seats = new Set(rows.map(({ deskId, during }) => `${deskId} ${during.start.toISOString()}`));
	if (seats.size !== rows.length) wrong.push(`${rows.length - seats.size} places given twice`);
	const attendees = new Set(rows.map(({ attendeeId }) => attendeeId));
	if (attendees.size !== rows.length) wrong.push('somebody has two');
	return wrong;
}
