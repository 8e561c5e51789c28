import { beforeAll, describe, expect, it } from 'vitest';
import { doorHash, phoneHash, unsealFor } from '#lib/accounts/keys.server.ts';
import { unseal } from '#lib/db/vault.server.ts';
import { calendarAround } from './calendar.ts';
import { makeCommunity } from './community.ts';
import { communityPlans } from './plans.ts';
import { idsFrom } from './random.ts';
import type { CommunityWorld } from './rows.ts';
import { sealRows, type SealedRows } from './seal.server.ts';

const parent = Buffer.alloc(32, 5);
let open: CommunityWorld;
let sealed: SealedRows;

beforeAll(() => {
	process.env.MASTER_KEY = Buffer.alloc(32, 9).toString('base64');
	const from = { seed: 1, plan: communityPlans[0]!, calendar: calendarAround('2026-05-12'), id: idsFrom(1) };
	open = makeCommunity(from, 'subdistrict', []).rows;
	sealed = sealRows(open, parent);
}, 60_000);

function keyOf(personId: string) {
	return sealed.people.find(({ id }) => id === personId)!;
}

describe('sealing', () => {
	it('lets a phone be opened under the key of its person, and found by its hash', () => {
		const index = open.people.findIndex(({ phone }) => phone !== null);
		const [before, after] = [open.people[index]!, sealed.people[index]!];
		expect(unsealFor(parent, after, after.phoneSealed!, `people.phone:${after.id}`)).toBe(before.phone);
		expect(after.phoneHash).toBe(phoneHash(before.phone!));
		expect(after.search).toContain([...before.name].slice(0, 2).join(''));
	});

	it('lets notes be opened under the key of the one helped', () => {
		const request = open.requests.findIndex(({ note }) => note !== null);
		const task = open.tasks.findIndex(({ note }) => note !== null);
		const [asked, done] = [sealed.requests[request]!, sealed.tasks[task]!];
		const words = unsealFor(parent, keyOf(asked.forPersonId), asked.noteSealed!, `requests.note:${asked.id}`);
		const report = unsealFor(parent, keyOf(done.forPersonId), done.noteSealed!, `tasks.note:${done.id}`);
		expect([words, report]).toEqual([open.requests[request]!.note, open.tasks[task]!.note]);
	});

	it('lets a door be opened under the key of the community, and found by its hash', () => {
		const [before, after] = [open.homes[0]!, sealed.homes[0]!];
		expect(unseal(parent, after.doorSealed, `households.door:${after.id}`)).toBe(before.door);
		expect(after.doorHash).toBe(doorHash(before.buildingId, before.door));
	});

	it('leaves nothing in the open', () => {
		const [person, home] = [sealed.people[0]!, sealed.homes[0]!];
		const [request, task] = [sealed.requests[0]!, sealed.tasks[0]!];
		expect(
			[person, home, request, task].some((row) => 'phone' in row || 'door' in row || 'note' in row)
		).toBe(false);
	});
});
