import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { newAccountKey, sealAccountPhone } from '#lib/accounts/keys.server.ts';
import { addAccount } from '#lib/accounts/account-queries.server.ts';
import { changePerson } from '#lib/accounts/queries.server.ts';
import { sendRatingQuestion } from '#lib/booking/ask-rating.server.ts';
import { openingsOf } from '#lib/audit/queries.server.ts';
import { bookingCode } from '#lib/booking/code.ts';
import type { BookingState } from '#lib/booking/booking.ts';
import { rateBooking } from '#lib/booking/rate.server.ts';
import { bookings } from '#lib/booking/tables.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { callNext, recall } from '#lib/hall/call.server.ts';
import { checkIn, takeNumber } from '#lib/hall/arrive.server.ts';
import { hallDesk } from '#lib/hall/desk.server.ts';
import { findAtDoor } from '#lib/hall/find.server.ts';
import { bookedUntil } from '#lib/hall/booking-queries.server.ts';
import { closeNumber, closeVisit } from '#lib/hall/close.server.ts';
import { closeMissed, closeNotReached, resumeEvenings } from '#lib/hall/evening.server.ts';
import { finishVisit, openVisit, startVisit } from '#lib/hall/home-visit.server.ts';
import { myDay } from '#lib/hall/my-day.server.ts';
import { outOfHoursReport } from '#lib/hall/out-of-hours.server.ts';
import { ticketById } from '#lib/hall/queries.server.ts';
import { missBooking } from '#lib/hall/miss.server.ts';
import { finish, leave, missCall, start, transfer, writeNote } from '#lib/hall/serve.server.ts';
import { ticketPage } from '#lib/hall/ticket-page.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { at, day, hallCast, here, type HallCast } from '../support/hall-cast.ts';
import { openApp } from '../support/open-app.ts';
import { zone } from '../support/small-world.ts';

openApp();

let hall: HallCast;
let one: HallCast['desks'][number];
let two: HallCast['desks'][number];
beforeEach(async () => {
	hall = await hallCast();
	[one, two] = hall.desks as [typeof one, typeof two];
});

const ticket = (id: string) => hall.world.run((scope) => ticketById(scope, id));
const call = (desk: typeof one, clock: string) =>
	hall.world.run((scope) => callNext(scope, desk.officer, desk.id, here(clock)));
const booking = async (id: string): Promise<BookingState | undefined> =>
	hall.world.run(async ({ tx }) => {
		const [row] = await tx.select({ status: bookings.status }).from(bookings).where(eq(bookings.id, id));
		return row?.status;
	});

describe('one queue for those with and without an appointment', () => {
	it('calls an appointment at its time, before those who came shortly before it, and serves it to the end', async () => {
		const first = await hall.walkIn('08:50');
		const booked = await hall.book(hall.resident, '09:00');
		const mine = await hall.arrive(hall.resident, booked, '08:40');
		expect(await hall.arrive(hall.resident, booked, '08:45')).toBe(mine);
		expect((await ticket(mine))!.number).toBe(2);
		expect(await booking(booked)).toBe('arrived');

		expect((await call(one, '09:00'))!.id).toBe(mine);
		expect((await call(two, '09:00'))!.id).toBe(first);
		await hall.world.run((scope) => start(scope, one.officer, mine, at('09:01')));
		expect(await booking(booked)).toBe('serving');
		await hall.world.run((scope) => finish(scope, one.officer, mine, at('09:15')));
		expect(await booking(booked)).toBe('served');
		expect(await call(one, '09:16')).toBeNull();
	});
	it('tells at arrival how long it should take, and who is ahead', async () => {
		await hall.walkIn('08:00');
		await hall.walkIn('08:00');
		const third = await hall.walkIn('08:00');
		expect((await ticket(third))!.toldMinutes).toBe(20);
		const page = await hall.world.run((scope) => ticketPage(scope, null, third, here('08:05')));
		expect(page.news).toMatchObject({ status: 'waiting', number: 3, ahead: 2, minutes: 20 });
		expect(page.own).toBe(false);
	});
	it('never calls one number to two desks, nor two to one desk', async () => {
		await hall.walkIn('08:00');
		await hall.walkIn('08:00');
		const called = await Promise.all([call(one, '08:05'), call(two, '08:05')]);
		expect(new Set(called.map((row) => row!.number)).size).toBe(2);
		await expect(call(one, '08:06')).rejects.toMatchObject({ detail: 'desk_busy' });

		const again = await hallCast();
		await again.walkIn('08:00');
		const twice = await Promise.allSettled(
			[1, 2].map(() =>
				again.world.run((scope) =>
					callNext(scope, again.desks[0]!.officer, again.desks[0]!.id, here('08:05'))
				)
			)
		);
		expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
	});
	it('gives each number once, however many come at once', async () => {
		const ids = await Promise.all(Array.from({ length: 6 }, () => hall.walkIn('08:10')));
		const numbers = await Promise.all(ids.map(async (id) => (await ticket(id))!.number));
		expect(numbers.sort()).toEqual([1, 2, 3, 4, 5, 6]);
	});
});

