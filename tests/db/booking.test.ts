import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { proxies } from '#lib/accounts/tables.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { book } from '#lib/booking/book.server.ts';
import { cancel } from '#lib/booking/cancel.server.ts';
import { moveStranded } from '#lib/booking/conflicts.server.ts';
import { detailPage } from '#lib/booking/detail-page.server.ts';
import { hold } from '#lib/booking/hold.server.ts';
import { move } from '#lib/booking/move.server.ts';
import { ownBookings } from '#lib/booking/own-bookings.server.ts';
import { serviceById } from '#lib/booking/queries.server.ts';
import { remindOfBooking } from '#lib/booking/remind.server.ts';
import { services } from '#lib/booking/tables.server.ts';
import { leaningOn } from '#lib/booking/under.server.ts';
import { movePage } from '#lib/booking/detail-page.server.ts';
import { freeTimesFor } from '#lib/booking/times.server.ts';
import { once } from '#lib/db/once.server.ts';
import { dutiesHit, setException, standsLost } from '#lib/hours/exception.server.ts';
import {
	calendarDays,
	calendarYears,
	duties,
	hoursExceptions,
	rosterWeeks
} from '#lib/hours/tables.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, clockOf } from '#lib/shared/time.ts';
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

const minutesOn = (minutes: number) => ({ now: new Date(morning.getTime() + minutes * 60_000), zone });

/** Books a time of the one service, for the one who acts unless said otherwise. */
const bookAt = (actor: Actor, start: Date, more: Partial<Parameters<typeof book>[2]> = {}, when = here) =>
	town.world.run((scope) =>
		book(
			scope,
			actor,
			{
				serviceId: town.serviceId,
				place: 'desk',
				start,
				attendeeId: actor.personId,
				holdId: null,
				documentsReady: [],
				...more
			},
			when
		)
	);
const holdAt = (actor: Actor, start: Date, when = here) =>
	town.world.run((scope) =>
		hold(scope, actor, { serviceId: town.serviceId, place: 'desk', start, attendeeId: actor.personId }, when)
	);
const timesOf = (when = here) =>
	town.world.run(async (scope) =>
		freeTimesFor(scope, { service: (await serviceById(scope, town.serviceId))!, place: 'desk' }, when)
	);
const clocksOn = async (day = monday, when = here) =>
	(await timesOf(when)).days.find((one) => one.day === day)!.times.map(({ start }) => clockOf(start, zone));
const standing = async () =>
	(await allBookings(town.world)).filter(({ status }) => status === 'booked' || status === 'held');

describe('free times', () => {
	it('are those of the duties less what is booked or held, by desk and by officer', async () => {
		await town.duty(0, '08:00', '10:00');
		await town.duty(1, '09:00', '10:00');
		await bookAt(town.resident, at('08:30'));
		const other = await town.world.person('王师傅');
		await holdAt(other, at('09:00'));
		await bookAt(await town.world.person('李阿姨'), at('09:00'));
		expect(await clocksOn()).toEqual(['08:00', '09:30']);
	});
	it('say which are outside of the old office hours, and why a day has none', async () => {
		const { communityId } = town.world;
		const sunday = addDays(monday, 6);
		await town.duty(0, '12:00', '13:00');
		await town.duty(0, '09:00', '09:30', tomorrow);
		await bookAt(town.resident, at('09:00', tomorrow));
		await town.world.run(async ({ tx }) => {
			const by = { changedBy: town.staff.personId, changedAt: morning };
			await tx.insert(calendarYears).values({ communityId, year: 2026, papers: [], importedAt: morning });
			const holiday = { day: addDays(monday, 3), class: 'holiday', name: '元旦', source: 'own' } as const;
			await tx.insert(calendarDays).values({ communityId, ...holiday, ...by });
			const closed = { stationId: town.stationId, day: addDays(monday, 4), reason: '停电' };
			await tx.insert(hoursExceptions).values({ communityId, ...closed, ...by });
			const week = { monday, publishedBy: town.staff.personId, publishedAt: morning };
			await tx.insert(rosterWeeks).values({ communityId, ...week });
		});
		const { days, first } = await timesOf({ now: at('12:10', monday), zone });
		expect(first).toEqual(at('12:30'));
		expect(days[0]!.times.map(({ staggered }) => staggered)).toEqual([true]);
		const said = (index: number) => [days[index]!.state, days[index]!.reason];
		expect(said(1)).toEqual(['full', null]);
		expect(said(3)).toEqual(['closed', '元旦']);
		expect(said(4)).toEqual(['closed', '停电']);
		expect(days[6]!.day).toBe(sunday);
		expect(said(6)).toEqual(['closed', null]);
		expect(said(7)).toEqual(['unpublished', null]);
		expect(days[0]!.unknownYear).toBe(false);
	});
});

