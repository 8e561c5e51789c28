import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { bookings, serviceOfficers, services } from '#lib/booking/tables.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { announced2026 } from '#lib/demo/holidays.ts';
import { clearDay, importYear, previewYear, setDay } from '#lib/hours/calendar.server.ts';
import { discardDraft, makeDraft, undoDraft } from '#lib/hours/draft.server.ts';
import { addDuty, callOff, moveDuty, reinstate } from '#lib/hours/duty.server.ts';
import { dropException, dutiesHit, setException } from '#lib/hours/exception.server.ts';
import { setHours } from '#lib/hours/hours.server.ts';
import { enterLeave, withdrawLeave } from '#lib/hours/leave.server.ts';
import { addLine, addPattern, dropLine, retirePattern, rosterLines } from '#lib/hours/lines.server.ts';
import { calendarBetween, openDays } from '#lib/hours/open.server.ts';
import { publishWeek } from '#lib/hours/publish.server.ts';
import { addLine as putLine, linesOf } from '#lib/hours/roster-queries.server.ts';
import { closeDesk, openDesk, openStation } from '#lib/hours/station.server.ts';
import { acceptSwap, askSwap, declineSwap, withdrawSwap } from '#lib/hours/swap.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import { openApp } from '../support/open-app.ts';
import { dutyOf, friday, monday, rosterCast, seen, weekOf, type RosterCast } from '../support/roster-cast.ts';
import { zone } from '../support/small-world.ts';

openApp();

const later = (minutes: number) => new Date(friday.getTime() + minutes * 60_000);
const draft = ({ world, min }: RosterCast, now = friday) =>
	world.run((scope) => makeDraft(scope, min, monday, now, zone));
async function published(): Promise<RosterCast> {
	const cast = await rosterCast();
	await draft(cast);
	await cast.world.run((scope) => publishWeek(scope, cast.gu, monday, friday));
	return cast;
}
const told = async ({ world }: RosterCast, { personId }: Actor) =>
	(await world.run((scope) => noticesOf(scope, personId))).map(({ template }) => template);
const refusal = (code: string, detail?: string, params?: object) =>
	expect.objectContaining({ code, detail, ...(params ? { params: expect.objectContaining(params) } : {}) });
const whole = (day: string) => ({
	start: instantAt(day, '00:00', zone),
	end: instantAt(day, '23:59', zone)
});

describe('the draft of a week', () => {
	it('is made from the lines, once, and taken back', async () => {
		const cast = await rosterCast();
		expect(await draft(cast)).toEqual({ made: 10, away: 0, taken: 0 });
		expect((await weekOf(cast)).slice(0, 2)).toEqual([
			'11-23 方志刚 2 09:00-17:30 draft',
			'11-23 李敏 1 08:00-16:30 draft'
		]);
		expect(await draft(cast, later(1))).toEqual({ made: 0, away: 0, taken: 10 });
		const undone = await cast.world.run((scope) =>
			undoDraft(scope, cast.min, { monday, at: friday }, later(2))
		);
		expect([undone, await weekOf(cast)]).toEqual([10, []]);
	});

	it('heeds holidays, leave, and hours that are out of the ordinary', async () => {
		const cast = await rosterCast();
		const { world, gu, min, gang, stationId } = cast;
		await world.run(async (scope) => {
			await setDay(scope, gu, { day: '2026-11-23', class: 'holiday', name: '社区日' }, friday);
			const training = { stationId, day: '2026-11-24', hours: { from: 480, to: 720 }, reason: '培训' };
			await setException(scope, min, training, friday, zone);
			await setException(scope, min, { ...training, day: '2026-11-25', hours: null }, friday, zone);
			const ill = { id: newId(), staffId: gang.personId, during: whole('2026-11-26'), kind: 'sick' } as const;
			await enterLeave(scope, min, ill, friday, zone);
		});
		expect(await draft(cast)).toMatchObject({ made: 5, away: 1 });
		expect(await weekOf(cast)).toEqual([
			'11-24 方志刚 2 09:00-12:00 draft',
			'11-24 李敏 1 08:00-12:00 draft',
			'11-26 李敏 1 08:00-16:30 draft',
			'11-27 方志刚 2 09:00-17:30 draft',
			'11-27 李敏 1 08:00-16:30 draft'
		]);
		expect(await world.run((scope) => discardDraft(scope, min, monday, later(1)))).toBe(5);
	});

	it('is not made where lines want somebody twice, which lines cannot be added to do', async () => {
		const cast = await rosterCast();
		const { world, gu, min, gang, desks, late } = cast;
		const line = (staff: Actor, desk: number) => ({
			weekday: 1 as const,
			staffId: staff.personId,
			deskId: desks[desk]!,
			patternId: late
		});
		const add = (staff: Actor, desk: number) =>
			world.run((scope) => addLine(scope, gu, line(staff, desk), friday));
		await expect(add(min, 1)).rejects.toThrow(refusal('already_taken', 'line_colleague', { name: '李敏' }));
		await expect(add(gu, 0)).rejects.toThrow(refusal('already_taken', 'line_desk', { name: '李敏' }));
		await expect(add(gang, 1)).rejects.toThrow(refusal('already_taken', 'line_colleague'));
		// as two admins would who add lines at the same moment
		await world.run((scope) => putLine(scope, { ...line(gu, 0), id: newId() }));
		await expect(draft(cast)).rejects.toThrow(
			refusal('invalid', 'lines_doubled', { when: '11-23 09:00–17:30' })
		);
	});
});