describe('somebody who was called', () => {
	let id: string;
	let booked: string;
	beforeEach(async () => {
		booked = await hall.book(hall.resident, '09:00');
		id = await hall.arrive(hall.resident, booked, '08:55');
		await call(one, '09:00');
	});
	it('keeps his turn at another desk', async () => {
		await hall.walkIn('09:01');
		await hall.world.run((scope) => transfer(scope, one.officer, { id, deskId: two.id }, at('09:02')));
		expect((await call(one, '09:03'))!.number).toBe(2);
		expect((await call(two, '09:03'))!.id).toBe(id);
	});
	it('is called again, and after he was not there as well', async () => {
		const again = { id, deskId: one.id };
		const twice = await hall.world.run((scope) => recall(scope, one.officer, again, at('09:02')));
		expect(twice.calls).toBe(2);
		await hall.world.run((scope) => missCall(scope, one.officer, id, at('09:05')));
		expect(await booking(booked)).toBe('no_show');
		await hall.world.run((scope) => recall(scope, two.officer, { id, deskId: two.id }, at('09:20')));
		await hall.world.run((scope) => start(scope, two.officer, id, at('09:21')));
		await hall.world.run((scope) => finish(scope, two.officer, id, at('09:30')));
		expect(await booking(booked)).toBe('served');
	});
	it('may go away, which frees his appointment; nobody else may do it for him but staff', async () => {
		const stranger = await hall.world.person('路人');
		const go = (actor: typeof stranger) => hall.world.run((scope) => leave(scope, actor, id, at('09:01')));
		await expect(go(stranger)).rejects.toMatchObject({ code: 'not_found' });
		await go(hall.resident);
		expect([await booking(booked), (await ticket(id))!.status]).toEqual(['cancelled', 'left']);
		await expect(go(hall.resident)).rejects.toMatchObject({ detail: 'ticket' });
	});
	it('has a note that only staff read, sealed', async () => {
		await hall.world.run((scope) => writeNote(scope, one.officer, { id, note: '带了诊断书' }));
		expect((await ticket(id))!.noteSealed!.toString('utf8')).not.toContain('诊断');
		const asked = { station: hall.stationId, desk: one.id };
		const seen = await hall.world.run((scope) => hallDesk(scope, one.officer, asked, here('09:05')));
		expect(seen!.current).toMatchObject({ number: 1, note: '带了诊断书', person: { name: '陈奶奶' } });
	});
});

describe('somebody who does not come', () => {
	it('is asked after the second time, once, and nothing is taken from him', async () => {
		const earlier = await hall.book(hall.resident, '09:00', '2026-11-20');
		const today = await hall.book(hall.resident, '09:00');
		const miss = (id: string) => hall.world.run((scope) => missBooking(scope, one.officer, id, at('09:30')));
		const news = () => hall.world.run((scope) => noticesOf(scope, hall.resident.personId));
		await miss(earlier);
		expect(await news()).toEqual([]);
		await miss(today);
		expect((await news()).map(({ template }) => template)).toEqual(['booking_missed_twice']);
		const next = await hall.book(hall.resident, '10:00', '2026-11-24');
		const asked = { day: '2026-11-24', search: '' };
		const mine = await hall.world.run((scope) => myDay(scope, one.officer, asked, here('09:40')));
		expect(mine.bookings).toMatchObject([{ id: next, clock: '10:00', asked: true, late: false }]);
	});
});

