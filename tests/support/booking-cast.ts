import type { Actor } from '#lib/accounts/people.ts';
import { bookings, serviceDocuments, serviceOfficers, services } from '#lib/booking/tables.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { desks, stations } from '#lib/places/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, instantAt, type Day } from '#lib/shared/time.ts';
import { smallWorld, zone, type SmallWorld } from './small-world.ts';

/** Monday. */
export const monday = '2026-11-23';
export const morning = instantAt(monday, '08:00', zone);
export const here = { now: morning, zone };
export const at = (clock: string, day: Day = monday) => instantAt(day, clock, zone);

/** A station with desks, an officer at each, and a service that all of them do. */
export interface Station {
	world: SmallWorld;
	stationId: string;
	serviceId: string;
	/** Officer and desk of each window. */
	windows: { officer: Actor; deskId: string }[];
	resident: Actor;
	staff: Actor;
	/** Puts an officer on duty; residents may book it. */
	duty(window: number, from: string, to: string, day?: Day): Promise<string>;
	/** Another service of half an hour, done by these windows. */
	service(
		name: string,
		windows: readonly number[],
		change?: Partial<typeof services.$inferInsert>
	): Promise<string>;
}

/** @param windows how many desks there are */
export async function station(windows: number): Promise<Station> {
	const world = await smallWorld(morning);
	const stationId = newId();
	const { communityId } = world;
	await world.run(async ({ tx }) => {
		await tx.insert(stations).values({
			communityId,
			id: stationId,
			name: '便民服务站',
			nameEn: 'Service Station',
			address: '东园 1 号楼一层',
			addressEn: 'Ground floor, Dongyuan Building 1',
			phone: '0000-0001',
			east: 300,
			north: 500
		});
	});
	const made: Station['windows'] = [];
	for (let index = 0; index < windows; index++) {
		const officer = await world.person(`窗口${index + 1}`, { roles: ['staff'] });
		const deskId = newId();
		const desk = {
			communityId,
			id: deskId,
			stationId,
			name: `${index + 1}号窗口`,
			nameEn: `Window ${index + 1}`
		};
		await world.run(({ tx }) => tx.insert(desks).values(desk));
		made.push({ officer, deskId });
	}

	async function duty(window: number, from: string, to: string, day = monday): Promise<string> {
		const { officer, deskId } = made[window]!;
		const id = newId();
		await world.run(({ tx }) =>
			tx.insert(duties).values({
				communityId,
				id,
				staffId: officer.personId,
				deskId,
				day,
				during: { start: at(from, day), end: at(to, day) },
				status: 'published',
				changedBy: officer.personId,
				changedAt: morning
			})
		);
		return id;
	}

	async function service(
		name: string,
		does: readonly number[],
		change: Partial<typeof services.$inferInsert> = {}
	): Promise<string> {
		const id = newId();
		await world.run(async ({ tx }) => {
			await tx.insert(services).values({
				communityId,
				id,
				group: 'certificates',
				name,
				nameEn: `Service ${name.length}`,
				purpose: '用于办事',
				purposeEn: 'For what it is',
				icon: 'file-text',
				minutes: 30,
				atDesk: true,
				atHome: false,
				walkIn: true,
				cutOffMinutes: 120,
				daysAhead: 28,
				search: [],
				...change
			});
			await tx
				.insert(serviceOfficers)
				.values(does.map((one) => ({ communityId, serviceId: id, staffId: made[one]!.officer.personId })));
			await tx.insert(serviceDocuments).values({
				communityId,
				id: newId(),
				serviceId: id,
				position: 1,
				name: '身份证',
				nameEn: 'Identity card',
				required: true
			});
		});
		return id;
	}

	return {
		world,
		stationId,
		serviceId: await service(
			'居住证明',
			made.map((_, index) => index)
		),
		windows: made,
		resident: await world.person('陈奶奶'),
		staff: made[0]!.officer,
		duty,
		service
	};
}

/** All bookings there are, by time. */
export async function allBookings(world: SmallWorld) {
	const rows = await world.run(({ tx }) => tx.select().from(bookings));
	return rows.sort((a, b) => +a.during.start - +b.during.start);
}

export const tomorrow = addDays(monday, 1);
