import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/accounts/people.ts';
import { weightsInForce } from '#lib/matching/propose.server.ts';
import { standingApproval } from '#lib/matching/queries.server.ts';
import { replayPage } from '#lib/matching/replay-page.server.ts';
import { askReplay, replayFor, runReplay } from '#lib/matching/replay.server.ts';
import { saveWeights } from '#lib/matching/save-weights.server.ts';
import { weightsPage } from '#lib/matching/weights-page.server.ts';
import { defaultWeights } from '#lib/matching/weights.ts';
import type { SmallWorld } from '../support/small-world.ts';
import { approveAs, ask, cast, choiceFor, here, later, morning } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';

openApp();

async function office() {
	const players = await cast();
	return { ...players, admin: await players.world.person('顾主任', { roles: ['staff', 'admin'] }) };
}

const heavier = { ...defaultWeights, loadStep: 200 };
const save = (
	world: SmallWorld,
	actor: Actor,
	against: number,
	weights: unknown = heavier,
	reason = '轮流'
) => world.run((scope) => saveWeights(scope, actor, { weights, against, reason }, morning));
const page = (world: SmallWorld, actor: Actor, taken = {}) =>
	world.run((scope) => weightsPage(scope, actor, { version: null, replay: null, ...taken }, here));

describe('weights', () => {
	it('saved by the admin are in force as a new version, with who, when and why', async () => {
		const { world, admin } = await office();
		expect(await save(world, admin, 0)).toEqual({ version: 1 });
		expect(await world.run(weightsInForce)).toEqual({ version: 1, weights: heavier });
		const { versions, inForce } = await page(world, admin);
		expect(inForce).toBe('第 1 版');
		expect(versions).toMatchObject([
			{ version: 1, inForce: true, reason: '轮流', changes: ['本月每多一次任务 80 → 200'] },
			{ version: 0, inForce: false, by: null, changes: [] }
		]);
		expect(versions[0]!.by).toMatch(/^顾主任，/);
	});

	it('of before are kept by what was approved with them, and come back as a new version', async () => {
		const { world, resident, min, near, admin } = await office();
		const id = await ask(world, resident);
		await approveAs(world, min, await choiceFor(world, id, [near]));
		await save(world, admin, 0);
		expect(await world.run((scope) => standingApproval(scope, id))).toMatchObject({ weightsVersion: 0 });
		const { weights, from } = await page(world, admin, { version: '0' });
		expect({ weights, from }).toEqual({ weights: defaultWeights, from: '最初的分量' });
		for (const version of ['7', '-1', 'x', '']) {
			expect(await page(world, admin, { version })).toMatchObject({ weights: heavier, from: null });
		}
		expect(await save(world, admin, 1, weights, '还是原来的好')).toEqual({ version: 2 });
		expect((await world.run(weightsInForce)).weights).toEqual(defaultWeights);
	});

	it('are looked at by staff and changed by the admin alone, with a reason', async () => {
		const { world, resident, min, near, admin } = await office();
		expect((await page(world, min)).mayChange).toBe(false);
		for (const who of [resident, near])
			await expect(page(world, who)).rejects.toMatchObject({ code: 'not_allowed' });
		for (const who of [min, resident, near]) {
			await expect(save(world, who, 0)).rejects.toMatchObject({ code: 'not_allowed' });
			const tried = world.run((scope) => askReplay(scope, who, heavier, morning));
			await expect(tried).rejects.toMatchObject({ code: 'not_allowed' });
		}
		await expect(save(world, admin, 0, heavier, '  ')).rejects.toMatchObject({ detail: 'reason' });
		await expect(save(world, admin, 0, { ...heavier, loadStep: -1 })).rejects.toMatchObject({
			detail: 'weights'
		});
		expect(await world.run(weightsInForce)).toEqual({ version: 0, weights: defaultWeights });
	});

	it('keep no more invitations for grids with few volunteers than there are', async () => {
		const { world, admin } = await office();
		const tried = { ...defaultWeights, offersPerWeek: 2, offersKeptForScarce: 3 };
		await expect(world.run((scope) => askReplay(scope, admin, tried, morning))).rejects.toMatchObject({
			detail: 'offersKeptForScarce',
			params: { most: 2 }
		});
	});

	it('saved by two at once are saved by one, and the other looks again', async () => {
		const { world, admin } = await office();
		const both = await Promise.allSettled([save(world, admin, 0), save(world, admin, 0)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(save(world, admin, 0)).rejects.toMatchObject({
			code: 'changed_meanwhile',
			detail: 'weights'
		});
	});
});

describe('a trial of weights', () => {
	it('goes through the requests of the last month with both, and shows them side by side', async () => {
		const { world, resident, min, admin } = await office();
		for (const wish of ['today', 'week'] as const)
			await ask(world, resident, null, { when: wish, part: 'afternoon' });
		const farther = { ...defaultWeights, distancePer100Metres: 0, notFirst: 0 };
		const { replayId } = await world.run((scope) => askReplay(scope, admin, farther, later(1)));
		const look = () => world.run((scope) => replayPage(scope, min, replayId));
		expect(await look()).toMatchObject({ state: 'running', share: null, maySave: false });
		for (const now of [later(2), later(3)]) await world.run((scope) => runReplay(scope, { replayId }, now));
		const row = await world.run((scope) => replayFor(scope, min, replayId));
		expect(row).toMatchObject({
			done: 4,
			total: 4,
			before: { requests: 2, places: 2, filled: 2, medianMetres: 100 },
			after: { requests: 2, places: 2, filled: 2 }
		});
		expect(row.before!.points.distance).toBeGreaterThan(0);
		expect(row.after!.points.distance).toBe(0);
		expect((await look()).figures[0]).toMatchObject({ before: '100% · 2/2', after: '100% · 2/2' });
		expect(await world.run((scope) => replayPage(scope, admin, replayId))).toMatchObject({ maySave: true });
	});

	it('is not saved over weights that came into force since', async () => {
		const { world, admin } = await office();
		const { replayId } = await world.run((scope) => askReplay(scope, admin, heavier, morning));
		await world.run((scope) => runReplay(scope, { replayId }, morning));
		await save(world, admin, 0, { ...heavier, newFace: 1 });
		const seen = await world.run((scope) => replayPage(scope, admin, replayId));
		expect(seen).toMatchObject({ state: 'empty', outdated: '最初的分量', maySave: false });
	});

	it('is of one community, and forgotten after a month', async () => {
		const { world, admin } = await office();
		const other = await office();
		const { replayId } = await world.run((scope) => askReplay(scope, admin, heavier, morning));
		const look = (scope: Parameters<typeof replayFor>[0]) => replayFor(scope, admin, replayId);
		await expect(other.world.run(look)).rejects.toMatchObject({ code: 'not_found' });
		await world.run((scope) => askReplay(scope, admin, heavier, later(31 * 24 * 60)));
		await expect(world.run(look)).rejects.toMatchObject({ code: 'not_found' });
	});
});
