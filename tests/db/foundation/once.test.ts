import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { once, wasAnswered } from '#lib/db/once.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { openStore } from '../../support/open-store.ts';
import { smallWorld, type SmallWorld } from '../../support/small-world.ts';

openStore();

const now = new Date('2026-11-22T02:00:00Z');
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(now);
});

/** Presses a button; each press that acts counts and answers with its number. */
function button() {
	const attempt = { key: newId(), accountId: newId(), body: ['/help/new', [['need', 'fix_plumbing']]], now };
	let acted = 0;
	const press = (change: Partial<typeof attempt> = {}, work = () => Promise.resolve({ number: ++acted })) =>
		world.run((scope) => once(scope, { ...attempt, ...change }, work));
	return { press, acted: () => acted };
}

describe('a write with a key', () => {
	it('acts once and answers the same again', async () => {
		const { press, acted } = button();
		expect([await press(), await press()]).toEqual([{ number: 1 }, { number: 1 }]);
		expect(acted()).toBe(1);
	});
	it('acts once when it arrives five times at the same moment', async () => {
		const { press } = button();
		let acted = 0;
		const slowly = async () => {
			await pause(100);
			return { number: ++acted };
		};
		const answers = await Promise.all(Array.from({ length: 5 }, () => press({}, slowly)));
		expect(answers).toEqual(Array.from({ length: 5 }, () => ({ number: 1 })));
		expect(acted).toBe(1);
	});
	it('is refused with another body, and from another account', async () => {
		const { press, acted } = button();
		await press();
		for (const change of [{ body: ['/help/new', [['need', 'fix_lamp']]] }, { accountId: newId() }]) {
			await expect(press(change)).rejects.toMatchObject({ code: 'key_reused' });
		}
		expect(acted()).toBe(1);
	});
	it('may be tried again after it failed', async () => {
		const { press } = button();
		const failing = () => Promise.reject(new Error('the line broke'));
		await expect(press({}, failing)).rejects.toThrow('the line broke');
		expect(await press()).toEqual({ number: 1 });
	});
	it('that waits for one that fails acts in its place', async () => {
		const { press, acted } = button();
		const failing = async () => {
			await pause(200);
			throw new Error('the line broke');
		};
		const first = press({}, failing);
		await pause(50);
		const second = press();
		await expect(first).rejects.toThrow('the line broke');
		expect(await second).toEqual({ number: 1 });
		expect(acted()).toBe(1);
	});
	it('keeps to its community: the same key elsewhere is another write', async () => {
		const { press, acted } = button();
		const key = newId();
		const elsewhere = await smallWorld(now);
		await press({ key });
		const attempt = { key, accountId: newId(), body: null, now };
		const answer = await elsewhere.run((scope) => once(scope, attempt, () => Promise.resolve('there')));
		expect([answer, acted()]).toEqual(['there', 1]);
	});
	it('is known to be answered from then on, in its own community alone', async () => {
		const { press } = button();
		const key = newId();
		const elsewhere = await smallWorld(now);
		const known = (communityId = world.communityId) => wasAnswered(communityId, key);
		await expect(press({ key }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(await known()).toBe(false);
		await press({ key });
		expect(await Promise.all([known(), known(elsewhere.communityId), known()])).toEqual([true, false, true]);
		expect(await wasAnswered(world.communityId, key.toUpperCase())).toBe(true);
	});
});
