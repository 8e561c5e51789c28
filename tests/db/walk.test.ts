import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { acceptOffer } from '#lib/matching/accept.server.ts';
import { approve, undoApproval } from '#lib/matching/approve.server.ts';
import { cancelRequest, confirmHelp, disputeHelp } from '#lib/matching/finish.server.ts';
import { declineOffer, lapseOffer, proposeOtherTime, sendOffer } from '#lib/matching/offer.server.ts';
import { propose } from '#lib/matching/propose.server.ts';
import { offersOf } from '#lib/matching/queries.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { recordsOf, totalOf } from '#lib/records/queries.server.ts';
import { askForHelp } from '#lib/requests/ask.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import type { Wish } from '#lib/requests/windows.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import { dropOut, finishTask, startTask } from '#lib/tasks/perform.server.ts';
import { tasksFor } from '#lib/tasks/queries.server.ts';
import { openApp } from '../support/open-app.ts';
import { buildingOf, smallWorld, zone, type SmallWorld } from '../support/small-world.ts';

openApp();

const morning = instantAt('2026-11-23', '08:00', zone);
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

async function cast() {
	const world = await smallWorld(morning);
	const resident = await world.person('陈奶奶');
	const staff = await world.person('李主任', { roles: ['staff'] });
	const near = await world.volunteer('近邻', { building: 1 });
	const far = await world.volunteer('远邻', { building: 4 });
	return { world, resident, staff, near, far };
}

async function ask(
	world: SmallWorld,
	resident: Actor,
	wish: Wish = { when: 'today', part: 'afternoon' },
	peopleNeeded = 1
): Promise<string> {
	const id = newId();
	await world.run(async (scope) =>
		askForHelp(
			scope,
			resident,
			{
				id,
				forPersonId: resident.personId,
				need: 'fix_plumbing',
				title: '厨房水龙头漏水',
				wish,
				minutes: 40,
				presence: 'home',
				buildingId: await buildingOf(scope, resident.personId),
				peopleNeeded,
				wishGender: null,
				genderIsMust: false,
				wishLanguage: null,
				languageIsMust: false,
				note: '腿脚不便，请多等一会儿'
			},
			morning,
			zone
		)
	);
	return id;
}

async function choose(world: SmallWorld, staff: Actor, requestId: string, people: Actor[], now = morning) {
	const version = await world.run(async (scope) => (await requestById(scope, requestId))!.version);
	const personIds = people.map((one) => one.personId);
	const choice = { requestId, version, personIds, lift: [], overrideReason: null };
	return world.run((scope) => approve(scope, staff, choice, now, zone));
}

const offers = (world: SmallWorld, id: string) => world.run((scope) => offersOf(scope, [id]));
const life = (world: SmallWorld, id: string) =>
	world.run(async (scope) => (await requestById(scope, id))!.life);

async function sendWaiting(world: SmallWorld, id: string, now = later(1)) {
	for (const offer of await offers(world, id)) {
		if (offer.status === 'waiting') await world.run((scope) => sendOffer(scope, { offerId: offer.id }, now));
	}
	return (await offers(world, id)).filter((one) => one.status === 'sent');
}

describe('from the request to the record', () => {
	it('a neighbour asks, the nearest fitting volunteer is proposed first, helps, and the minutes count', async () => {
		const { world, resident, staff, near } = await cast();
		const id = await ask(world, resident);
		const proposal = await world.run((scope) => propose(scope, staff, { requestId: id }, morning, zone));
		expect(proposal.shortlist.best[0]?.personId).toBe(near.personId);
		await choose(world, staff, id, [near]);
		const [offer] = await sendWaiting(world, id);
		const { taskId } = await world.run((scope) => acceptOffer(scope, near, offer!.id, later(5), zone));
		expect(await life(world, id)).toBe('filled');
		await world.run((scope) => startTask(scope, near, taskId, later(360)));
		const done = { id: taskId, minutes: 35, note: '换了阀芯', photoId: null };
		await world.run((scope) => finishTask(scope, near, done, later(400)));
		const thanks = { taskId, rating: 5, thanks: '谢谢您' };
		await world.run((scope) => confirmHelp(scope, resident, thanks, later(420), zone));
		expect(await life(world, id)).toBe('done');
		const [record] = await world.run((scope) => recordsOf(scope, near.personId));
		expect(record).toMatchObject({ minutes: 35, rating: 5, confirmedBy: 'receiver', servedOn: '2026-11-23' });
		expect(await world.run((scope) => totalOf(scope, near.personId))).toEqual({
			services: 1,
			minutes: 35,
			served: 1
		});
	});

	it('tells each person what concerns them, once', async () => {
		const { world, resident, staff, near } = await cast();
		const id = await ask(world, resident);
		await choose(world, staff, id, [near]);
		const [offer] = await sendWaiting(world, id);
		await world.run((scope) => sendOffer(scope, { offerId: offer!.id }, later(2)));
		await world.run((scope) => acceptOffer(scope, near, offer!.id, later(5), zone));
		const told = (who: Actor) =>
			world.run(async (scope) => (await noticesOf(scope, who.personId)).map((one) => one.template));
		expect(await told(staff)).toEqual(['staff_new_request']);
		expect(await told(near)).toEqual(['offer_new']);
		expect(await told(resident)).toEqual(['request_arranged']);
	});
});

