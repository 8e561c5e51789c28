import { beforeAll, describe, expect, it } from 'vitest';
import { communityKey, phoneHash, unsealFor } from '#lib/accounts/keys.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { changePerson, personById, personByPhone } from '#lib/accounts/queries.server.ts';
import { revealPhone } from '#lib/accounts/register.server.ts';
import { openingsOf } from '#lib/audit/queries.server.ts';
import { openStore } from '../../support/open-store.ts';
import { smallWorld, type SmallWorld } from '../../support/small-world.ts';

openStore();

const now = new Date('2026-11-22T02:00:00Z');
const phone = '13800000001';
let world: SmallWorld;
let resident: Actor;
let staff: Actor;
beforeAll(async () => {
	world = await smallWorld(now);
	resident = await world.person('陈奶奶', { phone });
	staff = await world.person('李主任', { roles: ['staff'] });
});

const reveal = (personId: string) =>
	world.run((scope) => revealPhone(scope, staff, personId, 'handling', now));

describe('a phone', () => {
	it('is found by its number and stands nowhere in the row', async () => {
		const row = await world.run((scope) => personByPhone(scope, phoneHash(phone)));
		expect(row?.id).toBe(resident.personId);
		expect(JSON.stringify(row)).not.toContain(phone);
		expect(row!.phoneSealed!.includes(phone)).toBe(false);
	});
	it('is opened for a reason, which the person can read', async () => {
		expect(await reveal(resident.personId)).toBe(phone);
		const [opening] = await world.run((scope) => openingsOf(scope, resident.personId));
		expect(opening).toMatchObject({ what: 'phone', reason: 'handling', actorId: staff.personId, at: now });
	});
	it('does not open in the row of another', async () => {
		const other = await world.person('王奶奶', { phone: '13800000002' });
		const opened = world.run(async (scope) => {
			const [mine, theirs] = [
				await personById(scope, resident.personId),
				await personById(scope, other.personId)
			];
			return unsealFor(await communityKey(scope), theirs!, mine!.phoneSealed!, `people.phone:${mine!.id}`);
		});
		await expect(opened).rejects.toThrow();
	});
	it('can be read by nobody once the key of its person is destroyed', async () => {
		await world.run((scope) => changePerson(scope, resident.personId, { wrappedKey: Buffer.alloc(0) }));
		await expect(reveal(resident.personId)).rejects.toThrow();
		expect(await world.run((scope) => openingsOf(scope, resident.personId))).toHaveLength(1);
	});
});
