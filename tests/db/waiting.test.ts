import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { book } from '#lib/booking/book.server.ts';
import { cancel } from '#lib/booking/cancel.server.ts';
import { moveStranded } from '#lib/booking/conflicts.server.ts';
import { hold } from '#lib/booking/hold.server.ts';
import { lapsePlace, lookForWait } from '#lib/booking/offer-place.server.ts';
import { remindOfBooking } from '#lib/booking/remind.server.ts';
import { askToWait, leavePlace, takePlace, type WaitWish } from '#lib/booking/wait.server.ts';
import { waitById } from '#lib/booking/wait-queries.server.ts';
import { duties } from '#lib/hours/tables.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { minute } from '#lib/shared/time.ts';
import { eq } from 'drizzle-orm';
import {
	allBookings,
	at,
	here,
	monday,
	morning,
	station,
	tomorrow,
	type Station
} from '../support/booking-cast.ts';
import { openApp } from '../support/open-app.ts';
import { zone } from '../support/small-world.ts';

openApp();

let town: Station;
beforeEach(async () => {
	town = await station(2);
});

const later = (minutes: number) => ({ now: new Date(morning.getTime() + minutes * minute), zone });
const bookAt = (actor: Actor, start: Date, serviceId = town.serviceId) =>
	town.world.run((scope) =>
		book(
			scope,
			actor,
			{ serviceId, place: 'desk', start, attendeeId: actor.personId, holdId: null, documentsReady: [] },
			here
		)
	);
const cancelIt = (id: string, when = here) =>
	town.world.run((scope) => cancel(scope, town.staff, { id, reason: null }, when));
const waitFor = (actor: Actor, wish: Partial<WaitWish> = {}, when = here) =>
	town.world.run((scope) =>
		askToWait(
			scope,
			actor,
			{
				serviceId: town.serviceId,
				attendeeId: actor.personId,
				fromDay: monday,
				toDay: monday,
				fromMinute: 0,
				toMinute: 1440,
				...wish
			},
			when
		)
	);
const waitOf = async (id: string) => (await town.world.run((scope) => waitById(scope, id)))!;
const told = async (actor: Actor) =>
	(await town.world.run((scope) => noticesOf(scope, actor.personId))).map(({ template }) => template);

describe('the waiting list', () => {
	let booked: string;
	beforeEach(async () => {
		await town.duty(0, '14:00', '14:30');
		booked = await bookAt(town.resident, at('14:00'));
	});

	it('offers a place that becomes free to the first whom it suits, for two hours, and to nobody else', async () => {
		const [early, first, second] = await Promise.all(
			['甲', '乙', '丙'].map((name) => town.world.person(name))
		);
		await waitFor(early!, { toMinute: 12 * 60 });
		const id = await waitFor(first!, {}, later(1));
		await waitFor(second!, {}, later(2));
		await cancelIt(booked, later(3));
		const wait = await waitOf(id);
		expect(wait).toMatchObject({ status: 'offered', offeredUntil: later(123).now });
		expect(await told(first!)).toEqual(['booking_offered']);
		expect([await told(early!), await told(second!)]).toEqual([[], []]);
		await expect(bookAt(town.staff, at('14:00'))).rejects.toMatchObject({ detail: 'booking_time' });
		await town.world.run((scope) => takePlace(scope, first!, wait.offeredBookingId!, later(60).now));
		expect((await allBookings(town.world)).filter(({ status }) => status === 'booked')).toMatchObject([
			{ id: wait.offeredBookingId, attendeeId: first!.personId, offered: false }
		]);
	});
	it('passes a place that nobody took on to the next, once, however often the job runs', async () => {
		const [first, second] = await Promise.all(['甲', '乙'].map((name) => town.world.person(name)));
		const id = await waitFor(first!);
		const next = await waitFor(second!, {}, later(1));
		await cancelIt(booked);
		const { offeredBookingId } = await waitOf(id);
		const lapse = (when: number) =>
			town.world.run((scope) =>
				lapsePlace(scope, { waitId: id, bookingId: offeredBookingId! }, later(when).now)
			);
		await lapse(60);
		expect((await waitOf(id)).status).toBe('offered');
		await Promise.all([lapse(120), lapse(120)]);
		await lapse(121);
		expect((await waitOf(id)).status).toBe('lapsed');
		expect((await waitOf(next)).status).toBe('offered');
		await expect(
			town.world.run((scope) => takePlace(scope, first!, offeredBookingId!, later(121).now))
		).rejects.toMatchObject({ code: 'lapsed' });
		expect(await told(first!)).toContain('booking_offer_lapsed');
		expect((await told(second!)).filter((one) => one === 'booking_offered')).toHaveLength(1);
	});
	it('lets a person leave the place to the next, and keeps his open form beside it', async () => {
		const [first, second] = await Promise.all(['甲', '乙'].map((name) => town.world.person(name)));
		const id = await waitFor(first!);
		const next = await waitFor(second!, {}, later(1));
		const other = await town.service('就业登记', [0]);
		await town.duty(0, '15:00', '16:00');
		await town.world.run((scope) =>
			hold(
				scope,
				first!,
				{ serviceId: other, place: 'desk', start: at('15:00'), attendeeId: first!.personId },
				here
			)
		);
		await cancelIt(booked);
		const { offeredBookingId } = await waitOf(id);
		await town.world.run((scope) => leavePlace(scope, first!, offeredBookingId!, here));
		expect([(await waitOf(id)).status, (await waitOf(next)).status]).toEqual(['withdrawn', 'offered']);
	});
	it('is not needed while something that suits is free, and holds each person once', async () => {
		const actor = await town.world.person('甲');
		await waitFor(actor);
		await expect(waitFor(actor)).rejects.toMatchObject({ detail: 'booking_waiting' });
		await town.duty(1, '15:00', '15:30');
		await expect(waitFor(await town.world.person('乙'))).rejects.toMatchObject({
			detail: 'booking_wait_free',
			instead: [at('15:00')]
		});
	});
	it('looks again after the forms that were open when somebody asked', async () => {
		await town.duty(1, '14:00', '14:30');
		await town.world.run((scope) =>
			hold(
				scope,
				town.staff,
				{ serviceId: town.serviceId, place: 'desk', start: at('14:00'), attendeeId: town.staff.personId },
				here
			)
		);
		const id = await waitFor(await town.world.person('甲'));
		await town.world.run((scope) => lookForWait(scope, { waitId: id }, later(6).now));
		expect((await waitOf(id)).status).toBe('offered');
	});
});

