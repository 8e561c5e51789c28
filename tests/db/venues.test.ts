import { beforeEach, describe, expect, it } from 'vitest';
import { askProxy } from '#lib/accounts/ask-proxy.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { answerProxy, endProxy } from '#lib/accounts/proxy.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { servicePointsOf } from '#lib/places/service-point-queries.server.ts';
import { venues } from '#lib/places/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, instantAt, type Day } from '#lib/shared/time.ts';
import { bookAtDesk, cancelAtDesk, moveAtDesk } from '#lib/venues/at-desk.server.ts';
import { bookVenue } from '#lib/venues/book.server.ts';
import { venueCalendar } from '#lib/venues/calendar.server.ts';
import { gapLines } from '#lib/venues/gaps.server.ts';
import { addVenue, changeVenue, closeVenue } from '#lib/venues/manage.server.ts';
import { bookForOneself, cancelOwn, moveOwn, type OwnWish } from '#lib/venues/own.server.ts';
import { ownVenueBooking, ownVenueBookings } from '#lib/venues/own-page.server.ts';
import { bookingById, takenOn } from '#lib/venues/queries.server.ts';
import { addPoint, changePoint, closePoint } from '#lib/venues/service-points.server.ts';
import { openStore } from '../support/open-store.ts';
import { smallWorld, zone, type SmallWorld } from '../support/small-world.ts';

openStore();

/** Monday. */
const monday = '2026-11-23';
const at = (clock: string, day: Day = monday) => instantAt(day, clock, zone);
const here = { now: at('07:00'), zone };
const span = (from: string, to: string, day: Day = monday) => ({ start: at(from, day), end: at(to, day) });

let world: SmallWorld;
let venueId: string;
let [resident, other, staff]: Actor[] = [];
beforeEach(async () => {
	world = await smallWorld(here.now);
	venueId = await lend(world);
	resident = await world.person('赵晚秋');
	other = await world.person('钱立冬');
	staff = await world.person('孙谷雨', { roles: ['staff'] });
});

async function lend({ run, communityId }: SmallWorld): Promise<string> {
	const id = newId();
	const named = { name: '活动室', nameEn: 'Hall', address: '一楼', addressEn: 'Ground floor' };
	const venue = { kind: 'culture', seats: 20, fromMinute: 480, toMinute: 1200, east: 0, north: 0 } as const;
	await run(({ tx }) => tx.insert(venues).values({ communityId, id, ...named, ...venue }));
	return id;
}

const said = {
	kind: 'health',
	name: '保健角',
	nameEn: 'Health corner',
	address: '二楼',
	addressEn: 'First floor',
	east: 100,
	north: 500,
	seats: 10,
	fromMinute: 480,
	toMinute: 1200
} as const;
const point = {
	kind: 'milk',
	name: '奶站',
	nameEn: 'Milk shop',
	hours: '7:00—19:00',
	phone: null,
	east: 100,
	north: 500
} as const;

const own = (actor: Actor, start: Date, change: Partial<OwnWish> = {}) =>
	world.run((scope) =>
		bookForOneself(scope, actor, { venueId, start, minutes: 60, purpose: '练琴', people: 3, ...change }, here)
	);
const row = (id: string) => world.run((scope) => bookingById(scope, id));
const told = async (actor: Actor) =>
	(await world.run((scope) => noticesOf(scope, actor.personId))).map(({ template }) => template);

