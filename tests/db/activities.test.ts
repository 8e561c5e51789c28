import ICAL from 'ical.js';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { calendarOf, calendarOfPerson } from '#lib/activities/calendar.server.ts';
import { cancelActivity, cancelDate, moveDate } from '#lib/activities/change-date.server.ts';
import { checkIn, codesOf, markAttendance } from '#lib/activities/check-in.server.ts';
import { attendancesAt } from '#lib/activities/attendance-queries.server.ts';
import { goOn, windowDays } from '#lib/activities/dates.server.ts';
import { endDate, rateActivity } from '#lib/activities/feedback.server.ts';
import { deskPage } from '#lib/activities/desk-page.server.ts';
import { decideDateStory, handInDateStory, reportDateStory } from '#lib/activities/date-stories.server.ts';
import { activityPicture, changePicture } from '#lib/activities/picture.server.ts';
import { changeActivity, planActivity } from '#lib/activities/plan.server.ts';
import { publishActivity } from '#lib/activities/publish.server.ts';
import { activityById, occurrenceById } from '#lib/activities/queries.server.ts';
import { remindOfDay } from '#lib/activities/remind.server.ts';
import { listSignUps } from '#lib/activities/sign-up-queries.server.ts';
import { signUp, type SignUpWish } from '#lib/activities/sign-up.server.ts';
import { activityStories } from '#lib/activities/stories-page.server.ts';
import { comeAfterAll, excuse, lapseSeat, takeSeat, withdraw } from '#lib/activities/withdraw.server.ts';
import { calendarFile, type CalendarEvent } from '#lib/booking/calendar-file.ts';
import { encodePicture } from '#lib/files/pictures.server.ts';
import { deleteStory } from '#lib/groups/stories.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { venues } from '#lib/places/tables.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, minute } from '#lib/shared/time.ts';
import { bookVenue } from '#lib/venues/book.server.ts';
import { at, here, monday, opera, stage, type Stage } from '../support/activity-cast.ts';
import { openApp } from '../support/open-app.ts';

openApp();

let town: Stage;
let people: Actor[];
beforeEach(async () => {
	town = await stage();
	people = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => town.world.person(name)));
});

const sign = (who: Actor, activityId: string, wish: Partial<SignUpWish> = {}, when = here, by = who) =>
	town.world.run((scope) =>
		signUp(
			scope,
			by,
			{ activityId, occurrenceId: null, personId: who.personId, companions: 0, wait: true, ...wish },
			when
		)
	);
const run: Stage['world']['run'] = (work) => town.world.run(work);
const told = async (who: Actor) =>
	(await run((scope) => noticesOf(scope, who.personId))).map(({ template }) => template);
const taken = async (activityId: string) => (await town.dates(activityId)).map((one) => one.taken);

