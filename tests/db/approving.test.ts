import { beforeAll, describe, expect, it } from 'vitest';
import { keepApart, endKeepApart } from '#lib/accounts/avoid.server.ts';
import { takeBackConsent, takeConsent } from '#lib/accounts/consent-at-desk.server.ts';
import { correctPerson } from '#lib/accounts/correct.server.ts';
import { openContact } from '#lib/accounts/open.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { countPeople, personById, rolesOf, standingConsent } from '#lib/accounts/queries.server.ts';
import { registerAtDesk, verifyPerson } from '#lib/accounts/register.server.ts';
import { endStaff, grantStaff } from '#lib/accounts/roles.server.ts';
import { eventsOf, openingsOf } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { acceptOffer, agreeOtherTime, refuseOtherTime } from '#lib/matching/accept.server.ts';
import { approve, undoApproval, type Choice } from '#lib/matching/approve.server.ts';
import { readDeskAddress } from '#lib/matching/desk-address.ts';
import { deskPage } from '#lib/matching/desk-list.server.ts';
import { cancelRequest, confirmHelp } from '#lib/matching/finish.server.ts';
import { sendOffer } from '#lib/matching/offer.server.ts';
import { propose } from '#lib/matching/propose.server.ts';
import { offersOf, standingApproval } from '#lib/matching/queries.server.ts';
import { requestPage } from '#lib/matching/request-page.server.ts';
import { returnRequest } from '#lib/matching/return.server.ts';
import { approveTogether, previewTogether, undoTogether } from '#lib/matching/together.server.ts';
import { waitingNow } from '#lib/matching/today.server.ts';
import { recordsOf } from '#lib/records/queries.server.ts';
import { askForHelp } from '#lib/requests/ask.server.ts';
import { openNote } from '#lib/requests/note.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import { acceptRequest, answerQuestion, askBack, refuseRequest } from '#lib/requests/triage.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { instantAt } from '#lib/shared/time.ts';
import { finishTask, startTask } from '#lib/tasks/perform.server.ts';
import { approveCard, endCard, returnCard } from '#lib/volunteers/approve.server.ts';
import { openApp } from '../support/open-app.ts';
import { buildingOf, smallWorld, zone, type SmallWorld } from '../support/small-world.ts';

openApp();

const morning = instantAt('2026-11-23', '08:00', zone);
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
const seconds = (count: number) => new Date(morning.getTime() + count * 1000);
const here = { now: morning, zone };

interface Cast {
	world: SmallWorld;
	resident: Actor;
	/** Two colleagues at the desk. */
	min: Actor;
	gang: Actor;
	near: Actor;
	far: Actor;
}

async function cast(): Promise<Cast> {
	const world = await smallWorld(morning);
	return {
		world,
		resident: await world.person('陈奶奶', { phone: '13900000001' }),
		min: await world.person('李敏', { roles: ['staff'] }),
		gang: await world.person('方志刚', { roles: ['staff'] }),
		near: await world.volunteer('近邻', { building: 1 }),
		far: await world.volunteer('远邻', { building: 4 })
	};
}

async function ask(world: SmallWorld, resident: Actor, note: string | null = null): Promise<string> {
	const id = newId();
	await world.run(async (scope) =>
		askForHelp(
			scope,
			resident,
			{
				id,
				forPersonId: resident.personId,
				need: 'fix_plumbing',
				title: null,
				wish: { when: 'today', part: 'afternoon' },
				minutes: 40,
				presence: 'home',
				buildingId: await buildingOf(scope, resident.personId),
				peopleNeeded: 1,
				wishGender: null,
				genderIsMust: false,
				wishLanguage: null,
				languageIsMust: false,
				note
			},
			morning,
			zone
		)
	);
	return id;
}

async function choiceFor(world: SmallWorld, requestId: string, people: Actor[]): Promise<Choice> {
	const request = await world.run((scope) => requestById(scope, requestId));
	return {
		requestId,
		version: request!.version,
		personIds: people.map(({ personId }) => personId),
		lift: [],
		overrideReason: null
	};
}

const approveAs = (world: SmallWorld, actor: Actor, choice: Choice, now = morning) =>
	world.run((scope) => approve(scope, actor, choice, now, zone));

