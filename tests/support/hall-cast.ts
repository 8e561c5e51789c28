import type { Actor } from '#lib/accounts/people.ts';
import type { ServicePlace } from '#lib/booking/booking.ts';
import { bookings, serviceOfficers, services } from '#lib/booking/tables.server.ts';
import { checkIn, takeNumber } from '#lib/hall/arrive.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { desks, stations } from '#lib/places/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import { smallWorld, zone, type SmallWorld } from './small-world.ts';

/** A Monday. */
export const day = '2026-11-23';
export const at = (clock: string, on = day) => instantAt(on, clock, zone);
export const here = (clock: string, on = day) => ({ now: at(clock, on), zone });

/** A station with two desks, an officer at each from eight to twelve, and one service of twenty minutes that both know. */
export interface HallCast {
	world: SmallWorld;
	stationId: string;
	/** With the officer who stands at each. */
	desks: { id: string; officer: Actor }[];
	serviceId: string;
	resident: Actor;
	/** Somebody's appointment at the first desk. */
	book(attendee: Actor, clock: string, on?: string): Promise<string>;
	/** A visit at somebody's home by the officer of the first desk. */
	visit(attendee: Actor, clock: string, on?: string): Promise<string>;
	/** He is there. @returns the ticket */
	arrive(actor: Actor, bookingId: string, clock: string): Promise<string>;
	/** Somebody whom nobody knows is given a number at the door. @returns the ticket */
	walkIn(clock: string): Promise<string>;
}

export async function hallCast(): Promise<HallCast> {
	const world = await smallWorld(at('07:00'));
	const { communityId } = world;
	const [stationId, serviceId] = [newId(), newId()];
	const officers = [
		await world.person('李敏', { roles: ['staff'] }),
		await world.person('方志刚', { roles: ['staff'] })
	];
	const cast = officers.map((officer) => ({ id: newId(), officer }));
	await world.run(async ({ tx }) => {
		const place = {
			name: '服务站',
			nameEn: 'Station',
			address: '东门',
			addressEn: 'East gate',
			phone: '0000-0000'
		};
		await tx.insert(stations).values({ communityId, id: stationId, ...place, east: 0, north: 0 });
		await tx.insert(services).values({
			communityId,
			id: serviceId,
			group: 'certificates',
			name: '证明',
			nameEn: 'Certificate',
			purpose: '开证明',
			purposeEn: 'A certificate',
			icon: 'file-text',
			minutes: 20,
			atDesk: true,
			atHome: false,
			walkIn: true,
			cutOffMinutes: 120,
			daysAhead: 14,
			search: []
		});
		for (const [index, { id, officer }] of cast.entries()) {
			const name = `${index + 1}号窗口`;
			await tx.insert(desks).values({ communityId, id, stationId, name, nameEn: `Desk ${index + 1}` });
			const staffId = officer.personId;
			await tx.insert(serviceOfficers).values({ communityId, serviceId, staffId });
			await tx.insert(duties).values({
				communityId,
				id: newId(),
				staffId,
				deskId: id,
				day,
				during: { start: at('08:00'), end: at('12:00') },
				status: 'published',
				changedBy: staffId,
				changedAt: at('07:00')
			});
		}
	});
	async function book(
		attendee: Actor,
		clock: string,
		on = day,
		place: ServicePlace = 'desk'
	): Promise<string> {
		const id = newId();
		const start = at(clock, on);
		await world.run(({ tx }) =>
			tx.insert(bookings).values({
				communityId,
				id,
				serviceId,
				attendeeId: attendee.personId,
				bookedBy: attendee.personId,
				place,
				deskId: place === 'desk' ? cast[0]!.id : null,
				officerId: cast[0]!.officer.personId,
				during: { start, end: new Date(start.getTime() + 20 * 60_000) },
				localDay: on,
				status: 'booked',
				documentsReady: [],
				createdAt: at('07:00')
			})
		);
		return id;
	}
	return {
		world,
		stationId,
		desks: cast,
		serviceId,
		resident: await world.person('陈奶奶', { phone: '13900000001' }),
		book,
		visit: (attendee, clock, on) => book(attendee, clock, on, 'home'),
		arrive: (actor, bookingId, clock) =>
			world.run((scope) => checkIn(scope, actor, { bookingId, stationId, via: 'qr' }, here(clock))),
		walkIn: (clock) =>
			world.run((scope) =>
				takeNumber(scope, officers[0]!, { stationId, serviceId, personId: null, via: 'clerk' }, here(clock))
			)
	};
}
