import { describe, expect, it } from 'vitest';
import { keepApart, endKeepApart } from '#lib/accounts/avoid.server.ts';
import { takeBackConsent, takeConsent } from '#lib/accounts/consent-at-desk.server.ts';
import { correctPerson } from '#lib/accounts/correct.server.ts';
import { openContact } from '#lib/accounts/open.server.ts';
import { standingConsent } from '#lib/accounts/consent-queries.server.ts';
import { countPeople } from '#lib/accounts/list-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { rolesOf } from '#lib/accounts/role-queries.server.ts';
import { endStaff, grantStaff } from '#lib/accounts/roles.server.ts';
import { eventsOf, openingsOf } from '#lib/audit/queries.server.ts';
import { acceptOffer } from '#lib/matching/accept.server.ts';
import { readDeskAddress } from '#lib/matching/desk-address.ts';
import { deskPage } from '#lib/matching/desk-list.server.ts';
import { annulHelp, confirmHelp, disputeHelp } from '#lib/matching/finish.server.ts';
import { sendOffer } from '#lib/matching/offer.server.ts';
import { propose } from '#lib/matching/propose.server.ts';
import { offersOf } from '#lib/matching/queries.server.ts';
import { tasksToday, waitingNow } from '#lib/matching/today.server.ts';
import { recordsOf } from '#lib/records/queries.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import { taskById } from '#lib/tasks/queries.server.ts';
import { myRequests } from '#lib/requests/mine.server.ts';
import { openNote } from '#lib/requests/note.server.ts';
import { requestStatus } from '#lib/requests/status.server.ts';
import { answerQuestion, askBack } from '#lib/requests/triage.server.ts';
import { promisedHelp } from '#lib/requests/promised.server.ts';
import { finishTask, startTask } from '#lib/tasks/perform.server.ts';
import { saySpan } from '#lib/ui/dates.ts';
import { approveAs, ask, cast, choiceFor, later, morning, served } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';
import { zone, type SmallWorld } from '../support/small-world.ts';

openApp();

describe('the desk’s list', () => {
	const list = (world: SmallWorld, query = '', now = morning) =>
		world.run((scope) => deskPage(scope, readDeskAddress(new URLSearchParams(query)), { now, zone }));

	it('moves a request from shelf to shelf as it is dealt with', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		expect((await list(world)).counts).toMatchObject({ waiting: 1, new: 1, asked: 0 });
		await approveAs(world, min, await choiceFor(world, id, [near]));
		expect((await list(world)).counts).toMatchObject({ waiting: 0, new: 0, asked: 1 });
		const [offer] = await world.run((scope) => offersOf(scope, [id]));
		await world.run((scope) => sendOffer(scope, { offerId: offer!.id }, later(1)));
		await world.run((scope) => acceptOffer(scope, near, offer!.id, later(2), zone));
		expect((await list(world, 'show=arranged')).items).toMatchObject([{ id }]);
	});

	it('finds by pinyin initials, and tells an answered question from a new request', async () => {
		const { world, resident, min } = await cast();
		const id = await ask(world, resident);
		await ask(world, await world.person('王奶奶'));
		expect((await list(world, 'q=cnn')).items.map((one) => one.id)).toEqual([id]);
		await world.run((scope) => askBack(scope, min, { id, question: '几楼？' }, morning));
		expect((await list(world, 'stage=questioned')).items.map((one) => one.id)).toEqual([id]);
		await world.run((scope) => answerQuestion(scope, resident, { id, answer: '五楼' }, morning));
		expect((await list(world, 'stage=answered')).items.map((one) => one.id)).toEqual([id]);
		expect((await list(world)).counts).toMatchObject({ new: 1, answered: 1, questioned: 0 });
	});

	it('counts services that nobody has confirmed for three days', async () => {
		const { world, resident, min, near } = await cast();
		const taskId = await served(world, resident, min, near);
		const count = async (now: Date) => (await world.run((scope) => waitingNow(scope, now))).silent;
		expect(await count(later(400 + 71 * 60))).toBe(0);
		expect(await count(later(401 + 72 * 60))).toBe(1);
		const given = { taskId, rating: null, thanks: null, minutes: 35 };
		await world.run((scope) => confirmHelp(scope, min, given, later(402 + 72 * 60), zone));
		expect(await count(later(403 + 72 * 60))).toBe(0);
	});
});