describe('a published week', () => {
	it('is for all to see: everybody on it is told, nothing is drafted over it, and what is added is public', async () => {
		const cast = await published();
		const { world, min, gang, gu, desks } = cast;
		expect(await told(cast, gang)).toEqual(['roster_published']);
		expect((await weekOf(cast)).every((words) => words.endsWith('published'))).toBe(true);
		await expect(draft(cast, later(5))).rejects.toThrow(refusal('not_possible_now', 'week_published'));
		const again = world.run((scope) => publishWeek(scope, gu, monday, later(5)));
		await expect(again).rejects.toThrow(refusal('not_possible_now', 'week_empty'));
		const extra = {
			staffId: gu.personId,
			deskId: desks[0],
			day: '2026-11-28',
			hours: [{ from: 540, to: 720 }],
			patternId: null
		};
		await world.run((scope) => addDuty(scope, min, extra, later(5), zone));
		expect(await weekOf(cast)).toContain('11-28 顾明华 1 09:00-12:00 published');
	});
});

describe('a duty', () => {
	it('is carried to another desk or day, and not where somebody is: who and when is said', async () => {
		const cast = await published();
		const { world, min, desks } = cast;
		const mine = await seen(cast, min, '2026-11-23');
		const move = (deskId: string | null, day: string, from = mine) =>
			world.run((scope) => moveDuty(scope, min, { ...from, deskId, day }, later(5), zone));
		await expect(move(desks[1], '2026-11-23')).rejects.toThrow(
			refusal('already_taken', 'desk_taken', { name: '方志刚', when: '11-23 09:00–17:30' })
		);
		await expect(move(desks[0], '2026-11-24')).rejects.toThrow(
			refusal('already_taken', 'colleague_busy', { name: '李敏', when: '11-24 08:00–16:30' })
		);
		await expect(move(null, '2026-11-30')).rejects.toThrow(refusal('not_possible_now', 'other_week'));
		await expect(move(null, '2026-11-19')).rejects.toThrow(refusal('invalid', 'past'));
		expect(await move(null, '2026-11-23')).toEqual({ touched: 0 });
		await expect(move(desks[0], '2026-11-23')).rejects.toThrow(refusal('changed_meanwhile', 'duty'));
		expect(await weekOf(cast)).toContain('11-23 李敏 0 08:00-16:30 published');
	});

	it('that two carry at once goes where one of them wanted it, and the other is told', async () => {
		const cast = await published();
		const { world, min, gang } = cast;
		const mine = await seen(cast, min, '2026-11-23');
		const carried = await Promise.allSettled(
			['2026-11-28', '2026-11-29'].map((day, at) =>
				world.run((scope) =>
					moveDuty(scope, at ? gang : min, { ...mine, deskId: null, day }, later(5 + at), zone)
				)
			)
		);
		const refused = carried.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
		expect(refused).toEqual([refusal('changed_meanwhile', 'duty')]);
	});

	it('is called off and stands again, unless the desk was given away', async () => {
		const cast = await published();
		const { world, min, gang, gu, desks } = cast;
		const [mine, theirs] = [await seen(cast, min, '2026-11-23'), await seen(cast, gang, '2026-11-23')];
		for (const one of [mine, theirs]) {
			await world.run((scope) => callOff(scope, min, { ...one, reason: 'training' }, later(1)));
		}
		const stand = { staffId: gu.personId, deskId: desks[1], day: '2026-11-23', patternId: null };
		const hours = [{ from: 480, to: 1050 }];
		await world.run((scope) => addDuty(scope, min, { ...stand, hours }, later(2), zone));
		const again = ({ id }: { id: string }) =>
			world.run((scope) => reinstate(scope, min, { id, seen: later(1) }, later(3), zone));
		await again(mine);
		await expect(again(theirs)).rejects.toThrow(refusal('already_taken', 'desk_taken', { name: '顾明华' }));
		expect((await weekOf(cast)).slice(0, 2)).toEqual([
			'11-23 李敏 1 08:00-16:30 published',
			'11-23 顾明华 2 08:00-17:30 published'
		]);
	});
});

