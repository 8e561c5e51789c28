import { beforeAll, describe, expect, it } from 'vitest';
import { askProxy } from '#lib/accounts/ask-proxy.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { answerProxy, endProxy } from '#lib/accounts/proxy.server.ts';
import type { BookingState } from '#lib/booking/booking.ts';
import { detailPage } from '#lib/booking/detail-page.server.ts';
import { closeFeed, feedEvents, feedSecret, openFeed } from '#lib/booking/feed.server.ts';
import { ownBooking, ownBookings } from '#lib/booking/own-bookings.server.ts';
import { rateBooking } from '#lib/booking/rate.server.ts';
import { ratingsPage } from '#lib/booking/ratings.server.ts';
import { serviceList } from '#lib/booking/service-list.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { calendarAnswer } from '#lib/web/calendar-answer.server.ts';
import { here, later, morning } from '../support/desk-cast.ts';
import { booked, offer, openHall } from '../support/services-cast.ts';
import { openApp } from '../support/open-app.ts';
import { readCalendar } from '../support/read-calendar.ts';
import { smallWorld, zone, type SmallWorld } from '../support/small-world.ts';

openApp();

let world: SmallWorld;
let staff: Actor;
let elder: Actor;
let child: Actor;
let stranger: Actor;
let serviceId: string;
let deskId: string;
let coming: string;
let served: string;

beforeAll(async () => {
	world = await smallWorld(morning);
	staff = await world.person('李敏', { roles: ['staff'] });
	elder = await world.person('陈奶奶', { phone: '13900000001' });
	child = await world.person('陈小妹', { phone: '13900000002' });
	stranger = await world.person('路人');
	serviceId = await offer(world, staff);
	({ deskId } = await openHall(world, staff, { start: later(0), end: later(240) }));
	coming = await bookedAt(60, 'booked');
	served = await bookedAt(-1500, 'served');
	await bookedAt(90, 'cancelled');
	await bookedAt(120, 'lapsed');
});

function bookedAt(minutes: number, status: BookingState): Promise<string> {
	const during = { start: later(minutes), end: later(minutes + 20) };
	return booked(world, { serviceId, attendee: elder, officer: staff, deskId, during, status });
}

const listOf = async (actor: Actor) => {
	const { ahead, past } = await world.run((scope) => ownBookings(scope, actor, here));
	return { ahead: ahead.map(({ id }) => id), past: past.map(({ state }) => state.words) };
};

async function becomeProxy(allowed: ('book' | 'see')[]): Promise<() => Promise<void>> {
	const question = { as: 'proxy', name: '陈奶奶', phone: '13900000001', allowed } as const;
	const id = await world.run((scope) => askProxy(scope, child, question, morning));
	await world.run((scope) => answerProxy(scope, elder, { id, yes: true }, morning));
	return () => world.run((scope) => endProxy(scope, elder, id, later(1)));
}

const reader = { locale: 'zh-CN', home: 'https://linli.example.org/street' } as const;
const read = (secret: string) => world.run((scope) => feedEvents(scope, secret, here, reader));

describe('one’s bookings', () => {
	it('are listed ahead and behind, without what was only held', async () => {
		const { ahead, past } = await listOf(elder);
		expect(ahead).toEqual([coming]);
		expect(past.length).toBe(2);
		expect(await listOf(stranger)).toEqual({ ahead: [], past: [] });
	});

	it('are seen by a proxy while he is one', async () => {
		expect((await listOf(child)).ahead).toEqual([]);
		const end = await becomeProxy(['see']);
		expect((await listOf(child)).ahead).toEqual([coming]);
		const open = (right: 'book' | 'see') => world.run((scope) => ownBooking(scope, child, coming, right));
		expect((await open('see')).attendee).toBe('陈奶奶');
		await expect(open('book')).rejects.toMatchObject({ code: 'not_found' });
		const detail = () => world.run((scope) => detailPage(scope, child, coming, here));
		expect(await detail()).toMatchObject({ name: '陈奶奶', mayChange: false });
		await end();
		await expect(detail()).rejects.toMatchObject({ code: 'not_found' });
		expect((await listOf(child)).ahead).toEqual([]);
		await expect(open('see')).rejects.toMatchObject({ code: 'not_found' });
	});
});