describe('a service that began at another time than planned', () => {
	it('is shown everywhere as it really was', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident, null, { when: 'tomorrow', part: 'morning' });
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const [offer] = await world.run((scope) => offersOf(scope, [id]));
		await world.run((scope) => sendOffer(scope, { offerId: offer!.id }, later(1)));
		const { taskId } = await world.run((scope) => acceptOffer(scope, near, offer!.id, later(2), zone));
		await expect(world.run((scope) => startTask(scope, near, taskId, later(137)))).rejects.toMatchObject({
			detail: 'early'
		});
		const done = { id: taskId, minutes: 20, note: null, photoId: null };
		await expect(world.run((scope) => finishTask(scope, near, done, later(137)))).rejects.toMatchObject({
			detail: 'early'
		});
		await world.run((scope) => startTask(scope, near, taskId, later(137), true));
		const { task } = await world.run((scope) => promisedHelp(scope, near, taskId, later(138)));
		expect(task.during.start).toEqual(later(137));
		await world.run((scope) => finishTask(scope, near, done, later(158)));
		const evening = { now: later(700), zone };
		const tomorrow = { now: later(24 * 60), zone };
		const spoken = await world.run(async (scope) => ({
			list: (await myRequests(scope, resident, evening))[0]?.text,
			card: (await requestStatus(scope, resident, id, evening, false)).helpers[0]?.when,
			today: (await tasksToday(scope, evening)).map(({ clock }) => clock),
			tomorrow: await tasksToday(scope, tomorrow)
		}));
		const span = saySpan({ start: later(137), end: later(158) }, evening);
		expect(spoken).toEqual({ list: span, card: span, today: ['10:17'], tomorrow: [] });
	});
});

describe('confirming by telephone', () => {
	it('writes a record that says so, with minutes put right only for a reason', async () => {
		const { world, resident, min, near } = await cast();
		const taskId = await served(world, resident, min, near);
		const given = { taskId, rating: 5, thanks: null, minutes: 50 };
		await expect(
			world.run((scope) => confirmHelp(scope, min, given, later(500), zone))
		).rejects.toMatchObject({ code: 'invalid', detail: 'minutes_reason' });
		await world.run((scope) => confirmHelp(scope, min, { ...given, reason: '多修了一处' }, later(500), zone));
		const [record] = await world.run((scope) => recordsOf(scope, near.personId));
		expect(record).toMatchObject({ minutes: 50, confirmedBy: 'telephone', confirmerId: min.personId });
	});

	it('may end without a record: what did not happen is arranged again, and the volunteer is told', async () => {
		const { world, resident, min, near } = await cast();
		const taskId = await served(world, resident, min, near);
		await world.run((scope) => disputeHelp(scope, resident, { taskId, words: '没来过' }, later(500)));
		await world.run((scope) => annulHelp(scope, min, { taskId, words: '电话里核实，确实没来' }, later(600)));
		expect(await world.run((scope) => recordsOf(scope, near.personId))).toEqual([]);
		const task = await world.run((scope) => taskById(scope, taskId));
		expect(task).toMatchObject({ status: 'cancelled' });
		const request = await world.run((scope) => requestById(scope, task!.subjectId));
		expect(request).toMatchObject({ life: 'open', reopenedAt: later(600) });
		const told = await world.run((scope) => noticesOf(scope, near.personId));
		expect(told.map(({ template }) => template)).toContain('task_annulled');
		const given = { taskId, rating: 5, thanks: null };
		await expect(
			world.run((scope) => confirmHelp(scope, min, given, later(601), zone))
		).rejects.toMatchObject({ code: 'changed_meanwhile' });
	});

	it('is nothing the volunteer can do himself, even as staff', async () => {
		const { world, resident, min } = await cast();
		const both = await world.volunteer('热心同事', { roles: ['staff'] });
		const taskId = await served(world, resident, min, both);
		await expect(
			world.run((scope) => confirmHelp(scope, both, { taskId, rating: 5, thanks: null }, later(500), zone))
		).rejects.toMatchObject({ code: 'not_allowed', detail: 'own_service' });
	});
});

describe('what is sealed', () => {
	it('is opened for staff with a reason, and the person sees who looked', async () => {
		const { world, resident, min } = await cast();
		const id = await ask(world, resident, '腿脚不便');
		const note = await world.run((scope) =>
			openNote(scope, min, { requestId: id, reason: 'handling' }, morning)
		);
		const opening = { personId: resident.personId, what: 'address_and_phone' as const, reason: '上门核实' };
		const contact = await world.run((scope) => openContact(scope, min, opening, morning));
		expect(note).toBe('腿脚不便');
		expect(contact).toMatchObject({ phone: '13900000001', door: '陈奶奶 门' });
		const seen = await world.run((scope) => openingsOf(scope, resident.personId));
		expect(seen.map(({ what, actorId }) => [what, actorId])).toEqual(
			expect.arrayContaining([
				['note', min.personId],
				['address_and_phone', min.personId]
			])
		);
		await expect(
			world.run((scope) => openContact(scope, min, { ...opening, reason: ' ' }, morning))
		).rejects.toMatchObject({ code: 'invalid', detail: 'reason' });
	});
});