describe('a series', () => {
	it('is written down for some weeks, and on from there as often as one looks, with the seats of those in it', async () => {
		const id = await town.publish();
		const first = await town.dates(id);
		expect(first).toHaveLength(9);
		expect(first[0]).toMatchObject({ ruleDay: '2026-11-24', seats: 2, taken: 0 });
		await sign(people[0]!, id);
		const later = at('08:00', addDays(monday, 14));
		const look = () => run((scope) => goOn(scope, { activityId: id }, later.now));
		await Promise.all([look(), look()]);
		const dates = await town.dates(id);
		expect(dates).toHaveLength(11);
		expect(dates.at(-1)!.ruleDay <= addDays(monday, 14 + windowDays)).toBe(true);
		expect(dates.every((one) => one.taken === 1)).toBe(true);
	});
	it('keeps its place in a venue, and is refused as a whole where another has it', async () => {
		const venueId = newId();
		const { communityId } = town.world;
		await run(({ tx }) =>
			tx.insert(venues).values({
				...{ communityId, id: venueId, kind: 'culture', name: '广场', nameEn: 'Square' },
				...{ address: '', addressEn: '', east: 1, north: 1, seats: 50, fromMinute: 480, toMinute: 1260 }
			})
		);
		const during = { start: at('15:00', '2026-12-08').now, end: at('16:00', '2026-12-08').now };
		const wish = { venueId, during, bookedBy: people[0]!.personId, purpose: '聚会', people: 5 };
		await run((scope) => bookVenue(scope, people[0]!.personId, wish, here));
		await expect(town.publish({ venueId })).rejects.toMatchObject({ detail: 'venues_taken' });
		const id = await town.publish({ venueId, rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=2' });
		expect((await town.dates(id)).every((one) => one.venueBookingId)).toBe(true);
	});
	it('is planned by who may, and published when the dangerous is insured', async () => {
		const plan = (who: Actor, change = {}) =>
			run((scope) => planActivity(scope, who, { ...opera, ...change }, here));
		await expect(plan(people[0]!)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(plan(town.staff, { minimum: 3 })).rejects.toMatchObject({ detail: 'minimum' });
		for (const wrong of [{ venueId: newId() }, { firstDay: '9999-12-31' }])
			await expect(plan(town.staff, wrong)).rejects.toMatchObject({ code: 'invalid' });
		const id = await plan(town.staff, { dangerous: true, risk: '水边' });
		const publish = (version: number, who = town.staff) =>
			run((scope) => publishActivity(scope, who, { id, version }, here));
		await expect(publish(1, people[0]!)).rejects.toMatchObject({ code: 'not_found' });
		await expect(publish(1)).rejects.toMatchObject({ detail: 'activities_insurance' });
		await expect(sign(people[0]!, id)).rejects.toMatchObject({ code: 'not_found' });
		const insured = { ...opera, dangerous: true, risk: '水边', insurance: '人保 1' };
		await run((scope) => changeActivity(scope, town.staff, { id, version: 1 }, insured, here));
		await expect(publish(1)).rejects.toMatchObject({ detail: 'activities_version' });
		await publish(2);
		const other = await stage();
		await expect(
			other.world.run((scope) => activityById(scope, id)).then((row) => row ?? 'none')
		).resolves.toBe('none');
	});
});

describe('a sign-up', () => {
	it('for the series takes a seat on each date, and gives one date back without leaving the list', async () => {
		const id = await town.publish({ seats: 1 });
		const dates = await town.dates(id);
		const mine = await sign(people[0]!, id);
		const waits = await sign(people[1]!, id, { occurrenceId: dates[1]!.id });
		expect([mine.status, waits.status]).toEqual(['signed', 'waiting']);
		const one = { signUpId: mine.id, occurrenceId: dates[1]!.id };
		await run((scope) => excuse(scope, people[0]!, one, here));
		expect(await town.state(waits.id)).toBe('offered');
		expect(await told(people[1]!)).toEqual(['activity_seat_offered']);
		await expect(run((scope) => comeAfterAll(scope, people[0]!, one, here))).rejects.toMatchObject({
			detail: 'activities_full'
		});
		await run((scope) => takeSeat(scope, people[1]!, waits.id, here));
		await run((scope) => withdraw(scope, people[0]!, mine.id, here));
		expect(await taken(id)).toEqual(dates.map((_, index) => (index === 1 ? 1 : 0)));
	});
	it('moves up where the first whom it suits is offered the seat, who loses it when he does not answer', async () => {
		const id = await town.publish({ rule: null, seats: 2 });
		const [date] = await town.dates(id);
		const on = { occurrenceId: date!.id };
		const [a, b, c, d] = people as [Actor, Actor, Actor, Actor];
		const first = await sign(a, id, on);
		await sign(b, id, on);
		const family = await sign(c, id, { ...on, companions: 1 });
		const single = await sign(d, id, on);
		await run((scope) => withdraw(scope, a, first.id, here));
		expect([await town.state(family.id), await town.state(single.id)]).toEqual(['waiting', 'offered']);
		expect(await taken(id)).toEqual([2]);
		await expect(run((scope) => takeSeat(scope, c, single.id, here))).rejects.toMatchObject({
			code: 'not_allowed'
		});
		const lapse = (minutes: number) =>
			run((scope) => lapseSeat(scope, { signUpId: single.id }, new Date(+here.now + minutes * minute)));
		await lapse(60);
		expect(await town.state(single.id)).toBe('offered');
		await Promise.all([lapse(121), lapse(121)]);
		expect(await town.state(single.id)).toBe('lapsed');
		expect(await taken(id)).toEqual([1]);
		await expect(run((scope) => takeSeat(scope, d, single.id, at('10:30')))).rejects.toMatchObject({
			code: 'lapsed'
		});
	});
	it('is once a person, for oneself or by who may, and not beyond what the activity allows', async () => {
		const id = await town.publish({ residentsOnly: true, oldest: 70 });
		const [a, b] = people as [Actor, Actor];
		await Promise.allSettled([sign(a, id), sign(a, id)]);
		expect(await taken(id)).toEqual(Array(9).fill(1));
		await expect(sign(b, id, {}, here, a)).rejects.toMatchObject({ detail: 'activities_proxy' });
		expect((await sign(b, id, {}, here, town.staff)).status).toBe('signed');
		expect(await told(b)).toEqual(['activity_signed_up']);
		const stranger = await town.world.person('外人', { verified: false });
		await expect(sign(stranger, id)).rejects.toMatchObject({ detail: 'activities_residents_only' });
		await expect(sign(people[2]!, id, { companions: 2 })).rejects.toMatchObject({
			detail: 'activities_companions'
		});
		await expect(sign(people[2]!, id, { wait: false })).rejects.toMatchObject({ detail: 'activities_full' });
	});
});

describe('a date', () => {
	it('is moved and cancelled with those who come told, the past and the others as they were', async () => {
		const id = await town.publish();
		const [first, second, third] = await town.dates(id);
		await sign(people[0]!, id);
		await sign(people[1]!, id, { occurrenceId: second!.id });
		const move = { day: '2026-11-25', startMinute: 600, reason: '下雨' };
		const moved = { occurrenceId: first!.id, sequence: 0, ...move };
		await run((scope) => moveDate(scope, town.staff, moved, here));
		await expect(run((scope) => moveDate(scope, town.staff, moved, here))).rejects.toMatchObject({
			detail: 'activities_date'
		});
		expect(await run((scope) => occurrenceById(scope, first!.id))).toMatchObject({
			...{ ruleDay: '2026-11-24', localDay: '2026-11-25', sequence: 1, taken: 1 }
		});
		const off = { occurrenceId: second!.id, sequence: 0, reason: '场地维修' };
		await run((scope) => cancelDate(scope, town.staff, off, here));
		expect([await told(people[0]!), await told(people[1]!)]).toEqual([
			['activity_date_cancelled', 'activity_moved'],
			['activity_date_cancelled']
		]);
		await run((scope) => goOn(scope, { activityId: id }, here.now));
		expect(await town.dates(id)).toHaveLength(8);
		const later = at('08:00', '2026-11-26');
		const end = { id, version: 2, reason: '队伍解散' };
		await expect(run((scope) => cancelActivity(scope, people[0]!, end, later))).rejects.toMatchObject({
			code: 'not_found'
		});
		await run((scope) => cancelActivity(scope, town.staff, end, later));
		expect((await run((scope) => occurrenceById(scope, first!.id)))!.status).toBe('planned');
		expect((await run((scope) => occurrenceById(scope, third!.id)))!.status).toBe('cancelled');
	});
	it('is reminded of the day before, once, of all there is that day, and nobody who does not come', async () => {
		const [id, other, off] = [
			await town.publish(),
			await town.publish({ startMinute: 600, rule: null, seats: 3 }),
			await town.publish({ startMinute: 720, rule: null })
		];
		const [a, b, c, d] = people as [Actor, Actor, Actor, Actor];
		const { id: mine } = await sign(a, id);
		const [single] = await town.dates(other);
		for (const who of [a, b, d]) await sign(who, other, { occurrenceId: single!.id }, here, town.staff);
		const [stopped] = await town.dates(off);
		await sign(c, off, { occurrenceId: stopped!.id });
		const [first] = await town.dates(id);
		await sign(d, id);
		await run((scope) => excuse(scope, a, { signUpId: mine, occurrenceId: first!.id }, here));
		const news = { occurrenceId: stopped!.id, sequence: 0, reason: '停电' };
		await run((scope) => cancelDate(scope, town.staff, news, here));
		const remind = (when: typeof here) => run((scope) => remindOfDay(scope, { day: '2026-11-24' }, when.now));
		await remind(at('22:00'));
		await Promise.all([remind(at('17:00')), remind(at('17:00'))]);
		await remind(at('18:00'));
		const reminders = async (who: Actor) =>
			(await run((scope) => noticesOf(scope, who.personId)))
				.filter(({ template }) => template === 'activity_reminder')
				.map(({ params, path }) => [params.count, path]);
		expect(await Promise.all(people.map(reminders))).toEqual([
			[[0, `/activities/${other}`]],
			[[0, `/activities/${other}`]],
			[],
			[[1, '/me/activities']]
		]);
		expect(await reminders(town.staff)).toEqual([]);
		await run((scope) => comeAfterAll(scope, a, { signUpId: mine, occurrenceId: first!.id }, here));
		await remind(at('19:00'));
		expect(await reminders(a)).toHaveLength(1);
	});
	it('is checked in by the code of the place, also later, or on the list; who came may say how it was', async () => {
		const id = await town.publish();
		const [date] = await town.dates(id);
		const [a, b] = people as [Actor, Actor];
		await sign(a, id);
		await sign(b, id, { occurrenceId: date!.id });
		const begins = at('14:00', '2026-11-24');
		const [shown] = codesOf(date!.id, begins.now);
		const own = (who: Actor, when: typeof here, seen: Date | null = null, code = shown!.code) =>
			run((scope) =>
				checkIn(scope, who, { occurrenceId: date!.id, personId: who.personId, code, at: seen }, when)
			);
		await expect(own(a, begins, null, '000000')).rejects.toMatchObject({ detail: 'code' });
		await expect(own(people[2]!, begins)).rejects.toMatchObject({ detail: 'activities_not_on_list' });
		await own(a, at('20:00', '2026-11-24'), begins.now);
		const mark = (who: Actor, status: 'came' | 'missed', when = begins) =>
			run((scope) =>
				markAttendance(scope, who, { occurrenceId: date!.id, personId: b.personId, status, at: null }, when)
			);
		await expect(mark(a, 'came')).rejects.toMatchObject({ code: 'not_found' });
		await expect(mark(town.staff, 'came', here)).rejects.toMatchObject({ detail: 'activities_not_now' });
		await mark(town.staff, 'missed');
		const rows = await run((scope) => attendancesAt(scope, date!.id));
		expect(new Map(rows.map(({ personId, status }) => [personId, status]))).toEqual(
			new Map([
				[a.personId, 'came'],
				[b.personId, 'missed']
			])
		);
		await run((scope) => endDate(scope, { occurrenceId: date!.id }, at('16:00', '2026-11-24').now));
		expect([await told(a), await told(b)]).toEqual([['activity_thanks'], []]);
		const rate = (who: Actor) =>
			run((scope) =>
				rateActivity(
					scope,
					who,
					{ occurrenceId: date!.id, personId: who.personId, stars: 5, words: null },
					begins.now
				)
			);
		await rate(a);
		await expect(rate(a)).rejects.toMatchObject({ code: 'already_answered' });
		await expect(rate(b)).rejects.toMatchObject({ detail: 'activities_not_there' });
	});
	it('of who is there already cannot be taken back; leaving a series leaves him on the list of that date', async () => {
		const [a] = people as [Actor];
		const begins = at('14:00', '2026-11-24');
		const comes = async (change: Parameters<typeof town.publish>[0], single: boolean) => {
			const id = await town.publish(change);
			const [date] = await town.dates(id);
			const on = { occurrenceId: date!.id };
			const mine = await sign(a, id, single ? on : {});
			const mark = { ...on, personId: a.personId, status: 'came', at: null } as const;
			await run((scope) => markAttendance(scope, town.staff, mark, begins));
			const leave = () => run((scope) => withdraw(scope, a, mine.id, begins));
			const listed = async () =>
				(await run((scope) => listSignUps(scope, id, date!.id))).map((one) => one.personId);
			return { id, leave, listed };
		};
		const { id, leave, listed } = await comes({ rule: null, seats: 1 }, true);
		await expect(leave()).rejects.toMatchObject({ detail: 'activities_came' });
		expect([await taken(id), await listed()]).toEqual([[1], [a.personId]]);
		const series = await comes({ seats: 1 }, false);
		await series.leave();
		expect((await taken(series.id)).slice(0, 2)).toEqual([1, 0]);
		expect(await series.listed()).toEqual([a.personId]);
		await expect(series.leave()).rejects.toMatchObject({ detail: 'activities_sign_up' });
	});
});

describe('a picture', () => {
	const photo = async () => {
		const red = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
		return encodePicture(
			await red
				.withExif({ IFD3: { GPSLatitude: '33/1' } })
				.jpeg()
				.toBuffer()
		);
	};
	const see = (activityId: string, who: Actor | null, fileId: string) =>
		run((scope) => activityPicture(scope, who, { activityId, fileId }, here));

	it('of an activity is given by who leads it, and seen by everybody as soon as the activity is', async () => {
		const id = await run((scope) => planActivity(scope, town.staff, opera, here));
		const give = async (who: Actor) => {
			const picture = await photo();
			return run((scope) => changePicture(scope, who, id, picture, here));
		};
		await expect(give(people[0]!)).rejects.toMatchObject({ code: 'not_found' });
		await give(town.staff);
		await give(town.staff);
		const { pictureId, version } = (await run((scope) => activityById(scope, id)))!;
		await expect(see(id, null, pictureId!)).rejects.toMatchObject({ code: 'not_found' });
		await run((scope) => publishActivity(scope, town.staff, { id, version }, here));
		const { bytes } = await see(id, null, pictureId!);
		expect((await sharp(bytes).metadata()).exif).toBeUndefined();
		const other = await town.publish();
		await expect(see(other, town.staff, pictureId!)).rejects.toMatchObject({ code: 'not_found' });
	});
	it('of what was done is handed in by who came, with consent, and seen when it was let through', async () => {
		const id = await town.publish();
		const [date] = await town.dates(id);
		const occurrenceId = date!.id;
		const [came, absent] = people as [Actor, Actor];
		await sign(came, id);
		await sign(absent, id);
		const after = at('18:00', '2026-11-24');
		const mark = { occurrenceId, personId: came.personId, status: 'came', at: null } as const;
		await run((scope) => markAttendance(scope, town.staff, mark, after));
		const tellIt = async (who: Actor, agreed = true, when = after) => {
			const said = { occurrenceId, words: '唱得好', pictures: [await photo()], agreed };
			return run((scope) => handInDateStory(scope, who, said, when));
		};
		const stories = async (who: Actor) =>
			(await run((scope) => activityStories(scope, who, id, after))).stories;
		await expect(tellIt(came, true, at('15:00', '2026-11-24'))).rejects.toMatchObject({
			code: 'not_allowed'
		});
		await expect(tellIt(absent)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(tellIt(came, false)).rejects.toMatchObject({ detail: 'agreed' });
		const storyId = await tellIt(came);
		expect(await told(town.staff)).toContain('activity_story_held');
		const [held] = await stories(came);
		const fileId = held!.pictures[0]!;
		expect([held!.status, await stories(absent)]).toEqual(['held', []]);
		await expect(see(id, absent, fileId)).rejects.toMatchObject({ code: 'not_found' });
		const decide = (who: Actor) => run((scope) => decideDateStory(scope, who, { storyId, yes: true }, after));
		await expect(decide(came)).rejects.toMatchObject({ code: 'not_allowed' });
		const waiting = async () => (await run((scope) => deskPage(scope, new URLSearchParams(), after))).stories;
		expect(await waiting()).toEqual([{ id, name: '戏曲演唱', count: 1 }]);
		await decide(town.staff);
		expect(await waiting()).toEqual([]);
		expect(await told(came)).toContain('activity_story_shown');
		expect(await stories(absent)).toMatchObject([
			{ words: '唱得好', about: expect.stringContaining('今天') }
		]);
		expect((await see(id, absent, fileId)).id).toBe(fileId);
		await expect(see(id, null, fileId)).rejects.toMatchObject({ code: 'not_found' });
		const wrong = { storyId, reason: 'not_asked' } as const;
		await run((scope) => reportDateStory(scope, absent, wrong, after));
		expect(await stories(absent)).toEqual([]);
		await run((scope) => deleteStory(scope, came, storyId, after.now));
		expect(await stories(town.staff)).toEqual([]);
	});
});

describe('a calendar program', () => {
	/** What another library reads from the file. */
	const read = (events: readonly CalendarEvent[]) =>
		new ICAL.Component(ICAL.parse(calendarFile(events, { zone: here.zone, name: '活动' })))
			.getAllSubcomponents('vevent')
			.map((one) => ({
				uid: String(one.getFirstPropertyValue('uid')),
				sequence: Number(one.getFirstPropertyValue('sequence')),
				status: String(one.getFirstPropertyValue('status')),
				start: new ICAL.Event(one).startDate.toString()
			}));
	const reader = { locale: 'zh-CN', home: 'https://example.org/c' } as const;

	it('knows a date by its name however often it is moved, and hears of each change', async () => {
		const id = await town.publish({ rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3' });
		const [first, second] = await town.dates(id);
		const all = () => run((scope) => calendarOf(scope, { activityId: id }, here, reader));
		const before = read(await all());
		const english = { ...reader, locale: 'en' } as const;
		const [abroad] = await run((scope) => calendarOf(scope, { activityId: id }, here, english));
		expect([(await all())[0]!.location, abroad!.location]).toEqual(['小广场', 'The little square']);
		expect(before.map(({ start }) => start)).toEqual(
			['2026-11-24', '2026-12-01', '2026-12-08'].map((day) => `${day}T14:00:00`)
		);
		const move = { occurrenceId: first!.id, sequence: 0, day: '2026-11-26', startMinute: 540, reason: null };
		await run((scope) => moveDate(scope, town.staff, move, here));
		const off = { occurrenceId: second!.id, sequence: 0, reason: '停电' };
		await run((scope) => cancelDate(scope, town.staff, off, here));
		expect(read(await all()).toSorted((a, b) => (a.start < b.start ? -1 : 1))).toEqual([
			{ ...before[0], sequence: 1, start: '2026-11-26T09:00:00' },
			{ ...before[1], sequence: 1, status: 'CANCELLED' },
			before[2]
		]);
	});
	it('follows what somebody is signed up for, and nothing of others', async () => {
		const id = await town.publish();
		const [date] = await town.dates(id);
		await sign(people[0]!, id, { occurrenceId: date!.id });
		await sign(people[1]!, id);
		const own = (who: Actor) => run((scope) => calendarOfPerson(scope, who, here, reader));
		expect((await own(people[0]!)).map(({ uid }) => uid)).toEqual([date!.id]);
		expect(await own(people[1]!)).toHaveLength(9);
		expect(await own(people[2]!)).toEqual([]);
	});
});