describe('when the first one does not come', () => {
	const inTheWeek: Wish = { when: 'week', part: 'any' };

	it('a decline asks the reserve, and the one who declined is not proposed again', async () => {
		const { world, resident, staff, near, far } = await cast();
		const id = await ask(world, resident, inTheWeek);
		await choose(world, staff, id, [near, far]);
		const [first] = await sendWaiting(world, id);
		await world.run((scope) =>
			declineOffer(scope, near, { offerId: first!.id, reason: 'no_time' }, later(3))
		);
		const [second] = await sendWaiting(world, id, later(4));
		expect(second?.personId).toBe(far.personId);
		const proposal = await world.run((scope) => propose(scope, staff, { requestId: id }, later(5), zone));
		expect(proposal.shortlist.best.map((one) => one.personId)).not.toContain(near.personId);
	});

	it('silence lets the offer lapse; a yes after that is too late and says so', async () => {
		const { world, resident, staff, near, far } = await cast();
		const id = await ask(world, resident, inTheWeek);
		await choose(world, staff, id, [near, far]);
		const [first] = await sendWaiting(world, id);
		const late = new Date(first!.expiresAt.getTime() + 1000);
		await expect(world.run((scope) => acceptOffer(scope, near, first!.id, late, zone))).rejects.toMatchObject(
			{
				code: 'lapsed'
			}
		);
		await world.run((scope) => lapseOffer(scope, { offerId: first!.id }, late));
		const [second] = await sendWaiting(world, id, late);
		expect(second?.personId).toBe(far.personId);
	});

	it('nobody loses an offer by sleeping: at night it waits for the morning', async () => {
		const { world, resident, staff, near } = await cast();
		const id = await ask(world, resident, { when: 'tomorrow', part: 'afternoon' });
		await choose(world, staff, id, [near], instantAt('2026-11-23', '22:16', zone));
		const [offer] = await offers(world, id);
		expect(offer?.expiresAt).toEqual(instantAt('2026-11-24', '09:00', zone));
	});

	it('another time may be proposed, but not one in the night', async () => {
		const { world, resident, staff, near } = await cast();
		const id = await ask(world, resident);
		await choose(world, staff, id, [near]);
		const [offer] = await sendWaiting(world, id);
		const propose = (from: string) => {
			const given = { offerId: offer!.id, start: instantAt('2026-11-24', from, zone) };
			return world.run((scope) => proposeOtherTime(scope, near, given, later(5), zone));
		};
		await expect(propose('03:00')).rejects.toMatchObject({ code: 'invalid', detail: 'night' });
		await propose('09:00');
		expect((await offers(world, id))[0]?.status).toBe('other_time_proposed');
	});

	it('a used-up list brings the request back to staff, on top', async () => {
		const { world, resident, staff, near } = await cast();
		const id = await ask(world, resident);
		await choose(world, staff, id, [near]);
		const [only] = await sendWaiting(world, id);
		await world.run((scope) => declineOffer(scope, near, { offerId: only!.id, reason: 'too_far' }, later(3)));
		const request = await world.run((scope) => requestById(scope, id));
		expect(request).toMatchObject({ life: 'open', reopenedAt: later(3) });
	});

	it('a drop-out reopens the request on top, and it can be arranged again', async () => {
		const { world, resident, staff, near, far } = await cast();
		const id = await ask(world, resident);
		await choose(world, staff, id, [near]);
		const [offer] = await sendWaiting(world, id);
		const { taskId } = await world.run((scope) => acceptOffer(scope, near, offer!.id, later(5), zone));
		await world.run((scope) => dropOut(scope, near, { id: taskId, reason: 'not_well' }, later(60)));
		expect(await world.run((scope) => requestById(scope, id))).toMatchObject({
			life: 'open',
			reopenedAt: later(60)
		});
		await choose(world, staff, id, [far], later(61));
		const [again] = await sendWaiting(world, id, later(62));
		await world.run((scope) => acceptOffer(scope, far, again!.id, later(63), zone));
		expect(await life(world, id)).toBe('filled');
	});
});