describe('a booking', () => {
	beforeEach(() => town.duty(0, '09:00', '10:00'));

	it('comes of a hold, and the person is told', async () => {
		const id = await holdAt(town.resident, at('09:00'));
		expect(await bookAt(town.resident, at('09:00'), { holdId: id }, minutesOn(4))).toBe(id);
		const [row] = await allBookings(town.world);
		expect(row).toMatchObject({ status: 'booked', heldUntil: null, deskId: town.windows[0]!.deskId });
		const [told] = await town.world.run((scope) => noticesOf(scope, town.resident.personId));
		expect(told).toMatchObject({ template: 'booking_made', path: `/bookings/${id}` });
	});
	it('replaces the hold before it: one open form a person', async () => {
		await holdAt(town.resident, at('09:00'));
		await holdAt(town.resident, at('09:30'));
		expect((await standing()).map(({ during }) => during.start)).toEqual([at('09:30')]);
	});
	it('is still made after the hold is over, while nobody else has come', async () => {
		const holdId = await holdAt(town.resident, at('09:00'));
		await bookAt(town.resident, at('09:00'), { holdId }, minutesOn(6));
		expect((await standing()).map(({ status }) => status)).toEqual(['booked']);
	});
	it('takes the place of a hold that is over', async () => {
		const holdId = await holdAt(town.resident, at('09:00'));
		const other = await town.world.person('王师傅');
		await expect(bookAt(other, at('09:00'), {}, minutesOn(4))).rejects.toMatchObject({
			detail: 'booking_time'
		});
		await bookAt(other, at('09:00'), {}, minutesOn(6));
		await expect(bookAt(town.resident, at('09:00'), { holdId }, minutesOn(6))).rejects.toMatchObject({
			code: 'already_taken',
			detail: 'booking_time',
			instead: [at('09:30')]
		});
	});
	it('is made once, however often one taps', async () => {
		const attempt = { key: newId(), accountId: town.resident.accountId, body: ['09:00'], now: morning };
		const tap = (body: unknown = attempt.body) =>
			town.world.run((scope) =>
				once(scope, { ...attempt, body }, () =>
					book(
						scope,
						town.resident,
						{
							serviceId: town.serviceId,
							place: 'desk',
							start: at('09:00'),
							attendeeId: town.resident.personId,
							holdId: null,
							documentsReady: []
						},
						here
					)
				)
			);
		const ids = await Promise.all([tap(), tap(), tap()]);
		expect(new Set(ids).size).toBe(1);
		expect(await allBookings(town.world)).toHaveLength(1);
		await expect(tap(['09:30'])).rejects.toMatchObject({ code: 'key_reused', status: 422 });
	});
	it('of the last place goes to one of two; the other gets what is nearest', async () => {
		const other = await town.world.person('王师傅');
		const both = await Promise.allSettled([bookAt(town.resident, at('09:30')), bookAt(other, at('09:30'))]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'already_taken', detail: 'booking_time', instead: [at('09:00')] }
		});
	});
	it('is one a day for one service, and for one person at one time', async () => {
		await town.duty(1, '09:00', '10:00');
		const other = await town.service('就业登记', [1]);
		await bookAt(town.resident, at('09:00'));
		await expect(bookAt(town.resident, at('09:30'))).rejects.toMatchObject({ detail: 'booking_same_day' });
		await expect(bookAt(town.resident, at('09:00'), { serviceId: other })).rejects.toMatchObject({
			detail: 'booking_elsewhere'
		});
		await bookAt(town.resident, at('09:30'), { serviceId: other });
	});
	it.each([
		['in the past', () => at('07:30'), 'booking_past'],
		['where nobody is on duty', () => at('14:00'), 'booking_closed'],
		['on a day without duties', () => at('09:00', tomorrow), 'booking_closed'],
		['beside the steps of the duty', () => at('09:07'), 'booking_time'],
		['across midnight', () => at('23:45'), 'booking_closed'],
		['further ahead than allowed', () => at('09:00', addDays(monday, 60)), 'booking_far']
	])('%s is refused in words', async (_, start, detail) => {
		await expect(bookAt(town.resident, start())).rejects.toMatchObject({ detail });
		expect(await allBookings(town.world)).toEqual([]);
	});
	it('of a service that was withdrawn while the form was open is refused', async () => {
		const holdId = await holdAt(town.resident, at('09:00'));
		await town.world.run(({ tx }) =>
			tx.update(services).set({ withdrawnAt: morning }).where(eq(services.id, town.serviceId))
		);
		await expect(bookAt(town.resident, at('09:00'), { holdId })).rejects.toMatchObject({
			detail: 'booking_withdrawn'
		});
	});
	it('meets a duty that is called off at the same moment in one order or the other, never in between', async () => {
		const callOff = town.world.run(({ tx }) =>
			tx.update(duties).set({ status: 'called_off' }).where(eq(duties.communityId, town.world.communityId))
		);
		const [booked] = await Promise.allSettled([bookAt(town.resident, at('09:00')), callOff]);
		await expect(bookAt(await town.world.person('王师傅'), at('09:30'))).rejects.toMatchObject({
			detail: 'booking_closed'
		});
		expect((await standing()).length).toBe(booked.status === 'fulfilled' ? 1 : 0);
	});
	it('stands when its shift is deleted: nothing vanishes', async () => {
		const id = await bookAt(town.resident, at('09:00'));
		await town.world.run(({ tx }) => tx.delete(duties).where(eq(duties.communityId, town.world.communityId)));
		expect((await standing()).map((one) => one.id)).toEqual([id]);
		expect(await clocksOn()).toEqual([]);
	});
	it('lies on the day of the community, wherever the browser is', async () => {
		await town.duty(1, '00:30', '01:00', tomorrow);
		await bookAt(town.resident, new Date('2026-11-23T16:30:00Z'));
		expect((await standing())[0]!.localDay).toBe(tomorrow);
	});
});

