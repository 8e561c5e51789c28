import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { lapseOffer, sendOffer } from '#lib/matching/offer.server.ts';
import { approvedOf, offersOf, standingApproval } from '#lib/matching/queries.server.ts';
import { approvePlan, undoPlanApproval } from '#lib/plans/approve-plan.server.ts';
import { decide, forgetDecisions, swap } from '#lib/plans/decide.server.ts';
import { discardPlan, solveAgain, startPlan, stopPlan } from '#lib/plans/make.server.ts';
import * as plans from '#lib/plans/queries.server.ts';
import { makeDuePlan } from '#lib/plans/work.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import { answerQuestion, askBack } from '#lib/requests/triage.server.ts';
import { endCard } from '#lib/volunteers/approve.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { approveAs, ask, cast, choiceFor, later, morning, seconds, type Cast } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';
import { zone } from '../support/small-world.ts';

openApp();

const afternoon = { when: 'today', part: 'afternoon' } as const;

/** Two neighbours with a broken tap each, and two who can mend it: one at their door, one far away. */
async function twoTaps() {
	const made = await cast();
	const other = await made.world.person('王奶奶', { building: 1 });
	const ids = [await ask(made.world, made.resident), await ask(made.world, other)];
	return { ...made, other, ids };
}

async function plan({ world, min }: Cast, ids: string[], actor: Actor = min): Promise<string> {
	const planId = await world.run((scope) => startPlan(scope, actor, ids, morning, zone));
	await make({ world }, planId);
	return planId;
}

async function again({ world, min }: Cast, planId: string): Promise<string> {
	const next = await world.run((scope) => solveAgain(scope, min, planId, morning, zone));
	await make({ world }, next);
	return next;
}

const make = ({ world }: Pick<Cast, 'world'>, planId: string) =>
	world.run((scope) => makeDuePlan(scope, { planId, zone }, morning));

/** The person of each request. */
async function whoIn({ world }: Cast, planId: string): Promise<Map<string, string>> {
	const pairs = await world.run((scope) => plans.pairsOfPlan(scope, planId));
	return new Map(pairs.map(({ requestId, personId }) => [requestId, personId]));
}

const planOf = ({ world }: Cast, planId: string) => world.run((scope) => plans.planById(scope, planId));

describe('a plan for many requests', () => {
	it('gives each its own helper, says why, and what it costs beside the least that is possible', async () => {
		const made = await twoTaps();
		const planId = await plan(made, made.ids);
		const row = await planOf(made, planId);
		expect(row).toMatchObject({ status: 'ready', wanted: 2, found: 2, weightsVersion: 0 });
		// the one next door cannot be at both taps at once: the bound does not know that
		expect(row!.letOff).toBe(1);
		expect(row!.cost!).toBeGreaterThan(row!.bound!);
		expect(new Set((await whoIn(made, planId)).values())).toEqual(
			new Set([made.near.personId, made.far.personId])
		);
		const [pair] = await made.world.run((scope) => plans.pairsOfPlan(scope, planId));
		expect(pair!.parts).toContainEqual(expect.objectContaining({ code: 'skill' }));
		expect(row!.load).toEqual([
			{ tasks: 0, before: 2, after: 0 },
			{ tasks: 1, before: 0, after: 2 }
		]);
	});

	it('says of what stays open which gate stops whom, and who is short', async () => {
		const made = await twoTaps();
		const third = await ask(made.world, await made.world.person('何爷爷', { building: 2 }), null, afternoon);
		const hair = await made.world.person('赵奶奶', { consents: false });
		const without = await ask(made.world, hair);
		const planId = await plan(made, [...made.ids, third, without]);
		const row = await planOf(made, planId);
		const asked = await made.world.run((scope) => plans.requestsOfPlan(scope, planId));
		const short = asked.find(({ request }) => request.id === without)!.planned;
		expect(short).toMatchObject({ missing: 1, eligible: 0, stopped: [{ gate: 'consent', count: 2 }] });
		expect(row!.helps).toMatchObject([{ skill: 'plumbing', places: expect.any(Number), people: 1 }]);
	});

	it('is made once, however often its job runs', async () => {
		const made = await twoTaps();
		const planId = await plan(made, made.ids);
		const before = await made.world.run((scope) => plans.pairsOfPlan(scope, planId));
		await make(made, planId);
		expect(await made.world.run((scope) => plans.pairsOfPlan(scope, planId))).toEqual(before);
	});

	it('leaves out what is no longer open, and is not begun for nothing', async () => {
		const made = await twoTaps();
		const gone = newId();
		const planId = await plan(made, [...made.ids, gone]);
		expect(await made.world.run((scope) => plans.requestsOfPlan(scope, planId))).toHaveLength(2);
		await expect(plan(made, [gone])).rejects.toMatchObject({ detail: 'no_requests' });
		await expect(plan(made, [])).rejects.toMatchObject({ detail: 'nothing_ticked' });
	});

	it('asks nobody again who did not answer, unless staff lock him', async () => {
		const made = await twoTaps();
		const { world, min, near, far } = made;
		const [one] = made.ids as [string];
		await approveAs(world, min, await choiceFor(world, one, [near]));
		const [offer] = await world.run((scope) => offersOf(scope, [one]));
		await world.run((scope) => sendOffer(scope, { offerId: offer!.id }, later(1)));
		await world.run((scope) => lapseOffer(scope, { offerId: offer!.id }, later(60)));
		const planId = await plan(made, [one]);
		expect((await whoIn(made, planId)).get(one)).toBe(far.personId);
		const lock = { requestId: one, personId: near.personId, kind: 'lock' } as const;
		await world.run((scope) => decide(scope, min, planId, lock, morning, zone));
		expect((await whoIn(made, await again(made, planId))).get(one)).toBe(near.personId);
	});

	it('can be called off while it is made, and put away when it is there', async () => {
		const made = await twoTaps();
		const { world, min } = made;
		const planId = await world.run((scope) => startPlan(scope, min, made.ids, morning, zone));
		await world.run((scope) => stopPlan(scope, min, planId));
		await make(made, planId);
		expect(await planOf(made, planId)).toMatchObject({ status: 'stopped', cost: null });
		const other = await plan(made, made.ids);
		await expect(world.run((scope) => stopPlan(scope, min, other))).rejects.toMatchObject({
			detail: 'plan'
		});
		await world.run((scope) => discardPlan(scope, min, other, morning));
		expect(await world.run((scope) => plans.keptPlans(scope, 10))).toMatchObject([{ plan: { id: planId } }]);
	});

	it('is seen by nobody of another community', async () => {
		const made = await twoTaps();
		const planId = await plan(made, made.ids);
		const stranger = await cast();
		await expect(
			stranger.world.run((scope) => discardPlan(scope, stranger.min, planId, morning))
		).rejects.toMatchObject({ code: 'changed_meanwhile' });
		expect(await stranger.world.run((scope) => plans.planById(scope, planId))).toBeUndefined();
	});
});