describe('sick leave', () => {
	const callOff = (id: string) =>
		town.world.run(({ tx }) => tx.update(duties).set({ status: 'called_off' }).where(eq(duties.id, id)));
	const timesBy = async (ids: string[]) => {
		const rows = await allBookings(town.world);
		return ids.map((id) => {
			const { during, deskId } = rows.find((one) => one.id === id)!;
			return [during.start, town.windows.findIndex((one) => one.deskId === deskId)];
		});
	};

	it('moves its bookings in one step: another window first, then the nearest time; who fits nowhere is named', async () => {
		const ill = await town.duty(0, '09:00', '10:30');
		const people = await Promise.all(['甲', '乙', '丙'].map((name) => town.world.person(name)));
		const ids: string[] = [];
		for (const [index, clock] of ['09:00', '09:30', '10:00'].entries()) {
			ids.push(await bookAt(people[index]!, at(clock)));
		}
		await callOff(ill);
		await town.duty(1, '09:30', '10:00');
		await town.duty(1, '10:30', '11:00');
		const result = await town.world.run((scope) => moveStranded(scope, town.staff, here));
		expect(result).toEqual({ moved: [ids[0], ids[1]], left: [ids[2]] });
		expect(await timesBy(ids)).toEqual([
			[at('09:30'), 1],
			[at('10:30'), 1],
			[at('10:00'), 0]
		]);
		expect(await told(people[0]!)).toContain('booking_moved_for_staff');
		expect(await told(people[2]!)).not.toContain('booking_moved_for_staff');
		expect(await town.world.run((scope) => moveStranded(scope, town.staff, here))).toEqual({
			moved: [],
			left: [ids[2]]
		});
	});
	it('is for staff', async () => {
		await expect(town.world.run((scope) => moveStranded(scope, town.resident, here))).rejects.toMatchObject({
			code: 'not_allowed'
		});
	});
});

it('reminds a day before, of the time that the booking has then', async () => {
	await town.duty(0, '14:00', '15:00', tomorrow);
	const id = await bookAt(town.resident, at('14:00', tomorrow));
	const remind = (sequence: number) =>
		town.world.run((scope) => remindOfBooking(scope, { bookingId: id, sequence }, at('14:00')));
	await remind(1);
	expect(await told(town.resident)).not.toContain('booking_reminder');
	await remind(0);
	await remind(0);
	expect((await told(town.resident)).filter((one) => one === 'booking_reminder')).toHaveLength(1);
});