describe('a booking for somebody else', () => {
	beforeEach(() => town.duty(0, '09:00', '10:00'));

	async function daughter(): Promise<Actor> {
		const actor = await town.world.person('女儿');
		await town.world.run(({ tx }) =>
			tx.insert(proxies).values({
				communityId: town.world.communityId,
				id: newId(),
				elderId: town.resident.personId,
				proxyId: actor.personId,
				allowed: ['book'],
				status: 'accepted',
				askedBy: actor.personId,
				askedAt: morning,
				acceptedAt: morning,
				acceptedBy: town.resident.personId
			})
		);
		return actor;
	}

	it('is made by an accepted proxy; both are told', async () => {
		const actor = await daughter();
		await bookAt(actor, at('09:00'), { attendeeId: town.resident.personId });
		expect((await standing())[0]).toMatchObject({
			attendeeId: town.resident.personId,
			bookedBy: actor.personId
		});
		const told = await town.world.run((scope) => noticesOf(scope, town.resident.personId));
		expect(told).toHaveLength(1);
	});
	it('is refused to a stranger, and to a proxy whose right was withdrawn a second ago', async () => {
		const actor = await daughter();
		const attendeeId = town.resident.personId;
		const stranger = await town.world.person('路人');
		await expect(bookAt(stranger, at('09:00'), { attendeeId })).rejects.toMatchObject({
			code: 'not_allowed'
		});
		const id = await bookAt(actor, at('09:00'), { attendeeId });
		await town.world.run(({ tx }) =>
			tx.update(proxies).set({ status: 'ended' }).where(eq(proxies.proxyId, actor.personId))
		);
		await expect(bookAt(actor, at('09:30'), { attendeeId })).rejects.toMatchObject({
			detail: 'booking_proxy'
		});
		await expect(
			town.world.run((scope) => cancel(scope, actor, { id, reason: null }, here))
		).rejects.toMatchObject({ detail: 'booking_proxy' });
	});
});