describe('what must never happen', () => {
	it('an offer leaves before ten seconds have passed, or after it was undone', async () => {
		const { world, resident, staff, near } = await cast();
		const id = await ask(world, resident);
		const { approvalId, undoUntil } = await choose(world, staff, id, [near]);
		expect(undoUntil.getTime() - morning.getTime()).toBe(10_000);
		await world.run((scope) => undoApproval(scope, staff, approvalId, new Date(morning.getTime() + 9_000)));
		expect(await sendWaiting(world, id)).toEqual([]);
		await choose(world, staff, id, [near], later(1));
		expect(await sendWaiting(world, id, later(2))).toHaveLength(1);
	});

	it('one volunteer promises two things at the same time', async () => {
		const { world, resident, staff, near } = await cast();
		const other = await world.person('王奶奶', { building: 2 });
		const ids = [await ask(world, resident), await ask(world, other)];
		for (const id of ids) await choose(world, staff, id, [near]);
		const [one] = await sendWaiting(world, ids[0]!);
		const [two] = await sendWaiting(world, ids[1]!);
		await world.run((scope) => acceptOffer(scope, near, one!.id, later(5), zone));
		await expect(
			world.run((scope) => acceptOffer(scope, near, two!.id, later(6), zone))
		).rejects.toMatchObject({
			code: 'not_possible_now',
			detail: 'busy_then'
		});
	});

	it('more people come than were asked for', async () => {
		const { world, resident, staff, near, far } = await cast();
		const third = await world.volunteer('三邻', { building: 3 });
		const id = await ask(world, resident, undefined, 2);
		await choose(world, staff, id, [near, far, third]);
		const sent = await sendWaiting(world, id);
		expect(sent).toHaveLength(3);
		for (const [at, who] of [near, far].entries()) {
			await world.run((scope) => acceptOffer(scope, who, sent[at]!.id, later(5), zone));
		}
		expect(await sendWaiting(world, id)).toEqual([]);
		expect(await world.run((scope) => tasksFor(scope, 'help', [id]))).toHaveLength(2);
	});

	it('a volunteer confirms his own service, or someone else confirms it', async () => {
		const { world, resident, staff, near, far } = await cast();
		const id = await ask(world, resident);
		await choose(world, staff, id, [near]);
		const [offer] = await sendWaiting(world, id);
		const { taskId } = await world.run((scope) => acceptOffer(scope, near, offer!.id, later(5), zone));
		await world.run((scope) =>
			finishTask(scope, near, { id: taskId, minutes: 30, note: null, photoId: null }, later(9))
		);
		const given = { taskId, rating: 5, thanks: null };
		for (const who of [near, far]) {
			await expect(
				world.run((scope) => confirmHelp(scope, who, given, later(10), zone))
			).rejects.toMatchObject({
				code: 'not_found'
			});
		}
		await world.run((scope) => disputeHelp(scope, resident, { taskId, words: '没有来' }, later(11)));
		await expect(
			world.run((scope) => confirmHelp(scope, resident, given, later(12), zone))
		).rejects.toMatchObject({
			code: 'not_allowed'
		});
		await world.run((scope) =>
			confirmHelp(scope, staff, { ...given, minutes: 20, reason: '电话核对' }, later(13), zone)
		);
		const [record] = await world.run((scope) => recordsOf(scope, near.personId));
		expect(record).toMatchObject({ minutes: 20, confirmedBy: 'telephone' });
	});

	it('a cancelled request keeps anyone on the way', async () => {
		const { world, resident, staff, near } = await cast();
		const id = await ask(world, resident);
		await choose(world, staff, id, [near]);
		const [offer] = await sendWaiting(world, id);
		await world.run((scope) => acceptOffer(scope, near, offer!.id, later(5), zone));
		await world.run((scope) => cancelRequest(scope, resident, { id, words: null }, later(6)));
		const [task] = await world.run((scope) => tasksFor(scope, 'help', [id]));
		expect(task?.status).toBe('cancelled');
		const told = await world.run((scope) => noticesOf(scope, near.personId));
		expect(told.map((one) => one.template)).toContain('task_cancelled');
	});

	it('an unverified person’s request is matched', async () => {
		const { world, staff, near } = await cast();
		const stranger = await world.person('新来的', { verified: false });
		const id = await ask(world, stranger);
		await expect(choose(world, staff, id, [near])).rejects.toMatchObject({ detail: 'unverified' });
	});

	it('a request without consent finds anybody', async () => {
		const { world, staff } = await cast();
		const silent = await world.person('不同意', { consents: false });
		const id = await ask(world, silent);
		const proposal = await world.run((scope) => propose(scope, staff, { requestId: id }, morning, zone));
		expect(proposal.shortlist.best).toEqual([]);
		expect(proposal.shortlist.refused[0]?.gate).toBe('consent');
	});
});