describe('a venue', () => {
	it('is promised once: whoever comes second is offered the nearest times', async () => {
		await own(resident!, at('10:00'));
		await expect(own(other!, at('10:30'))).rejects.toMatchObject({
			code: 'already_taken',
			detail: 'venues_taken',
			instead: [at('11:00'), at('11:30'), at('09:00')]
		});
		await own(other!, at('11:00'));
	});
	it('goes to one of two who want it at once', async () => {
		const tries = await Promise.allSettled([resident, other, staff].map((who) => own(who!, at('10:00'))));
		expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const refused = tries.filter((one) => one.status === 'rejected').map(({ reason }) => reason.detail);
		expect(refused).toEqual(['venues_taken', 'venues_taken']);
	});
	it('is lent to a resident once a day, even where he asks for two hours at once', async () => {
		const tries = await Promise.allSettled(['10:00', '14:00'].map((clock) => own(resident!, at(clock))));
		expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(own(resident!, at('16:00'))).rejects.toMatchObject({ detail: 'venues_same_day' });
		await own(resident!, at('16:00', addDays(monday, 1)));
	});
	it.each([
		['venues_past', at('06:30'), {}],
		['venues_far', at('10:00', addDays(monday, 61)), {}],
		['venues_far', new Date('9999-12-31T23:00:00Z'), {}],
		['venues_step', at('10:10'), {}],
		['venues_step', at('10:00'), { minutes: 300 }],
		['venues_outside', at('19:30'), {}],
		['attending', at('10:00'), { people: 21 }]
	])('is not lent against its rules: %s', async (detail, start, change) => {
		await expect(own(resident!, start, change)).rejects.toMatchObject({ detail });
	});
	it('lets whoever plans many dates go on after one that is taken', async () => {
		await own(resident!, at('10:00'));
		const wish = { venueId, bookedBy: staff!.personId, purpose: '合唱', people: 20 };
		const made = await world.run(async (scope) => {
			const one = span('09:30', '10:45');
			await bookVenue(scope, staff!.personId, { ...wish, during: one }, here).catch(() => null);
			const two = span('09:15', '10:00');
			return bookVenue(scope, staff!.personId, { ...wish, during: two }, here);
		});
		expect(await row(made)).toMatchObject({ status: 'booked', forOneself: false, localDay: monday });
	});
	it('can be had again when it is given back, only by whoever took it', async () => {
		const id = await own(resident!, at('10:00'));
		const cancel = (who: Actor) => world.run((scope) => cancelOwn(scope, who, id, here));
		await expect(cancel(other!)).rejects.toMatchObject({ code: 'not_found' });
		await cancel(resident!);
		await expect(cancel(resident!)).rejects.toMatchObject({ detail: 'venues_booking' });
		await own(other!, at('10:00'));
		expect(await told(resident!)).toEqual([]);
	});
	it('is moved by whoever took it, or stays where it was; his calendar notices', async () => {
		const id = await own(resident!, at('10:00'));
		await own(other!, at('14:00'));
		const move = (who: Actor, start: Date, minutes = 60, now = here.now) =>
			world.run((scope) => moveOwn(scope, who, { id, start, minutes }, { now, zone }));
		await expect(move(other!, at('16:00'))).rejects.toMatchObject({ code: 'not_found' });
		await expect(move(resident!, at('13:30'))).rejects.toMatchObject({
			detail: 'venues_taken',
			instead: [at('13:00'), at('12:30'), at('12:00')]
		});
		await expect(move(resident!, at('10:10'))).rejects.toMatchObject({ detail: 'venues_step' });
		await expect(move(resident!, at('12:00'), 60, at('10:00'))).rejects.toMatchObject({
			detail: 'venues_kept'
		});
		expect(await row(id)).toMatchObject({ during: span('10:00', '11:00'), sequence: 0 });

		const tomorrow = addDays(monday, 1);
		await move(resident!, at('10:30'), 120);
		await move(resident!, at('09:00', tomorrow));
		const calendar = () =>
			world.run((scope) => venueCalendar(scope, resident!, here, { locale: 'zh-CN', home: '' }));
		const moved = { uid: id, sequence: 2, during: span('09:00', '10:00', tomorrow), summary: '练琴' };
		expect(await calendar()).toMatchObject([{ ...moved, cancelled: false }]);
		await world.run((scope) => cancelOwn(scope, resident!, id, here));
		expect(await calendar()).toMatchObject([{ ...moved, sequence: 3, cancelled: true }]);
	});
	it('is booked, moved and cancelled by a family proxy, both of whom are told what others do', async () => {
		const elder = await world.person('吴奶奶');
		const child = await world.person('吴小满', { phone: '13900000002' });
		const asked = { as: 'elder', name: child.name, phone: '13900000002', allowed: ['book'] } as const;
		const forElder = { forId: elder.personId };
		await expect(own(child, at('10:00'), forElder)).rejects.toMatchObject({ detail: 'booking_proxy' });
		const proxy = await world.run((scope) => askProxy(scope, elder, asked, here.now));
		await world.run((scope) => answerProxy(scope, child, { id: proxy, yes: true }, here.now));
		const id = await own(child, at('10:00'), forElder);
		expect(await row(id)).toMatchObject({ bookedBy: elder.personId, proxyId: child.personId });
		const [line] = await world.run((scope) => ownVenueBookings(scope, child, here));
		expect(line).toMatchObject({ id, text: '吴奶奶的 · 练琴' });
		await world.run((scope) => moveOwn(scope, child, { id, start: at('15:00'), minutes: 60 }, here));
		await world.run((scope) => cancelAtDesk(scope, staff!, { id, reason: '漏水' }, here));
		expect((await told(elder)).filter((one) => one.startsWith('venue')).sort()).toEqual([
			'venue_booked',
			'venue_cancelled_for',
			'venue_moved'
		]);
		expect(await told(child)).toContain('venue_cancelled_for');

		await world.run((scope) => endProxy(scope, elder, proxy, here.now));
		await expect(world.run((scope) => ownVenueBooking(scope, child, id, here))).rejects.toMatchObject({
			code: 'not_found'
		});
	});
	it('is lent to those whom the community has seen; staff may book for others', async () => {
		const newcomer = await world.person('冯新到', { verified: false });
		await expect(own(newcomer, at('10:00'))).rejects.toMatchObject({ detail: 'venues_unverified' });
		const wish = { venueId, bookedBy: newcomer.personId, purpose: '开家庭会', people: 4 };
		await world.run((scope) => bookAtDesk(scope, staff!, { ...wish, during: span('10:00', '11:00') }, here));
	});
	it('belongs to one community alone', async () => {
		const id = await own(resident!, at('10:00'));
		const elsewhere = await smallWorld(here.now);
		const stranger = await elsewhere.person('周小满', { roles: ['staff'] });
		const wish = { venueId, start: at('14:00'), minutes: 60, purpose: '练琴', people: 3 };
		await elsewhere.run(async (scope) => {
			expect(await takenOn(scope, { from: monday, to: monday })).toEqual([]);
			await expect(bookForOneself(scope, stranger, wish, here)).rejects.toMatchObject({ code: 'not_found' });
			await expect(cancelAtDesk(scope, stranger, { id, reason: '修' }, here)).rejects.toMatchObject({
				code: 'not_found'
			});
		});
	});
});