describe('two colleagues at one request', () => {
	it('who approve at the same moment: one does, the other is told by whom', async () => {
		const { world, resident, min, gang, near, far } = await cast();
		const id = await ask(world, resident);
		const both = await Promise.allSettled([
			approveAs(world, min, await choiceFor(world, id, [near])),
			approveAs(world, gang, await choiceFor(world, id, [far]))
		]);
		const [won] = both.flatMap((one, at) => (one.status === 'fulfilled' ? [at] : []));
		const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(lost).toMatchObject({
			code: 'already_taken',
			detail: 'approval',
			params: { name: won === 0 ? '李敏' : '方志刚' }
		});
		expect(await world.run((scope) => offersOf(scope, [id]))).toHaveLength(1);
	});

	it('one may not return what the other has just arranged', async () => {
		const { world, resident, min, gang, near } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		await expect(
			world.run((scope) => returnRequest(scope, gang, { id, reason: '不受理' }, morning))
		).rejects.toMatchObject({ code: 'already_taken', params: { name: '李敏' } });
	});

	it('what changed since it was shown is not approved', async () => {
		const { world, resident, min, gang, near } = await cast();
		const id = await ask(world, resident);
		const seen = await choiceFor(world, id, [near]);
		await world.run((scope) => askBack(scope, gang, { id, question: '几楼？' }, morning));
		await world.run((scope) => answerQuestion(scope, resident, { id, answer: '五楼' }, morning));
		await expect(approveAs(world, min, seen)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			detail: 'request'
		});
	});

	it('the second one finds who is being asked, not a shortlist', async () => {
		const { world, resident, min, gang, near } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const asked = { id, address: { list: readDeskAddress(new URLSearchParams()), lift: [], long: false } };
		const page = await world.run((scope) => requestPage(scope, gang, asked, here));
		expect(page.board).toBeNull();
		expect(page.arrangement.approval?.by).toBe('李敏');
		expect(page.arrangement.asked).toMatchObject([{ name: '近邻', state: 'waiting' }]);
	});
});

describe('an approval', () => {
	it('can be undone for ten seconds and no longer, and the request waits again', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		const first = await approveAs(world, min, await choiceFor(world, id, [near]));
		await world.run((scope) => undoApproval(scope, min, first.approvalId, seconds(9)));
		expect(await world.run((scope) => standingApproval(scope, id))).toBeUndefined();
		const second = await approveAs(world, min, await choiceFor(world, id, [near]), later(1));
		await expect(
			world.run((scope) => undoApproval(scope, min, second.approvalId, new Date(later(1).getTime() + 10_000)))
		).rejects.toMatchObject({ code: 'not_possible_now', detail: 'offers_left' });
	});

	it('looks past a gate only with a reason, which is kept with who was let through', async () => {
		const { world, resident, min } = await cast();
		const untried = await world.volunteer('新手', { confirmed: false });
		const id = await ask(world, resident);
		const choice = await choiceFor(world, id, [untried]);
		await expect(approveAs(world, min, choice)).rejects.toMatchObject({ detail: 'candidate' });
		const lift = ['skill_confirmed'] as const;
		await expect(approveAs(world, min, { ...choice, lift: [...lift] })).rejects.toMatchObject({
			code: 'invalid',
			detail: 'override_reason'
		});
		await approveAs(world, min, { ...choice, lift: [...lift], overrideReason: '亲眼见他修过' });
		const standing = await world.run((scope) => standingApproval(scope, id));
		expect(standing).toMatchObject({ overrideReason: '亲眼见他修过', approvedBy: min.personId });
	});

	it('is refused for someone whom nobody has seen', async () => {
		const { world, min, near } = await cast();
		const stranger = await world.person('新邻居', { verified: false });
		const id = await ask(world, stranger);
		await expect(approveAs(world, min, await choiceFor(world, id, [near]))).rejects.toMatchObject({
			code: 'not_possible_now',
			detail: 'unverified'
		});
		await world.run((scope) => verifyPerson(scope, min, stranger.personId, morning));
		await approveAs(world, min, await choiceFor(world, id, [near]));
		expect(await world.run((scope) => offersOf(scope, [id]))).toHaveLength(1);
	});

	it('sends nothing for a request that was closed before the ten seconds were over', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		const [offer] = await world.run((scope) => offersOf(scope, [id]));
		await world.run((scope) => cancelRequest(scope, min, { id, words: '电话里说不用了' }, seconds(5)));
		await world.run((scope) => sendOffer(scope, { offerId: offer!.id }, seconds(10)));
		const [after] = await world.run((scope) => offersOf(scope, [id]));
		expect(after).toMatchObject({ status: 'withdrawn', sentAt: null });
	});
});

