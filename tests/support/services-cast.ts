import type { Actor } from '#lib/accounts/people.ts';
import type { BookingState } from '#lib/booking/booking.ts';
import type { SaidService } from '#lib/booking/service-form.ts';
import { addService } from '#lib/booking/services.server.ts';
import { bookings } from '#lib/booking/tables.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { desks, stations } from '#lib/places/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { dayOf, type Span } from '#lib/shared/time.ts';
import { morning } from './desk-cast.ts';
import { zone, type SmallWorld } from './small-world.ts';

/** A service of twenty minutes at the desk that two documents are brought to, one if there is one. */
export const allowance: SaidService = {
	group: 'relief',
	name: '低保申请',
	nameEn: 'Living allowance',
	purpose: '收入低于标准的，每月领一份补助',
	purposeEn: 'For families below the standard',
	icon: 'wallet',
	minutes: 20,
	atDesk: true,
	atHome: false,
	walkIn: true,
	cutOffMinutes: 120,
	daysAhead: 28,
	documents: [
		{ id: null, name: '身份证', nameEn: 'Identity card', required: true },
		{ id: null, name: '残疾证', nameEn: 'Disability card', required: false }
	],
	officers: []
};

/** A hall with one desk, behind which an officer stands for some time today. */
export async function openHall(world: SmallWorld, officer: Actor, during: Span): Promise<{ deskId: string }> {
	const [stationId, deskId] = [newId(), newId()];
	await world.run(async ({ tx, communityId }) => {
		await tx.insert(stations).values({
			communityId,
			id: stationId,
			name: '便民服务站',
			nameEn: 'Service station',
			address: '东园正门旁',
			addressEn: 'By the gate',
			phone: '0000-1111',
			east: 100,
			north: 500
		});
		await tx.insert(desks).values({ communityId, id: deskId, stationId, name: '1号', nameEn: 'Window 1' });
		await tx.insert(duties).values({
			communityId,
			id: newId(),
			staffId: officer.personId,
			deskId,
			day: dayOf(during.start, zone),
			during,
			status: 'published',
			changedBy: officer.personId,
			changedAt: morning
		});
	});
	return { deskId };
}

/** Puts a service into the catalogue. */
export async function offer(
	world: SmallWorld,
	staff: Actor,
	change: Partial<SaidService> = {}
): Promise<string> {
	const said = { ...allowance, officers: [staff.personId], ...change };
	return (await world.run((scope) => addService(scope, staff, said, morning))).id;
}

/** A booking as it stands in the table. */
export async function booked(
	world: SmallWorld,
	facts: {
		serviceId: string;
		attendee: Actor;
		officer: Actor;
		deskId: string;
		during: Span;
		status: BookingState;
	}
): Promise<string> {
	const { serviceId, attendee, officer, deskId, during, status } = facts;
	const id = newId();
	await world.run(({ tx, communityId }) =>
		tx.insert(bookings).values({
			communityId,
			id,
			serviceId,
			attendeeId: attendee.personId,
			bookedBy: attendee.personId,
			place: 'desk',
			deskId,
			officerId: officer.personId,
			during,
			localDay: dayOf(during.start, zone),
			status,
			documentsReady: [],
			createdAt: morning
		})
	);
	return id;
}
