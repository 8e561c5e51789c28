import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { markAttendance } from '#lib/activities/check-in.server.ts';
import { signUp } from '#lib/activities/sign-up.server.ts';
import { certificateByNumber, certificatesOf } from '#lib/courses/queries.server.ts';
import { completeCourse, describeCourse, revokeCompletion } from '#lib/courses/complete.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { propose } from '#lib/matching/propose.server.ts';
import { askForHelp } from '#lib/requests/ask.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { addDays, dayOf } from '#lib/shared/time.ts';
import { at, here, monday, stage, type Stage } from '../support/activity-cast.ts';
import { openApp } from '../support/open-app.ts';
import { buildingOf, zone } from '../support/small-world.ts';

openApp();

const firstAid = {
	teacher: '周护士长',
	material: '绷带两卷',
	threshold: 60,
	skill: 'first_aid',
	level: 2,
	months: 24
} as const;
const week = (count: number) => addDays('2026-11-24', 7 * count);
/** After the last of three lessons. */
const ended = at('18:00', week(2));

let town: Stage;
let keen: Actor;
let idle: Actor;
let leader: Actor;
let courseId: string;
beforeAll(async () => {
	town = await stage();
	const { world, staff } = town;
	[keen, idle, leader] = [
		await world.volunteer('勤来'),
		await world.volunteer('少来'),
		await world.person('班长')
	];
	courseId = await town.publish({
		kind: 'course',
		name: '急救课',
		rule: 'FREQ=WEEKLY;COUNT=3;BYDAY=TU',
		seats: null
	});
	await world.run((scope) => describeCourse(scope, staff, courseId, firstAid, here));
	for (const who of [keen, idle]) {
		const wish = { activityId: courseId, occurrenceId: null, companions: 0, wait: false };
		await world.run((scope) => signUp(scope, who, { ...wish, personId: who.personId }, here));
	}
	const dates = await town.dates(courseId);
	for (const [index, date] of dates.entries()) {
		const then = at('14:10', week(index));
		for (const who of index < 2 ? [keen, ...(index === 0 ? [idle] : [])] : []) {
			const came = { occurrenceId: date.id, personId: who.personId, status: 'came', at: null } as const;
			await world.run((scope) => markAttendance(scope, staff, came, then));
		}
	}
});

const complete = (actor: Actor, who: Actor, when = ended) =>
	town.world.run((scope) =>
		completeCourse(scope, actor, { activityId: courseId, personIds: [who.personId] }, when)
	);

/** Who is proposed for first aid at an event, asked for on a day. */
async function firstAiders(day: string): Promise<string[]> {
	const { world, staff } = town;
	const now = at('08:00', day).now;
	const asker = await world.person('活动方');
	const id = newId();
	await world.run(async (scope) =>
		askForHelp(
			scope,
			asker,
			{
				id,
				forPersonId: asker.personId,
				need: 'first_aid_cover',
				title: null,
				wish: { when: 'today', part: 'afternoon' },
				minutes: 60,
				presence: 'outside',
				buildingId: await buildingOf(scope, asker.personId),
				peopleNeeded: 1,
				wishGender: null,
				genderIsMust: false,
				wishLanguage: null,
				languageIsMust: false,
				note: null
			},
			now,
			zone
		)
	);
	const proposal = await world.run((scope) => propose(scope, staff, { requestId: id }, now, zone));
	return proposal.shortlist.best.map(({ personId }) => personId);
}

describe('a first-aid course', () => {
	it('says which skill it proves by the word of staff alone', async () => {
		await expect(
			town.world.run((scope) => describeCourse(scope, leader, courseId, firstAid, here))
		).rejects.toMatchObject({ code: 'not_found' });
	});

	it('is completed by who came often enough, when it is over, and confirmed by staff', async () => {
		await expect(complete(leader, keen)).rejects.toMatchObject({ code: 'not_allowed' });
		await expect(complete(town.staff, keen, at('18:00', week(1)))).rejects.toMatchObject({
			detail: 'courses_not_ended'
		});
		await expect(complete(town.staff, idle)).rejects.toMatchObject({ detail: 'courses_not_reached' });
		expect(await firstAiders(dayOf(ended.now, zone))).toEqual([]);
		expect(await complete(town.staff, keen)).toBe(1);
		expect(await complete(town.staff, keen)).toBe(0);
		const told = await town.world.run((scope) => noticesOf(scope, keen.personId));
		expect(told.map(({ template }) => template)).toContain('course_completed');
	});

	it('makes matching find the person, until the day on which it expires', async () => {
		const [certificate] = await town.world.run((scope) => certificatesOf(scope, keen.personId));
		expect(certificate).toMatchObject({
			held: 3,
			attended: 2,
			completedOn: week(2),
			expiresOn: '2028-12-08'
		});
		expect(await firstAiders(addDays(monday, 30))).toEqual([keen.personId]);
		expect(await firstAiders('2028-12-08')).toEqual([keen.personId]);
		expect(await firstAiders('2028-12-09')).toEqual([]);
	});

	it('is taken back with the skill, and the certificate says so', async () => {
		const [certificate] = await town.world.run((scope) => certificatesOf(scope, keen.personId));
		const taken = { id: certificate!.id, reason: '名单弄错了' };
		const revoke = (actor: Actor) =>
			town.world.run((scope) => revokeCompletion(scope, actor, taken, ended.now));
		await expect(revoke(leader)).rejects.toMatchObject({ code: 'not_allowed' });
		await revoke(town.staff);
		await expect(revoke(town.staff)).rejects.toMatchObject({ code: 'not_found' });
		expect(await firstAiders(addDays(monday, 30))).toEqual([]);
		const seen = await town.world.run((scope) => certificateByNumber(scope, certificate!.number));
		expect(seen).toMatchObject({ name: '勤来', course: '急救课', reason: '名单弄错了' });
		expect(await complete(town.staff, keen)).toBe(1);
	});
});