describe('a booking that staff write down', () => {
	const forHer = (start: Date, officerId?: string) =>
		bookAt(town.staff, start, { attendeeId: town.resident.personId, ...(officerId ? { officerId } : {}) });
	const told = async (who: Actor) =>
		(await town.world.run((scope) => noticesOf(scope, who.personId))).map(({ template }) => template);

	it('is hers who comes: she is told, they are not, and nobody has to be her proxy', async () => {
		await town.duty(0, '09:00', '10:00');
		await forHer(at('09:00'));
		const [made] = await standing();
		expect(made).toMatchObject({ attendeeId: town.resident.personId, bookedBy: town.staff.personId });
		expect(await told(town.resident)).toEqual(['booking_made']);
		expect(await told(town.staff)).toEqual([]);
	});
	it('is for nobody whom the community does not know', async () => {
		await town.duty(0, '09:00', '10:00');
		const stranger = bookAt(town.staff, at('09:00'), { attendeeId: newId() });
		await expect(stranger).rejects.toMatchObject({ code: 'not_found' });
	});
	it('is with the colleague whom they choose, or with nobody', async () => {
		await town.duty(0, '09:00', '10:00');
		await town.duty(1, '09:00', '10:00');
		const second = town.windows[1]!.officer.personId;
		await forHer(at('09:00'), second);
		expect((await standing())[0]!.officerId).toBe(second);
		const other = await town.world.person('王师傅');
		await expect(
			bookAt(town.staff, at('09:00'), { attendeeId: other.personId, officerId: second })
		).rejects.toMatchObject({ detail: 'booking_officer' });
		expect(await standing()).toHaveLength(1);
	});
});

describe('moving and cancelling', () => {
	let id: string;
	beforeEach(async () => {
		await town.duty(0, '11:00', '13:00');
		id = await bookAt(town.resident, at('11:00'));
	});
	const moveTo = (actor: Actor, start: Date, when = here) =>
		town.world.run((scope) => move(scope, actor, { id, start }, when));
	const cancelIt = (actor: Actor, when = here) =>
		town.world.run((scope) => cancel(scope, actor, { id, reason: null }, when));

	it('moves the same row, may overlap its own time, and frees what it leaves', async () => {
		const address = { day: null, at: null, for: null, place: null, start: null, hold: null };
		const page = () => town.world.run((scope) => movePage(scope, town.resident, id, address, here));
		expect((await page()).times.chosen.times.map(({ clock }) => clock)).toEqual(['11:30', '12:00', '12:30']);
		await moveTo(town.resident, at('11:30'));
		expect(await standing()).toMatchObject([{ id, sequence: 1, during: { start: at('11:30') } }]);
		expect(await clocksOn()).toEqual(['11:00', '12:00', '12:30']);
	});
	it('is refused where the time is taken, with what is nearest; the booking stays', async () => {
		await bookAt(await town.world.person('王师傅'), at('12:30'));
		await expect(moveTo(town.resident, at('12:30'))).rejects.toMatchObject({
			detail: 'booking_time',
			instead: [at('12:00'), at('11:30'), at('11:00')]
		});
		expect((await standing())[0]!.during.start).toEqual(at('11:00'));
	});
	it('is theirs up to the cut-off and of staff any time; cancelled frees the place', async () => {
		const late = { now: at('09:01'), zone };
		await expect(cancelIt(town.resident, late)).rejects.toMatchObject({ detail: 'booking_cut_off' });
		await expect(moveTo(town.resident, at('12:00'), late)).rejects.toMatchObject({
			detail: 'booking_cut_off'
		});
		await cancelIt(town.staff, late);
		expect(await clocksOn()).toContain('11:00');
		await expect(cancelIt(town.staff, late)).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});
	it('is not theirs whom it does not concern', async () => {
		const stranger = await town.world.person('路人');
		await expect(cancelIt(stranger)).rejects.toMatchObject({ code: 'not_allowed' });
	});
});