/** A service that Min and the secretary know, booked with Min at the first desk on Monday at nine and at ten. */
async function booked({ world, min, gu, desks }: RosterCast): Promise<void> {
	const attendees = [await world.person('陈奶奶'), await world.person('王爷爷')];
	await world.run(async (scope: Scope) => {
		const { communityId } = scope;
		const id = newId();
		await scope.tx.insert(services).values({
			communityId,
			id,
			group: 'relief',
			name: '低保申请',
			nameEn: 'Allowance',
			purpose: '补助',
			purposeEn: 'Help',
			icon: 'wallet',
			minutes: 30,
			atDesk: true,
			atHome: false,
			walkIn: false,
			cutOffMinutes: 60,
			daysAhead: 28,
			search: []
		});
		await scope.tx
			.insert(serviceOfficers)
			.values([min, gu].map(({ personId }) => ({ communityId, serviceId: id, staffId: personId })));
		await scope.tx.insert(bookings).values(
			attendees.map(({ personId }, at) => ({
				communityId,
				id: newId(),
				serviceId: id,
				attendeeId: personId,
				bookedBy: personId,
				place: 'desk' as const,
				deskId: desks[0],
				officerId: min.personId,
				during: {
					start: instantAt('2026-11-23', at ? '10:00' : '09:00', zone),
					end: instantAt('2026-11-23', at ? '10:30' : '09:30', zone)
				},
				localDay: '2026-11-23',
				status: 'booked' as const,
				documentsReady: [],
				createdAt: friday
			}))
		);
	});
}

describe('a swap', () => {
	const ask = (cast: RosterCast, of: Actor, dutyId: string, forDutyId: string | null = null) => {
		const id = newId();
		return cast.world
			.run((scope) =>
				askSwap(scope, cast.min, { id, dutyId, askedOf: of.personId, forDutyId }, later(1), zone)
			)
			.then(() => id);
	};

	it('that is accepted exchanges two duties, at the same hours too, and both hear of it', async () => {
		const cast = await published();
		const { world, min, gang } = cast;
		const [mine, theirs] = [await dutyOf(cast, min, '2026-11-23'), await dutyOf(cast, gang, '2026-11-23')];
		const id = await ask(cast, gang, mine.id, theirs.id);
		await expect(ask(cast, cast.gu, mine.id)).rejects.toThrow(refusal('already_taken', 'swap_asked'));
		expect(await told(cast, gang)).toContain('swap_asked');
		await world.run((scope) => acceptSwap(scope, gang, id, later(2), zone));
		expect((await weekOf(cast)).slice(0, 2)).toEqual([
			'11-23 方志刚 1 08:00-16:30 published',
			'11-23 李敏 2 09:00-17:30 published'
		]);
		expect(await told(cast, min)).toContain('swap_accepted');
	});

	it('takes the bookings along, to a colleague who knows the service', async () => {
		const cast = await published();
		const { world, gu, min } = cast;
		await booked(cast);
		const { id: dutyId } = await dutyOf(cast, min, '2026-11-23');
		const id = await ask(cast, gu, dutyId);
		await world.run((scope) => acceptSwap(scope, gu, id, later(2), zone));
		const rows = await world.run((scope) =>
			scope.tx.select().from(bookings).where(eq(bookings.officerId, gu.personId))
		);
		expect(rows).toHaveLength(2);
	});

	it('is answered once: accepted and withdrawn at the same moment, one of them counts', async () => {
		const cast = await published();
		const { world, min, gang, gu } = cast;
		const { id: dutyId } = await dutyOf(cast, min, '2026-11-23');
		const id = await ask(cast, gu, dutyId);
		const notMine = world.run((scope) => acceptSwap(scope, gang, id, later(2), zone));
		await expect(notMine).rejects.toThrow(refusal('not_found'));
		const answers = await Promise.allSettled([
			world.run((scope) => acceptSwap(scope, gu, id, later(2), zone)),
			world.run((scope) => withdrawSwap(scope, min, id, later(2)))
		]);
		const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
		expect(refused).toEqual([refusal('already_answered', 'swap')]);
		const has = (await weekOf(cast)).find((words) => words.startsWith('11-23') && words.includes(' 1 '));
		expect(has).toContain(answers[0].status === 'fulfilled' ? '顾明华' : '李敏');
	});

	it('ends when the colleague declines, or the duty changes', async () => {
		const cast = await published();
		const { world, min, gang } = cast;
		const [one, two] = [await dutyOf(cast, min, '2026-11-23'), await dutyOf(cast, min, '2026-11-24')];
		const [first, second] = [await ask(cast, gang, one.id), await ask(cast, gang, two.id)];
		await world.run((scope) => declineSwap(scope, gang, first, later(2), zone));
		expect(await told(cast, min)).toContain('swap_declined');
		const given = { id: two.id, seen: two.changedAt, reason: 'training' as const };
		await world.run((scope) => callOff(scope, min, given, later(2)));
		const late = world.run((scope) => acceptSwap(scope, gang, second, later(3), zone));
		await expect(late).rejects.toThrow(refusal('already_answered', 'swap'));
	});
});