describe('several approved together', () => {
	it('one that fails stops none of the others and leaves no trace', async () => {
		const { world, resident, min, gang, near, far } = await cast();
		const other = await world.person('王奶奶', { building: 2 });
		const third = await world.person('赵奶奶', { building: 3, verified: false });
		const [one, two, three] = [await ask(world, resident), await ask(world, other), await ask(world, third)];
		await approveAs(world, gang, await choiceFor(world, two, [far]));
		const choices = [
			await choiceFor(world, one, [near, far]),
			await choiceFor(world, two, [near]),
			await choiceFor(world, three, [near])
		];
		const outcomes = await world.run((scope) => approveTogether(scope, min, choices, morning, zone));
		const of = (id: string) => outcomes.find(({ requestId }) => requestId === id);
		expect(of(one)?.refused).toBeNull();
		expect(of(two)?.refused).toMatchObject({ code: 'already_taken', params: { name: '方志刚' } });
		expect(of(three)?.refused).toMatchObject({ detail: 'unverified' });
		expect(await world.run((scope) => offersOf(scope, [one, two, three]))).toHaveLength(2);
		const approvalId = of(one)!.approvalId!;
		const undone = await world.run((scope) => undoTogether(scope, min, [approvalId], seconds(5)));
		expect(undone).toBe(1);
		expect(await world.run((scope) => standingApproval(scope, one))).toBeUndefined();
	});

	it('nobody is first choice for two things at the same time', async () => {
		const { world, resident, min } = await cast();
		const other = await world.person('王奶奶', { building: 0 });
		const ids = [await ask(world, resident), await ask(world, other)];
		const rows = await world.run((scope) => previewTogether(scope, min, ids, here));
		const firsts = rows.map(({ chosen }) => chosen[0]!.name);
		expect(new Set(firsts).size).toBe(2);
		expect(rows.flatMap(({ warnings }) => warnings)).toContainEqual({ kind: 'passed_over', name: '近邻' });
	});

	it('says what cannot be approved, and why', async () => {
		const { world, resident, min, gang, near } = await cast();
		const stranger = await world.person('新邻居', { verified: false });
		const silent = await world.person('没同意的', { consents: false });
		const ids = [await ask(world, resident), await ask(world, stranger), await ask(world, silent)];
		await approveAs(world, gang, await choiceFor(world, ids[0]!, [near]));
		const rows = await world.run((scope) => previewTogether(scope, min, ids, here));
		const warned = new Map(rows.map(({ item, warnings }) => [item.id, warnings]));
		expect(warned.get(ids[0]!)).toEqual([{ kind: 'approved', name: '方志刚' }]);
		expect(warned.get(ids[1]!)).toEqual([{ kind: 'unverified', name: '' }]);
		expect(warned.get(ids[2]!)).toEqual([{ kind: 'no_consent', name: '' }]);
	});
});

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

/** A service from the request to its end; the volunteer says it took 35 minutes. */
async function served(world: SmallWorld, resident: Actor, staff: Actor, doer: Actor): Promise<string> {
	const id = await ask(world, resident);
	await approveAs(world, staff, await choiceFor(world, id, [doer]));
	const [offer] = await world.run((scope) => offersOf(scope, [id]));
	await world.run((scope) => sendOffer(scope, { offerId: offer!.id }, later(1)));
	const { taskId } = await world.run((scope) => acceptOffer(scope, doer, offer!.id, later(2), zone));
	await world.run((scope) => startTask(scope, doer, taskId, later(360)));
	const done = { id: taskId, minutes: 35, note: null, photoId: null };
	await world.run((scope) => finishTask(scope, doer, done, later(400)));
	return taskId;
}

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

