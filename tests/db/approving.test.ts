import { describe, expect, it } from 'vitest';
import { verifyPerson } from '#lib/accounts/register.server.ts';
import { undoApproval } from '#lib/matching/approve.server.ts';
import { readDeskAddress } from '#lib/matching/desk-address.ts';
import { cancelRequest } from '#lib/matching/finish.server.ts';
import { sendOffer } from '#lib/matching/offer.server.ts';
import { offersOf, standingApproval } from '#lib/matching/queries.server.ts';
import { requestPage } from '#lib/matching/request-page.server.ts';
import { returnRequest } from '#lib/matching/return.server.ts';
import { approveTogether, previewTogether, undoTogether } from '#lib/matching/together.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import { answerQuestion, askBack } from '#lib/requests/triage.server.ts';
import { passOnOffers } from '#lib/matching/withdraw.server.ts';
import { endCard } from '#lib/volunteers/approve.server.ts';
import { approveAs, ask, cast, choiceFor, here, later, morning, seconds } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';
import { zone } from '../support/small-world.ts';

openApp();

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

	it('taken back leaves a question to the person as open as it was', async () => {
		const { world, resident, min, near } = await cast();
		const id = await ask(world, resident);
		await world.run((scope) => askBack(scope, min, { id, question: '几楼？' }, morning));
		const { approvalId } = await approveAs(world, min, await choiceFor(world, id, [near]));
		await world.run((scope) => undoApproval(scope, min, approvalId, seconds(9)));
		await world.run((scope) => answerQuestion(scope, resident, { id, answer: '五楼' }, later(1)));
		expect(await world.run((scope) => requestById(scope, id))).toMatchObject({ triage: 'new' });
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

describe('a volunteer who stops', () => {
	it('is asked nothing more: the offer goes to the next reserve at once', async () => {
		const { world, resident, min, near, far } = await cast();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near, far]));
		const [offer] = await world.run((scope) => offersOf(scope, [id]));
		await world.run((scope) => sendOffer(scope, { offerId: offer!.id }, later(1)));
		const { personId } = near;
		await world.run((scope) => endCard(scope, near, { personId, reason: null }, later(2)));
		await world.run((scope) => passOnOffers(scope, { personId }, later(2)));
		const states = (await world.run((scope) => offersOf(scope, [id]))).map((one) => [
			one.personId,
			one.status
		]);
		expect(states).toEqual([
			[near.personId, 'withdrawn'],
			[far.personId, 'waiting']
		]);
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
			await choiceFor(world, one, [near]),
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
		expect(undone).toEqual([approvalId]);
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