describe('a day with other hours, said after residents have booked', () => {
	const given = { stationId: '', day: monday, hours: { from: 600, to: 720 }, reason: '停电' };
	const standingDuties = () =>
		town.world.run(({ tx }) => tx.select().from(duties).where(eq(duties.status, 'published')));

	it('shows first what it hits; then duties are shorter, and whoever stands outside moves in one step', async () => {
		given.stationId = town.stationId;
		await town.duty(0, '09:00', '12:00');
		await town.duty(1, '08:30', '09:30');
		const early = await bookAt(town.resident, at('09:00'), { officerId: null });
		const other = await town.world.person('王师傅');
		await bookAt(other, at('10:00'));
		const before = await town.world.run(async (scope) => {
			const hit = await dutiesHit(scope, given, morning, zone);
			return { left: hit.map(({ left }) => left), lean: await leaningOn(scope, standsLost(hit), here) };
		});
		expect(before.left).toEqual([null, { start: at('10:00'), end: at('12:00') }]);
		expect(before.lean).toMatchObject([{ id: early, who: '陈奶奶' }]);
		expect(await standingDuties()).toHaveLength(2);

		const done = await town.world.run((scope) => setException(scope, town.staff, given, morning, zone));
		expect(done).toEqual({ duties: 2, touched: 1 });
		expect(await standingDuties()).toMatchObject([{ during: { start: at('10:00'), end: at('12:00') } }]);
		await town.world.run((scope) => moveStranded(scope, town.staff, here));
		expect((await standing()).map(({ during }) => clockOf(during.start, zone))).toEqual(['10:00', '10:30']);
	});

	it('is said where a resident looks, and instead of a reminder; she may choose another time until it begins', async () => {
		await town.duty(0, '13:00', '14:00');
		const id = await bookAt(town.resident, at('13:00'));
		const seen = (when = here) =>
			town.world.run(async (scope) => {
				const { stranded, mayChange } = await detailPage(scope, town.resident, id, when);
				const [line] = (await ownBookings(scope, town.resident, when)).ahead;
				return { stranded, mayChange, line: line?.state.words };
			});
		const late = { now: at('12:30'), zone };
		expect(await seen(late)).toEqual({ stranded: null, mayChange: false, line: '已预约' });

		const closed = { ...given, stationId: town.stationId };
		await town.world.run((scope) => setException(scope, town.staff, closed, morning, zone));
		const lost = { stranded: { closedFor: '停电' }, mayChange: true, line: '要换时间' };
		expect(await seen(late)).toEqual(lost);
		await town.world.run((scope) => remindOfBooking(scope, { bookingId: id, sequence: 0 }, morning));
		const [told] = await town.world.run((scope) => noticesOf(scope, town.resident.personId));
		expect(told!.template).toBe('booking_reminder_stranded');

		expect((await seen({ now: at('13:00'), zone })).mayChange).toBe(false);
		await town.world.run((scope) => cancel(scope, town.resident, { id, reason: null }, late));
		expect(await seen(late)).toMatchObject({ stranded: null, line: undefined });
	});

	it('is not the reason where only the colleague is away', async () => {
		const duty = await town.duty(0, '13:00', '14:00');
		const id = await bookAt(town.resident, at('13:00'));
		await town.world.run(({ tx }) =>
			tx.update(duties).set({ status: 'called_off' }).where(eq(duties.id, duty))
		);
		const page = await town.world.run((scope) => detailPage(scope, town.resident, id, here));
		expect(page.stranded).toEqual({ closedFor: null });
	});
});

describe('at midnight', () => {
	const midnight = at('00:00', tomorrow);
	const before = { now: new Date(midnight.getTime() - 1000), zone };
	const after = { now: midnight, zone };

	it('what was held a second before is booked when the day has turned', async () => {
		await town.duty(0, '23:00', '23:59', monday);
		await town.duty(0, '00:00', '01:00', tomorrow);
		const start = at('00:30', tomorrow);
		const holdId = await holdAt(town.resident, start, before);
		await bookAt(town.resident, start, { holdId }, after);
		expect(await standing()).toMatchObject([{ id: holdId, status: 'booked', localDay: tomorrow }]);
	});
	it('the day that is over has no times left, and a time that begins this moment is past', async () => {
		await town.duty(0, '23:00', '23:59', monday);
		await town.duty(0, '00:00', '01:00', tomorrow);
		expect((await timesOf(before)).days[0]!.day).toBe(monday);
		expect((await timesOf(after)).days[0]!.day).toBe(tomorrow);
		expect(await clocksOn(tomorrow, before)).toEqual(['00:00', '00:30']);
		await expect(bookAt(town.resident, midnight, {}, after)).rejects.toMatchObject({
			detail: 'booking_past'
		});
		await bookAt(town.resident, midnight, {}, before);
		expect(await standing()).toMatchObject([{ localDay: tomorrow, during: { start: midnight } }]);
	});
	it('one booking a day counts by the local day: one late tonight, one early tomorrow', async () => {
		await town.duty(0, '23:00', '23:59', monday);
		await town.duty(0, '00:00', '01:00', tomorrow);
		await bookAt(town.resident, at('23:00'));
		await bookAt(town.resident, at('00:00', tomorrow));
		expect((await standing()).map(({ localDay }) => localDay)).toEqual([monday, tomorrow]);
		await expect(bookAt(town.resident, at('00:30', tomorrow))).rejects.toMatchObject({
			detail: 'booking_same_day'
		});
	});
});