describe('leave', () => {
	it('calls all duties of that time off at once, and says how many have booked', async () => {
		const cast = await published();
		const { world, min, gang, gu, desks } = cast;
		await booked(cast);
		const during = { start: whole('2026-11-23').start, end: whole('2026-11-24').end };
		const leave = { id: newId(), staffId: min.personId, during, kind: 'sick' } as const;
		const entered = await world.run((scope) => enterLeave(scope, gang, leave, later(1), zone));
		expect(entered).toEqual({ duties: 2, touched: 2 });
		expect((await weekOf(cast)).filter((words) => words.includes('李敏'))).toHaveLength(3);
		const twice = world.run((scope) => enterLeave(scope, min, { ...leave, id: newId() }, later(2), zone));
		await expect(twice).rejects.toThrow(refusal('already_taken', 'leave', { name: '李敏' }));
		const stand = { staffId: gu.personId, deskId: desks[0], day: '2026-11-23', patternId: null };
		const hours = [{ from: 480, to: 720 }];
		await world.run((scope) => addDuty(scope, gu, { ...stand, hours }, later(3), zone));
		expect(await world.run((scope) => withdrawLeave(scope, min, leave.id, later(4)))).toBe(1);
		expect(await weekOf(cast)).toContain('11-24 李敏 1 08:00-16:30 published');
	});

	it('keeps somebody from being put on duty', async () => {
		const { world, min, gang, desks } = await rosterCast();
		const leave = {
			id: newId(),
			staffId: gang.personId,
			during: whole('2026-11-23'),
			kind: 'other'
		} as const;
		await world.run((scope) => enterLeave(scope, min, leave, friday, zone));
		const duty = { staffId: gang.personId, deskId: desks[0], day: '2026-11-23', patternId: null };
		const added = world.run((scope) =>
			addDuty(scope, min, { ...duty, hours: [{ from: 480, to: 720 }] }, friday, zone)
		);
		await expect(added).rejects.toThrow(refusal('not_possible_now', 'on_leave', { name: '方志刚' }));
	});
});

