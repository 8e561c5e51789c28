import { beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '#lib/accounts/actor.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { accountById, type AccountRow } from '#lib/accounts/account-queries.server.ts';
import { standingConsent } from '#lib/accounts/consent-queries.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import { join, registerAtDesk, verifyPerson } from '#lib/accounts/register.server.ts';
import { askCode, enterCode } from '#lib/accounts/sign-in.server.ts';
import { eventsOf } from '#lib/audit/queries.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { noticesOf } from '#lib/notifications/queries.server.ts';
import { openStore } from '../../support/open-store.ts';
import { smallWorld, type SmallWorld } from '../../support/small-world.ts';

openStore();

const now = new Date('2026-11-22T02:00:00Z');
const answers = { name: '陈秀英', buildingId: null, door: null, consents: ['matching' as const] };
const atDesk = { name: '王福', gender: null, bornOn: null, buildingId: null, door: null, vulnerable: true };

let world: SmallWorld;
let staff: Actor;
beforeAll(async () => {
	world = await smallWorld(now);
	staff = await world.person('李主任', { roles: ['staff'] });
});

let numbers = 0;
const newPhone = () => `137${String(++numbers).padStart(8, '0')}`;

/** Signs in with a code, as the pages do. */
async function signIn(phone: string): Promise<AccountRow> {
	const { id, code } = await inCommon((scope) => askCode(scope, { phone, address: phone }, now));
	const answer = await inCommon((scope) => enterCode(scope, { attempt: id, code }, now));
	if (!answer.ok) throw new Error(answer.reason);
	return (await inCommon((scope) => accountById(scope, answer.accountId)))!;
}

const register = (account: AccountRow) => world.run((scope) => join(scope, account, answers, now));
const meet = (phone: string | null, actor = staff) =>
	world.run((scope) => registerAtDesk(scope, actor, { ...atDesk, phone, consents: [] }, now));
const person = (id: string) => world.run((scope) => personById(scope, id));

describe('someone who registers', () => {
	it('is known from then on, and not yet verified', async () => {
		const account = await signIn(newPhone());
		const personId = await register(account);
		const actor = await world.run((scope) => loadActor(scope, account.id));
		expect(actor).toEqual({ accountId: account.id, personId, name: '陈秀英', roles: [], verified: false });
		expect(await world.run((scope) => standingConsent(scope, personId, 'matching'))).toEqual({ version: 1 });
		expect(await world.run((scope) => standingConsent(scope, personId, 'sensitive'))).toBeUndefined();
	});
	it('is one person, however often and fast the button is pressed', async () => {
		const account = await signIn(newPhone());
		// with every connection open already, the presses really meet
		await Promise.all(
			Array.from({ length: 10 }, () => inCommon(({ tx }) => tx.execute('select pg_sleep(0.1)')))
		);
		const ids = await Promise.all(Array.from({ length: 10 }, () => register(account)));
		expect(new Set([...ids, await register(account)]).size).toBe(1);
	});
	it('becomes the person whom staff registered under the same phone', async () => {
		const phone = newPhone();
		const known = await meet(phone);
		const account = await signIn(phone);
		expect(await register(account)).toBe(known);
		expect(await person(known)).toMatchObject({ name: '王福', accountId: account.id, verifiedAt: now });
	});
	it('is another person in another community', async () => {
		const elsewhere = await smallWorld(now);
		const account = await signIn(newPhone());
		const [here, there] = [
			await register(account),
			await elsewhere.run((scope) => join(scope, account, answers, now))
		];
		expect(here).not.toBe(there);
	});
});

describe('the desk', () => {
	it('registers someone without a phone', async () => {
		const id = await meet(null);
		expect(await person(id)).toMatchObject({ phoneHash: null, vulnerable: true, verifiedBy: staff.personId });
	});
	it('is told when a phone is known already, or is none', async () => {
		const phone = newPhone();
		await meet(phone);
		await expect(meet(phone)).rejects.toMatchObject({ code: 'already_taken', detail: 'phone_at_desk' });
		await expect(meet('12345')).rejects.toMatchObject({ code: 'invalid', detail: 'phone' });
	});
	it('registers a phone once, even where two colleagues press at the same moment', async () => {
		const phone = newPhone();
		const [one, two] = await Promise.allSettled([meet(phone), meet(phone)]);
		const refused = [one, two].find(({ status }) => status === 'rejected');
		expect([one.status, two.status].sort()).toEqual(['fulfilled', 'rejected']);
		expect(refused).toMatchObject({ reason: { code: 'already_taken', detail: 'phone_at_desk' } });
	});
	it('verifies someone once, who is told so', async () => {
		const personId = await register(await signIn(newPhone()));
		for (const seconds of [0, 60]) {
			const at = new Date(now.getTime() + seconds * 1000);
			await world.run((scope) => verifyPerson(scope, staff, personId, at));
		}
		expect(await person(personId)).toMatchObject({ verifiedAt: now, verifiedBy: staff.personId });
		const told = await world.run((scope) => noticesOf(scope, personId));
		expect(told.map(({ template }) => template)).toEqual(['person_verified']);
	});
	it('verifies someone once, even where two colleagues press at the same moment', async () => {
		const personId = await register(await signIn(newPhone()));
		const verify = () => world.run((scope) => verifyPerson(scope, staff, personId, now));
		await Promise.all([verify(), verify()]);
		const happened = await world.run((scope) => eventsOf(scope, 'person', personId));
		expect(happened.map(({ kind }) => kind)).toEqual(['verified']);
		expect(await world.run((scope) => noticesOf(scope, personId))).toHaveLength(1);
	});
	it('is staff only', async () => {
		const resident = await world.person('居民');
		await expect(meet(null, resident)).rejects.toMatchObject({ code: 'not_allowed' });
		const verifying = world.run((scope) => verifyPerson(scope, resident, resident.personId, now));
		await expect(verifying).rejects.toMatchObject({ code: 'not_allowed' });
	});
});