describe('people at the desk', () => {
	it('may be kept apart: neither is proposed for the other', async () => {
		const { world, resident, min, near } = await cast();
		const pair = { personId: near.personId, otherId: resident.personId };
		await world.run((scope) => keepApart(scope, min, pair, morning));
		const id = await ask(world, resident);
		const best = async () => {
			const proposal = await world.run((scope) => propose(scope, min, { requestId: id }, morning, zone));
			return proposal.shortlist.best.map(({ personId }) => personId);
		};
		expect(await best()).not.toContain(near.personId);
		const other = { personId: resident.personId, otherId: near.personId };
		await world.run((scope) => endKeepApart(scope, min, other, morning));
		expect(await best()).toContain(near.personId);
	});

	it('give and take back consent by word of mouth, and who wrote it down is kept', async () => {
		const { world, min } = await cast();
		const silent = await world.person('没同意的', { consents: false });
		const said = { personId: silent.personId, purpose: 'matching' as const };
		const standing = () => world.run((scope) => standingConsent(scope, silent.personId, 'matching'));
		await world.run((scope) => takeConsent(scope, min, said, morning));
		expect(await standing()).toBeDefined();
		await world.run((scope) => takeBackConsent(scope, min, said, later(1)));
		expect(await standing()).toBeUndefined();
		const kinds = (await world.run((scope) => eventsOf(scope, 'person', silent.personId))).map(
			({ kind }) => kind
		);
		expect(kinds).toEqual(['consent_taken', 'consent_taken_back']);
	});

	it('give and take back consent once, however often and at once it is pressed', async () => {
		const { world, min, gang } = await cast();
		const silent = await world.person('没同意的', { consents: false });
		const said = { personId: silent.personId, purpose: 'matching' as const };
		const take = (actor: typeof min) => world.run((scope) => takeConsent(scope, actor, said, morning));
		const takeBack = (actor: typeof min) =>
			world.run((scope) => takeBackConsent(scope, actor, said, later(1)));
		await Promise.all([take(min), take(gang)]);
		await take(min);
		await Promise.all([takeBack(min), takeBack(gang)]);
		await takeBack(min);
		const happened = await world.run((scope) => eventsOf(scope, 'person', silent.personId));
		expect(happened.map(({ kind }) => kind)).toEqual(['consent_taken', 'consent_taken_back']);
	});

	it('become staff through the admin alone, who cannot end his own role', async () => {
		const { world, resident, min } = await cast();
		const boss = await world.person('顾书记', { roles: ['staff', 'admin'] });
		await expect(
			world.run((scope) => grantStaff(scope, min, resident.personId, morning))
		).rejects.toMatchObject({ code: 'not_allowed' });
		await world.run((scope) => grantStaff(scope, boss, resident.personId, morning));
		expect(await world.run((scope) => rolesOf(scope, resident.personId))).toEqual(['staff']);
		await world.run((scope) => endStaff(scope, boss, resident.personId, later(1)));
		expect(await world.run((scope) => rolesOf(scope, resident.personId))).toEqual([]);
		await expect(world.run((scope) => endStaff(scope, boss, boss.personId, morning))).rejects.toMatchObject({
			detail: 'own_role'
		});
	});

	it('are put right: found by the new name and building, under no one else’s number', async () => {
		const { world, resident, min } = await cast();
		await world.person('别人', { phone: '13900000009' });
		const right = {
			personId: resident.personId,
			name: '成桂香',
			gender: 'female' as const,
			bornOn: '1948-02-01',
			vulnerable: true,
			phone: null,
			home: { buildingId: world.buildingIds[3]!, door: '101' }
		};
		await expect(
			world.run((scope) => correctPerson(scope, min, { ...right, phone: '13900000009' }, morning))
		).rejects.toMatchObject({ code: 'already_taken', detail: 'phone' });
		await world.run((scope) => correctPerson(scope, min, right, morning));
		expect(await world.run((scope) => personById(scope, resident.personId))).toMatchObject({
			name: '成桂香',
			vulnerable: true
		});
		const filter = { show: 'vulnerable' as const, buildingId: world.buildingIds[3]!, limit: 9, offset: 0 };
		expect(await world.run((scope) => countPeople(scope, { ...filter, tokens: ['gx'] }))).toBe(1);
		expect(await world.run((scope) => countPeople(scope, { ...filter, tokens: ['xx'] }))).toBe(0);
	});
});