describe('what staff decide on the board', () => {
	it('is kept for the next plan: a swap turns the pairs round, and this one stays as it was', async () => {
		const made = await twoTaps();
		const planId = await plan(made, made.ids);
		const before = await whoIn(made, planId);
		const [one, two] = made.ids as [string, string];
		const places = [
			{ requestId: one, personId: before.get(one)! },
			{ requestId: two, personId: before.get(two)! }
		] as const;
		await made.world.run((scope) => swap(scope, made.min, planId, places, morning, zone));
		const next = await again(made, planId);
		const after = await whoIn(made, next);
		expect([after.get(one), after.get(two)]).toEqual([before.get(two), before.get(one)]);
		expect(await whoIn(made, planId)).toEqual(before);
		const [first, second] = [await planOf(made, planId), await planOf(made, next)];
		expect(second).toMatchObject({ basedOn: planId, status: 'ready' });
		expect(second!.cost!).toBeGreaterThanOrEqual(first!.cost!);
	});

	it('forbids a pair, and lets it be again', async () => {
		const made = await twoTaps();
		const [one] = made.ids as [string];
		const planId = await plan(made, [one]);
		expect((await whoIn(made, planId)).get(one)).toBe(made.near.personId);
		const pair = { requestId: one, personId: made.near.personId };
		await made.world.run((scope) =>
			decide(scope, made.min, planId, { ...pair, kind: 'forbid' }, morning, zone)
		);
		const next = await again(made, planId);
		expect((await whoIn(made, next)).get(one)).toBe(made.far.personId);
		await made.world.run((scope) => decide(scope, made.min, next, { ...pair, kind: 'free' }, morning, zone));
		expect((await whoIn(made, await again(made, next))).get(one)).toBe(made.near.personId);
	});

	it('refuses to lock somebody who may not do it, with the gate', async () => {
		const made = await twoTaps();
		const [one] = made.ids as [string];
		const cook = await made.world.volunteer('炊事', { skill: 'cooking' });
		const planId = await plan(made, made.ids);
		const pair = { requestId: one, personId: cook.personId, kind: 'lock' } as const;
		await expect(
			made.world.run((scope) => decide(scope, made.min, planId, pair, morning, zone))
		).rejects.toMatchObject({ detail: 'plan_gate', params: { code: 'skill' } });
	});

	it('that cannot be together makes a plan that says so, and the one before can be mended', async () => {
		const made = await twoTaps();
		const planId = await plan(made, made.ids);
		const lock = (requestId: string) => ({ requestId, personId: made.near.personId, kind: 'lock' as const });
		// both are planned for the same early hour
		for (const id of made.ids) {
			await made.world.run((scope) => decide(scope, made.min, planId, lock(id), morning, zone));
		}
		const next = await again(made, planId);
		expect(await planOf(made, next)).toMatchObject({ status: 'failed', failure: 'locks_clash' });
		await made.world.run((scope) => forgetDecisions(scope, made.min, planId));
		expect(await planOf(made, await again(made, planId))).toMatchObject({ status: 'ready', found: 2 });
	});
});