describe('in the evening', () => {
	const over = (bookingId: string, clock: string, sequence = 0) =>
		hall.world.run((scope) => closeMissed(scope, { bookingId, sequence }, at(clock)));
	const templates = async () =>
		(await hall.world.run((scope) => noticesOf(scope, hall.resident.personId))).map(
			({ template }) => template
		);

	it('who did not come is noted, once, when the last duty is over; two in a row are asked about', async () => {
		const friday = '2026-11-20';
		const earlier = await hall.book(hall.resident, '09:00', friday);
		await hall.world.run((scope) => missBooking(scope, one.officer, earlier, at('09:30', friday)));
		const id = await hall.book(hall.resident, '09:00');
		for (const clock of ['09:20', '12:29']) await over(id, clock);
		expect(await booking(id)).toBe('booked');
		await over(id, '12:30', 1);
		expect(await booking(id)).toBe('booked');
		await Promise.all(['12:30', '12:31'].map((clock) => over(id, clock)));
		expect(await booking(id)).toBe('no_show');
		expect(await templates()).toEqual(['booking_missed_twice']);
	});
	it('who is there stays, and is closed by staff, whose desk is free again', async () => {
		const id = await hall.book(hall.resident, '09:00');
		const number = await hall.arrive(hall.resident, id, '08:55');
		await call(one, '09:00');
		await over(id, '12:30');
		expect(await booking(id)).toBe('arrived');
		const close = (actor: Actor, clock: string) =>
			hall.world.run((scope) => closeVisit(scope, actor, { id, as: 'served' }, at(clock)));
		await expect(close(hall.resident, '12:30')).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(close(one.officer, '11:00')).rejects.toMatchObject({ detail: 'visit_open' });
		await close(one.officer, '12:30');
		expect([await booking(id), (await ticket(number))!.status]).toEqual(['served', 'served']);
		await expect(close(one.officer, '12:31')).rejects.toMatchObject({ detail: 'visit_open' });
	});
	it('a number that was not reached ends and says so; one at a desk is closed by staff, and keeps no desk the next day', async () => {
		const [served, waiting] = [await hall.walkIn('11:00'), await hall.walkIn('11:30')];
		await call(one, '11:50');
		await hall.world.run((scope) => start(scope, one.officer, served, at('11:52')));
		const end = (clock: string) =>
			hall.world.run(async (scope) => {
				for (const ticketId of [served, waiting]) await closeNotReached(scope, { ticketId }, at(clock));
			});
		await end('12:29');
		expect((await ticket(waiting))!.status).toBe('waiting');
		await Promise.all([end('12:30'), end('12:30')]);
		expect(await ticket(waiting)).toMatchObject({ status: 'left', reason: 'not_reached' });
		const page = await hall.world.run((scope) => ticketPage(scope, null, waiting, here('13:00')));
		expect(page.news!.notReached).toBe(true);

		const morning = here('08:30', '2026-11-24');
		const desk = () =>
			hall.world.run((scope) => hallDesk(scope, one.officer, { station: null, desk: one.id }, morning));
		const opened = await desk();
		expect(opened).toMatchObject({ current: null, queue: [], leftOpen: [{ id: served }] });
		expect(await hall.world.run((scope) => callNext(scope, one.officer, one.id, morning))).toBeNull();
		const close = (actor: Actor, when = morning) =>
			hall.world.run((scope) => closeNumber(scope, actor, { id: served, as: 'served' }, when));
		await expect(close(hall.resident)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(close(one.officer, here('23:00'))).rejects.toMatchObject({ detail: 'visit_open' });
		await close(one.officer);
		expect(await ticket(served)).toMatchObject({ status: 'served', startedAt: null });
		expect((await desk())!.leftOpen).toEqual([]);
		await expect(close(one.officer)).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});
	it('what nobody worked is taken up after a restart', async () => {
		const id = await hall.book(hall.resident, '09:00');
		await hall.book(await hall.world.person('明天来'), '09:00', '2026-11-24');
		const due = await hall.world.run((scope) => bookedUntil(scope, at('20:00')));
		expect(due).toEqual([{ id, sequence: 0 }]);
		await hall.world.run((scope) => resumeEvenings(scope, at('20:00')));
	});
});

describe('a home visit', () => {
	it('is begun and done on the day of the officer, and counts', async () => {
		const id = await hall.visit(hall.resident, '17:00');
		const as = (actor: typeof one.officer) => ({
			start: () => hall.world.run((scope) => startVisit(scope, actor, id, at('17:00'))),
			finish: () => hall.world.run((scope) => finishVisit(scope, actor, id, at('17:30')))
		});
		await expect(as(hall.resident).start()).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(as(one.officer).finish()).rejects.toMatchObject({ detail: 'booking' });
		await as(one.officer).start();
		await as(one.officer).finish();
		const report = await hall.world.run((scope) => outOfHoursReport(scope, { from: day, to: day }, zone));
		expect(report.total).toMatchObject({ visits: 1, outsideMinutes: 30 });
	});
});

describe("an officer's round", () => {
	it('stands in the order of the times, with the way between, and opens the door to him alone', async () => {
		const far = await hall.world.person('周爷爷', { building: 3 });
		const second = await hall.visit(far, '10:00');
		const first = await hall.visit(hall.resident, '09:00');
		const { bookings: round } = await hall.world.run((scope) =>
			myDay(scope, one.officer, { day, search: '' }, here('08:00'))
		);
		expect(round.map(({ id, stop }) => [id, stop])).toEqual([
			[first, { building: '东园 1 号楼', leg: null }],
			[second, { building: '东园 4 号楼', leg: '300 米' }]
		]);
		const open = (actor: Actor, clock: string) =>
			hall.world.run((scope) => openVisit(scope, actor, second, at(clock)));
		expect(await open(one.officer, '09:50')).toMatchObject({ building: '东园 4 号楼', door: '周爷爷 门' });
		const seen = await hall.world.run((scope) => openingsOf(scope, far.personId));
		expect(seen).toMatchObject([{ what: 'address_and_phone', reason: 'home_visit' }]);
		for (const [actor, clock] of [
			[two.officer, '09:50'],
			[one.officer, '22:21']
		] as const)
			await expect(open(actor, clock)).rejects.toMatchObject({ code: 'not_found' });
		await expect(open(hall.resident, '09:50')).rejects.toMatchObject({ code: 'not_allowed' });
	});
});

describe('the question how it was', () => {
	/** He has the app. */
	async function signsIn({ personId, accountId }: Actor): Promise<void> {
		const wrappedKey = newAccountKey(accountId);
		const phoneSealed = sealAccountPhone(accountId, wrappedKey, '13900000001');
		const row = { id: accountId, phoneHash: accountId, phoneSealed, wrappedKey, createdAt: at('07:00') };
		await inCommon((scope) => addAccount(scope, row));
		await hall.world.run((scope) => changePerson(scope, personId, { accountId }));
	}
	const next = '2026-11-24';
	const ask = (bookingId: string, clock: string, on = day) =>
		hall.world.run((scope) => sendRatingQuestion(scope, { bookingId }, at(clock, on)));
	const asked = async ({ personId }: Actor) =>
		(await hall.world.run((scope) => noticesOf(scope, personId))).map(({ path }) => path);
	/** A visit at her home that is done. */
	async function done(on = day): Promise<string> {
		const id = await hall.visit(hall.resident, '09:00', on);
		await hall.world.run((scope) => startVisit(scope, one.officer, id, at('09:00', on)));
		await hall.world.run((scope) => finishVisit(scope, one.officer, id, at('09:20', on)));
		return id;
	}

	it('leads to the stars, once, and not again within a week', async () => {
		await signsIn(hall.resident);
		const first = await done();
		for (const clock of ['09:35', '09:36']) await ask(first, clock);
		await ask(await done(next), '09:35', next);
		expect(await asked(hall.resident)).toEqual([`/bookings/${first}/rating`]);
	});
	it('is asked of nobody without the app, nor of who has said it', async () => {
		await ask(await done(), '09:35');
		await signsIn(hall.resident);
		const bookingId = await done(next);
		const said = { bookingId, stars: 5, words: null };
		await hall.world.run((scope) => rateBooking(scope, hall.resident, said, at('09:25', next)));
		await ask(bookingId, '09:35', next);
		expect(await asked(hall.resident)).toEqual([]);
	});
});

describe('at the door', () => {
	it('is refused with words: another day, long before, what no desk does any more', async () => {
		const tomorrow = await hall.book(hall.resident, '09:00', '2026-11-24');
		const later = await hall.book(hall.resident, '11:00');
		await expect(hall.arrive(hall.resident, tomorrow, '08:30')).rejects.toMatchObject({
			detail: 'another_day'
		});
		await expect(hall.arrive(hall.resident, later, '08:30')).rejects.toMatchObject({
			detail: 'check_in_early',
			params: { from: '10:00' }
		});
		await expect(hall.walkIn('12:30')).rejects.toMatchObject({ detail: 'nobody_today' });
		const given = {
			stationId: hall.stationId,
			serviceId: hall.serviceId,
			personId: hall.resident.personId,
			via: 'phone'
		} as const;
		const take = (clock: string) =>
			hall.world.run((scope) => takeNumber(scope, hall.resident, given, here(clock)));
		await expect(take('06:00')).rejects.toMatchObject({ detail: 'hall_closed', params: { from: '07:00' } });
		expect(await take('08:00')).toBe(await take('08:01'));
	});
	it('staff find an appointment by its code, a phone or a name', async () => {
		const booked = await hall.book(hall.resident, '09:00');
		const find = (said: string, actor = one.officer) =>
			hall.world.run((scope) => findAtDoor(scope, actor, { stationId: hall.stationId, said }, here('08:30')));
		for (const said of [bookingCode(booked), '139 0000 0001', '陈奶奶']) {
			expect((await find(said)).bookings.map(({ id }) => id)).toEqual([booked]);
		}
		expect((await find('13900000002')).bookings).toEqual([]);
		await expect(find('陈奶奶', hall.resident)).rejects.toMatchObject({ code: 'not_allowed' });
	});
	it('nobody checks in for a stranger, and residents call nobody', async () => {
		const stranger = await hall.world.person('路人');
		const booked = await hall.book(hall.resident, '09:00');
		await expect(hall.arrive(stranger, booked, '08:55')).rejects.toMatchObject({ code: 'not_found' });
		const given = { bookingId: booked, stationId: hall.serviceId, via: 'qr' } as const;
		await expect(
			hall.world.run((scope) => checkIn(scope, hall.resident, given, here('08:55')))
		).rejects.toMatchObject({ code: 'not_found' });
		const id = await hall.arrive(hall.resident, booked, '08:55');
		const { resident } = hall;
		for (const verb of [
			() => hall.world.run((scope) => callNext(scope, resident, one.id, here('09:00'))),
			() => hall.world.run((scope) => start(scope, resident, id, at('09:00'))),
			() => hall.world.run((scope) => missBooking(scope, resident, booked, at('09:30'))),
			() => hall.world.run((scope) => writeNote(scope, resident, { id, note: 'x' }))
		]) {
			await expect(verb()).rejects.toMatchObject({ code: 'not_allowed' });
		}
	});
});

describe('what was served outside of the old office hours', () => {
	it('is counted by the minutes at the desk', async () => {
		const id = await hall.walkIn('08:00');
		await call(one, '08:10');
		await hall.world.run((scope) => start(scope, one.officer, id, at('08:10')));
		await hall.world.run((scope) => finish(scope, one.officer, id, at('08:40')));
		const report = await hall.world.run((scope) => outOfHoursReport(scope, { from: day, to: day }, zone));
		expect(report.total).toMatchObject({ visits: 1, minutes: 30, outsideVisits: 1, outsideMinutes: 20 });
		expect(report.desks).toMatchObject([{ name: '1号窗口', outsideMinutes: 20 }]);
		const mine = await hall.world.run((scope) =>
			myDay(scope, one.officer, { day, search: '' }, here('09:00'))
		);
		expect(mine.figures).toMatchObject({ served: 1, walkIns: 1, minutes: 30, outside: 20, wait: 10 });
	});
});