describe('the calendar', () => {
	it('is brought in as it was announced, now and anew; own days stand; other years are unknown', async () => {
		const { world, gu } = await rosterCast();
		const between = (from: string, to: string) => world.run((scope) => calendarBetween(scope, from, to));
		expect((await between('2026-12-28', '2027-01-03')).unknownYears).toEqual([2026, 2027]);
		await world.run((scope) => setDay(scope, gu, { day: '2026-10-10', class: 'rest', name: '调休' }, friday));
		expect(await world.run((scope) => previewYear(scope, announced2026))).toHaveLength(39);
		for (const now of [later(1), later(2)]) {
			await world.run((scope) => importYear(scope, gu, announced2026, now));
		}
		const year = await between('2026-01-01', '2027-01-01');
		expect(year.unknownYears).toEqual([2027]);
		expect(['2026-02-14', '2026-02-17', '2026-10-10'].map(year.classOf)).toEqual([
			'makeup_workday',
			'holiday',
			'rest'
		]);
		const left = await world.run((scope) => previewYear(scope, announced2026));
		expect(left.map(({ day, kept }) => [day, kept])).toEqual([['2026-10-10', true]]);
		await world.run((scope) => clearDay(scope, gu, '2026-10-10', later(3)));
		expect((await between('2026-10-10', '2026-10-10')).classOf('2026-10-10')).toBe('rest');
	});
});

describe('the hours of a station', () => {
	it('change from a day on; a single day says why it is different', async () => {
		const { world, gu, min, stationId } = await rosterCast();
		const set = { stationId, kind: 'workday' } as const;
		await world.run(async (scope) => {
			const hours = [
				{ from: 480, to: 720 },
				{ from: 810, to: 1050 }
			];
			await setHours(scope, gu, { ...set, since: '2026-11-25', hours }, friday, zone);
			const cut = { stationId, day: '2026-11-26', hours: null, reason: '停电检修' };
			await setException(scope, min, cut, friday, zone);
		});
		const open = () => world.run((scope) => openDays(scope, stationId, '2026-11-24', '2026-11-26'));
		expect((await open()).map(({ hours, reason }) => [hours.length, reason])).toEqual([
			[1, null],
			[2, null],
			[0, '停电检修']
		]);
		await world.run((scope) => dropException(scope, min, { stationId, day: '2026-11-26' }, friday));
		expect((await open()).map(({ hours }) => hours.length)).toEqual([1, 2, 2]);
		const past = { ...set, since: '2026-11-19', hours: [] };
		const yesterday = world.run((scope) => setHours(scope, gu, past, friday, zone));
		await expect(yesterday).rejects.toThrow(refusal('invalid', 'past'));
	});

	it('are refused before they are saved for the same reasons as then', async () => {
		const { world, min, stationId } = await rosterCast();
		const closed = { stationId, day: '2026-11-26', hours: null, reason: '停电检修' };
		for (const [given, said] of [
			[{ ...closed, day: '2026-11-19' }, refusal('invalid', 'past')],
			[{ ...closed, stationId: newId() }, refusal('not_found')]
		] as const) {
			const looks = world.run((scope) => dutiesHit(scope, given, friday, zone));
			await expect(looks).rejects.toThrow(said);
			const saves = world.run((scope) => setException(scope, min, given, friday, zone));
			await expect(saves).rejects.toThrow(said);
		}
	});

	it('may be those of Saturday alone, and change without touching Sunday', async () => {
		const { world, gu, stationId } = await rosterCast();
		const set = (kind: 'saturday' | 'sunday', from: number, since: string) =>
			world.run((scope) =>
				setHours(scope, gu, { stationId, kind, since, hours: [{ from, to: 720 }] }, friday, zone)
			);
		const weekend = async (from: string, to: string) =>
			(await world.run((scope) => openDays(scope, stationId, from, to))).map(
				({ hours }) => hours[0]?.from ?? null
			);
		await set('saturday', 540, '2026-11-21');
		expect(await weekend('2026-11-28', '2026-11-29')).toEqual([540, null]);
		await set('sunday', 600, '2026-11-21');
		await set('saturday', 480, '2026-12-01');
		expect(await weekend('2026-11-28', '2026-11-29')).toEqual([540, 600]);
		expect(await weekend('2026-12-05', '2026-12-06')).toEqual([480, 600]);
	});

	it('end with its desks: one where somebody has a duty still is not closed', async () => {
		const { world, gu, desks } = await published();
		const close = (now: Date) =>
			world.run((scope) => closeDesk(scope, gu, { id: desks[0], closed: true }, now));
		await expect(close(later(1))).rejects.toThrow(refusal('not_possible_now', 'desk_staffed'));
		await close(instantAt('2026-11-28', '08:00', zone));
	});

	it('have names that nothing else has: stations, desks and shifts', async () => {
		const { world, gu, stationId } = await rosterCast();
		const station = { name: '便民服务站', nameEn: 'x', address: 'x', addressEn: 'x', phone: '1' };
		const shift = { name: '早班', nameEn: 'x', dayClass: 'workday', hours: [{ from: 0, to: 60 }] } as const;
		const twice: [string, (scope: Scope) => Promise<void>][] = [
			['station_name', (scope) => openStation(scope, gu, station, { east: 0, north: 0 }, friday)],
			['desk_name', (scope) => openDesk(scope, gu, { stationId, name: '一号窗口', nameEn: 'x' }, friday)],
			['pattern_name', (scope) => addPattern(scope, gu, shift, friday)]
		];
		for (const [detail, add] of twice) {
			await expect(world.run(add)).rejects.toThrow(refusal('already_taken', detail));
		}
	});
});