describe('approving a plan', () => {
	it('sends each its offer, all at once, and can be undone as one', async () => {
		const made = await twoTaps();
		const { world, min, ids } = made;
		const planId = await plan(made, ids);
		const outcome = await world.run((scope) =>
			approvePlan(scope, min, { planId, only: null }, morning, zone)
		);
		expect(outcome.refused).toEqual([]);
		expect([...outcome.approved.keys()].sort()).toEqual([...ids].sort());
		const offers = await world.run((scope) => offersOf(scope, ids));
		expect(new Map(offers.map(({ requestId, personId }) => [requestId, personId]))).toEqual(
			await whoIn(made, planId)
		);
		const undone = await world.run((scope) =>
			undoPlanApproval(scope, min, { planId, at: morning }, seconds(5))
		);
		expect(undone).toBe(2);
		expect(await world.run((scope) => standingApproval(scope, ids[0]!))).toBeUndefined();
		const anew = await world.run((scope) =>
			approvePlan(scope, min, { planId, only: [ids[0]!] }, seconds(20), zone)
		);
		expect([...anew.approved.keys()]).toEqual([ids[0]]);
	});

	it('keeps the second choice as a reserve', async () => {
		const made = await twoTaps();
		const [one] = made.ids as [string];
		const planId = await plan(made, [one]);
		await made.world.run((scope) => approvePlan(scope, made.min, { planId, only: null }, morning, zone));
		const chosen = await made.world.run(async (scope) =>
			approvedOf(scope, (await standingApproval(scope, one))!.id)
		);
		expect(chosen.map(({ personId }) => personId)).toEqual([made.near.personId, made.far.personId]);
	});

	it('leaves out what changed meanwhile and what a colleague has taken, and says so', async () => {
		const made = await twoTaps();
		const { world, min, gang, resident, near } = made;
		const [one, two] = made.ids as [string, string];
		const third = await ask(world, resident, null, { when: 'tomorrow', part: 'afternoon' });
		const planId = await plan(made, [one, two, third]);
		await world.run((scope) => askBack(scope, gang, { id: one, question: '几楼？' }, morning));
		await world.run((scope) => answerQuestion(scope, resident, { id: one, answer: '五楼' }, morning));
		await approveAs(world, gang, await choiceFor(world, two, [near]));
		const { approved, refused } = await world.run((scope) =>
			approvePlan(scope, min, { planId, only: null }, morning, zone)
		);
		expect([...approved.keys()]).toEqual([third]);
		expect(new Map(refused.map(({ requestId, error }) => [requestId, error]))).toEqual(
			new Map<string, unknown>([
				[one, expect.objectContaining({ code: 'changed_meanwhile', detail: 'request' })],
				[two, expect.objectContaining({ code: 'already_taken', params: { name: '方志刚' } })]
			])
		);
	});

	it('by two at the same moment approves each request once', async () => {
		const made = await twoTaps();
		const { world, min, gang, ids } = made;
		const mine = await plan(made, ids);
		const theirs = await plan(made, ids, gang);
		const approved = async (actor: Actor, planId: string) =>
			world.run((scope) => approvePlan(scope, actor, { planId, only: null }, morning, zone));
		const both = await Promise.all(
			[approved(min, mine), approved(gang, theirs), approved(gang, mine)].map((one) => one.catch(() => null))
		);
		const won = both.flatMap((one) => (one ? [...one.approved.keys()] : []));
		expect(won.sort()).toEqual([...ids].sort());
		expect(await world.run((scope) => offersOf(scope, ids))).toHaveLength(2);
	});

	it('waits for an answer that the resident owes', async () => {
		const made = await twoTaps();
		const { world, min, gang } = made;
		const [one] = made.ids as [string];
		await world.run((scope) => askBack(scope, gang, { id: one, question: '几楼？' }, morning));
		const planId = await plan(made, [one]);
		const { approved, refused } = await world.run((scope) =>
			approvePlan(scope, min, { planId, only: null }, morning, zone)
		);
		expect(approved.size).toBe(0);
		expect(refused).toMatchObject([{ error: { code: 'not_possible_now', detail: 'questioned' } }]);
	});

	it('does not send somebody whose card ended since', async () => {
		const made = await twoTaps();
		const { world, min, near } = made;
		const [one] = made.ids as [string];
		const planId = await plan(made, [one]);
		await world.run((scope) => endCard(scope, min, { personId: near.personId, reason: '搬走了' }, morning));
		const { approved, refused } = await world.run((scope) =>
			approvePlan(scope, min, { planId, only: null }, morning, zone)
		);
		expect(approved.size).toBe(0);
		expect(refused).toMatchObject([{ requestId: one, error: { detail: 'candidate' } }]);
		expect((await world.run((scope) => requestById(scope, one)))!.life).toBe('open');
	});
});