describe('what staff do is refused to everyone else', () => {
	let all: Cast;
	let requestId: string;
	beforeAll(async () => {
		all = await cast();
		requestId = await ask(all.world, all.resident, '说明');
	});

	const person = () => all.resident.personId;
	const registration = {
		name: '某人',
		gender: null,
		bornOn: null,
		phone: null,
		buildingId: null,
		door: null,
		vulnerable: false,
		consents: []
	};
	type Verb = (scope: Scope, actor: Actor) => Promise<unknown>;
	const verbs: [name: string, verb: Verb][] = [
		['propose', (scope, actor) => propose(scope, actor, { requestId }, morning, zone)],
		[
			'approve',
			(scope, actor) =>
				approve(
					scope,
					actor,
					{ requestId, version: 1, personIds: [all.near.personId], lift: [], overrideReason: null },
					morning,
					zone
				)
		],
		['undoApproval', (scope, actor) => undoApproval(scope, actor, newId(), morning)],
		['approveTogether', (scope, actor) => approveTogether(scope, actor, [], morning, zone)],
		['previewTogether', (scope, actor) => previewTogether(scope, actor, [requestId], here)],
		['agreeOtherTime', (scope, actor) => agreeOtherTime(scope, actor, newId(), morning)],
		['refuseOtherTime', (scope, actor) => refuseOtherTime(scope, actor, newId(), morning)],
		['acceptRequest', (scope, actor) => acceptRequest(scope, actor, requestId, morning)],
		['askBack', (scope, actor) => askBack(scope, actor, { id: requestId, question: '？' }, morning)],
		[
			'refuseRequest',
			(scope, actor) => refuseRequest(scope, actor, { id: requestId, reason: '不' }, morning)
		],
		[
			'returnRequest',
			(scope, actor) => returnRequest(scope, actor, { id: requestId, reason: '不' }, morning)
		],
		['openNote', (scope, actor) => openNote(scope, actor, { requestId, reason: '看看' }, morning)],
		[
			'openContact',
			(scope, actor) =>
				openContact(scope, actor, { personId: person(), what: 'phone', reason: '看看' }, morning)
		],
		['verifyPerson', (scope, actor) => verifyPerson(scope, actor, person(), morning)],
		['registerAtDesk', (scope, actor) => registerAtDesk(scope, actor, registration, morning)],
		[
			'correctPerson',
			(scope, actor) =>
				correctPerson(
					scope,
					actor,
					{
						personId: person(),
						name: '改',
						gender: null,
						bornOn: null,
						vulnerable: false,
						phone: null,
						home: null
					},
					morning
				)
		],
		[
			'takeConsent',
			(scope, actor) => takeConsent(scope, actor, { personId: person(), purpose: 'honour' }, morning)
		],
		[
			'takeBackConsent',
			(scope, actor) => takeBackConsent(scope, actor, { personId: person(), purpose: 'matching' }, morning)
		],
		[
			'keepApart',
			(scope, actor) => keepApart(scope, actor, { personId: person(), otherId: all.near.personId }, morning)
		],
		[
			'endKeepApart',
			(scope, actor) =>
				endKeepApart(scope, actor, { personId: person(), otherId: all.near.personId }, morning)
		],
		['grantStaff', (scope, actor) => grantStaff(scope, actor, person(), morning)],
		['endStaff', (scope, actor) => endStaff(scope, actor, all.min.personId, morning)],
		[
			'approveCard',
			(scope, actor) => approveCard(scope, actor, { personId: all.near.personId, confirmSkills: [] }, morning)
		],
		[
			'returnCard',
			(scope, actor) => returnCard(scope, actor, { personId: all.near.personId, reason: '补' }, morning)
		],
		[
			'endCard',
			(scope, actor) => endCard(scope, actor, { personId: all.near.personId, reason: null }, morning)
		]
	];

	it.each(verbs)('%s', async (_, verb) => {
		for (const actor of [all.resident, all.far]) {
			await expect(all.world.run((scope) => verb(scope, actor))).rejects.toMatchObject({
				code: 'not_allowed'
			});
		}
	});
});