describe('the doors of the roster', () => {
	it('are closed to residents, and what only the admin decides to the staff', async () => {
		const cast = await rosterCast();
		const { world, min, desks, stationId, early } = cast;
		const resident = await world.person('陈奶奶');
		const day = '2026-11-23';
		const seenDuty = { id: newId(), seen: friday };
		const ill = { id: newId(), staffId: min.personId, during: whole(day), kind: 'sick' } as const;
		const duty = { staffId: min.personId, deskId: desks[0], day, hours: [], patternId: null };
		type Verb = (scope: Scope, actor: Actor) => Promise<unknown>;
		const forStaff: Verb[] = [
			(scope, actor) => makeDraft(scope, actor, monday, friday, zone),
			(scope, actor) => undoDraft(scope, actor, { monday, at: friday }, friday),
			(scope, actor) => discardDraft(scope, actor, monday, friday),
			(scope, actor) => moveDuty(scope, actor, { ...seenDuty, deskId: null, day }, friday, zone),
			(scope, actor) => addDuty(scope, actor, duty, friday, zone),
			(scope, actor) => callOff(scope, actor, { ...seenDuty, reason: 'sick' }, friday),
			(scope, actor) => reinstate(scope, actor, seenDuty, friday, zone),
			(scope, actor) =>
				askSwap(
					scope,
					actor,
					{ id: newId(), dutyId: newId(), askedOf: min.personId, forDutyId: null },
					friday,
					zone
				),
			(scope, actor) => acceptSwap(scope, actor, newId(), friday, zone),
			(scope, actor) => declineSwap(scope, actor, newId(), friday, zone),
			(scope, actor) => withdrawSwap(scope, actor, newId(), friday),
			(scope, actor) => enterLeave(scope, actor, ill, friday, zone),
			(scope, actor) => withdrawLeave(scope, actor, newId(), friday),
			(scope, actor) => setException(scope, actor, { stationId, day, hours: null, reason: '' }, friday, zone),
			(scope, actor) => dropException(scope, actor, { stationId, day }, friday)
		];
		const [line] = await world.run(linesOf);
		const said = { name: 'x', nameEn: 'x', address: 'x', addressEn: 'x', phone: '1' };
		const forAdmin: Verb[] = [
			(scope, actor) => publishWeek(scope, actor, monday, friday),
			(scope, actor) =>
				setHours(scope, actor, { stationId, kind: 'sunday', since: day, hours: [] }, friday, zone),
			(scope, actor) => importYear(scope, actor, announced2026, friday),
			(scope, actor) => setDay(scope, actor, { day, class: 'rest', name: 'x' }, friday),
			(scope, actor) => clearDay(scope, actor, day, friday),
			(scope, actor) => addPattern(scope, actor, { ...said, dayClass: 'rest', hours: [] }, friday),
			(scope, actor) => retirePattern(scope, actor, early, friday),
			async (scope, actor) => addLine(scope, actor, (await rosterLines(scope))[0]!, friday),
			(scope, actor) => dropLine(scope, actor, line!.id, friday),
			(scope, actor) => openStation(scope, actor, said, { east: 0, north: 0 }, friday),
			(scope, actor) => openDesk(scope, actor, { ...said, stationId }, friday),
			(scope, actor) => closeDesk(scope, actor, { id: desks[0], closed: true }, friday)
		];
		for (const verb of [...forStaff, ...forAdmin]) {
			await expect(world.run((scope) => verb(scope, resident))).rejects.toThrow(refusal('not_allowed'));
		}
		for (const verb of forAdmin) {
			await expect(world.run((scope) => verb(scope, min))).rejects.toThrow(refusal('not_allowed'));
		}
	});
});