describe('a calendar feed', () => {
	it('is read again as it stands, elders’ bookings with it, and closed at once', async () => {
		const end = await becomeProxy(['book']);
		await world.run((scope) => openFeed(scope, child, morning));
		const secret = (await world.run((scope) => feedSecret(scope, child)))!;
		expect(secret).toMatch(/^[\w-]{32}$/);
		const events = await read(secret);
		const request = new Request('https://linli.example.org/');
		const answer = calendarAnswer({ request }, events, { zone, locale: 'zh-CN' });
		const calendar = readCalendar(await answer.text());
		expect(calendar.zones).toEqual([zone]);
		expect(calendar.events.map(({ UID, STATUS }) => [UID === coming, STATUS])).toEqual([
			[false, 'CONFIRMED'],
			[true, 'CONFIRMED'],
			[false, 'CANCELLED']
		]);
		expect(calendar.events[1]).toMatchObject({
			SUMMARY: '低保申请（陈奶奶）',
			'DTSTART;TZID=Asia/Shanghai': '20261123T090000',
			SEQUENCE: '0',
			LOCATION: '便民服务站、东园正门旁',
			URL: `${reader.home}/bookings/${coming}`
		});
		expect(calendar.events[1]!.DESCRIPTION).toContain('身份证、残疾证');
		const tag = answer.headers.get('etag')!;
		const again = new Request(request, { headers: { 'if-none-match': tag } });
		expect(calendarAnswer({ request: again }, events, { zone, locale: 'zh-CN' }).status).toBe(304);
		await end();
		expect(await read(secret)).toEqual([]);
		await world.run((scope) => openFeed(scope, child, morning));
		await expect(read(secret)).rejects.toMatchObject({ code: 'not_found' });
		await world.run((scope) => closeFeed(scope, child));
		expect(await world.run((scope) => feedSecret(scope, child))).toBeNull();
	});

	it('of one community opens nothing in another', async () => {
		await world.run((scope) => openFeed(scope, elder, morning));
		const secret = (await world.run((scope) => feedSecret(scope, elder)))!;
		const elsewhere = await smallWorld(morning);
		await expect(elsewhere.run((scope) => feedEvents(scope, secret, here, reader))).rejects.toMatchObject({
			code: 'not_found'
		});
	});
});

describe('a rating', () => {
	const rate = (actor: Actor, bookingId: string, stars: number, words: string | null = null) =>
		world.run((scope) => rateBooking(scope, actor, { bookingId, stars, words }, morning));

	it('is for what was served, by those it concerns, once; a low one says what went wrong', async () => {
		await expect(rate(stranger, served, 5)).rejects.toMatchObject({ code: 'not_found' });
		await expect(rate(elder, coming, 5)).rejects.toMatchObject({ detail: 'not_served' });
		await expect(rate(elder, served, 2)).rejects.toMatchObject({ code: 'invalid', detail: 'words' });
		await rate(elder, served, 2, '等了一个钟头');
		await expect(rate(elder, served, 5)).rejects.toMatchObject({ code: 'already_answered' });
	});

	it('shows staff figures and words without names, and tells them of a low one', async () => {
		await rate(elder, await bookedAt(-3000, 'served'), 5);
		const page = await world.run((scope) => ratingsPage(scope, staff, serviceId, here));
		expect(page).toMatchObject({ average: '3.5', count: 2, low: 1 });
		expect(page.words.map(({ stars, words }) => [stars, words])).toEqual([[2, '等了一个钟头']]);
		const [row] = await world.run((scope) => serviceList(scope, { q: '', withdrawn: false }, morning));
		expect(row).toMatchObject({ rating: '3.5 星 · 2 人', low: 1 });
		const told = await world.run((scope) => noticesOf(scope, staff.personId));
		expect(told.filter(({ template }) => template === 'staff_rated_low').length).toBe(1);
		await expect(world.run((scope) => ratingsPage(scope, elder, serviceId, here))).rejects.toMatchObject({
			code: 'not_allowed'
		});
	});
});