describe('staff', () => {
	const wish = () => ({ venueId, bookedBy: resident!.personId, purpose: '家庭聚会', people: 8 });

	it('book, move and cancel for somebody, who is told each time', async () => {
		const id = await world.run((scope) =>
			bookAtDesk(scope, staff!, { ...wish(), during: span('09:00', '12:00') }, here)
		);
		await world.run((scope) => moveAtDesk(scope, staff!, { id, during: span('11:00', '14:00') }, here));
		await own(other!, at('14:00'));
		const onto = { id, during: span('14:30', '17:30') };
		await expect(world.run((scope) => moveAtDesk(scope, staff!, onto, here))).rejects.toMatchObject({
			detail: 'venues_taken',
			instead: [at('15:00'), at('15:30'), at('16:00')]
		});
		await world.run((scope) => cancelAtDesk(scope, staff!, { id, reason: '水管坏了' }, here));
		expect(await row(id)).toMatchObject({ status: 'cancelled', reason: '水管坏了', sequence: 1 });
		expect((await told(resident!)).sort()).toEqual(['venue_booked', 'venue_cancelled_for', 'venue_moved']);
	});
	it('add, change and close venues and service points, and close none on which somebody counts', async () => {
		await world.run(async (scope) => {
			const id = await addVenue(scope, staff!, said, here.now);
			await expect(addVenue(scope, staff!, said, here.now)).rejects.toMatchObject({ detail: 'venue_name' });
			const upsideDown = { ...said, fromMinute: 1200 };
			await expect(changeVenue(scope, staff!, id, upsideDown, here.now)).rejects.toMatchObject({
				detail: 'closes'
			});
			await changeVenue(scope, staff!, id, { ...said, seats: 9 }, here.now);
			const during = span('09:00', '10:00');
			const booked = await bookAtDesk(scope, staff!, { ...wish(), venueId: id, during }, here);
			const close = (closed: boolean) => closeVenue(scope, staff!, { id, closed }, here.now);
			await expect(close(true)).rejects.toMatchObject({ detail: 'venues_booked_ahead' });
			await cancelAtDesk(scope, staff!, { id: booked, reason: '修' }, here);
			await close(true);
			await expect(bookAtDesk(scope, staff!, { ...wish(), venueId: id, during }, here)).rejects.toMatchObject(
				{
					detail: 'venues_shut'
				}
			);
			await addPoint(scope, staff!, point, here.now);
			await expect(addPoint(scope, staff!, point, here.now)).rejects.toMatchObject({ detail: 'point_name' });
			const [row] = await servicePointsOf(scope);
			await closePoint(scope, staff!, { id: row!.id, closed: true }, here.now);
			expect((await gapLines(scope))[0]!.lacks).toContain('milk');
			await closePoint(scope, staff!, { id: row!.id, closed: false }, here.now);
			expect((await gapLines(scope))[0]!.lacks).not.toContain('milk');
		});
	});
	it('alone may: others are refused', async () => {
		const id = await own(resident!, at('10:00'));
		await world.run(async (scope) => {
			const during = span('14:00', '15:00');
			const refused = { code: 'not_allowed' };
			await expect(bookAtDesk(scope, other!, { ...wish(), during }, here)).rejects.toMatchObject(refused);
			await expect(moveAtDesk(scope, other!, { id, during }, here)).rejects.toMatchObject(refused);
			await expect(cancelAtDesk(scope, other!, { id, reason: '修' }, here)).rejects.toMatchObject(refused);
			const closed = true;
			for (const tried of [
				addVenue(scope, other!, said, here.now),
				changeVenue(scope, other!, venueId, said, here.now),
				closeVenue(scope, other!, { id: venueId, closed }, here.now),
				addPoint(scope, other!, point, here.now),
				changePoint(scope, other!, id, point, here.now),
				closePoint(scope, other!, { id, closed }, here.now)
			]) {
				await expect(tried).rejects.toMatchObject(refused);
			}
		});
	});
});
