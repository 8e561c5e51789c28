import { describe, expect, it } from 'vitest';
import { accountById } from '#lib/accounts/account-queries.server.ts';
import { accountPhone } from '#lib/accounts/keys.server.ts';
import { askCode, enterCode, type FreshCode } from '#lib/accounts/sign-in.server.ts';
import { signInCodes } from '#lib/accounts/tables.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { openStore } from '../../support/open-store.ts';

openStore();

const now = new Date('2026-11-22T02:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

let numbers = 0;
const newPhone = () => `139${String(++numbers).padStart(8, '0')}`;
const newAddress = () => `192.0.2.${++numbers}`;

const ask = (phone: string, at = now, address = newAddress()) =>
	inCommon((scope) => askCode(scope, { phone, address }, at));
const enter = (attempt: string, code: string, at = now) =>
	inCommon((scope) => enterCode(scope, { attempt, code }, at));
const otherThan = ({ code }: FreshCode) => (code === '000000' ? '000001' : '000000');

describe('asking for a code', () => {
	it('twenty times at once for one phone gets one', async () => {
		const phone = newPhone();
		const all = await Promise.allSettled(Array.from({ length: 20 }, () => ask(phone)));
		const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
		expect(refused).toHaveLength(19);
		for (const reason of refused) expect(reason).toMatchObject({ code: 'too_many', detail: 'pause' });
	});
	it('twenty times at once from an address that has asked fifteen times gets five', async () => {
		const address = newAddress();
		const askMany = (count: number) =>
			Promise.allSettled(Array.from({ length: count }, () => ask(newPhone(), now, address)));
		await askMany(15);
		const all = await askMany(20);
		expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
	});
	it('is throttled, never locked out: a minute later there is another', async () => {
		const phone = newPhone();
		await ask(phone);
		await expect(ask(phone, later(59))).rejects.toMatchObject({ params: { seconds: 1 } });
		expect((await ask(phone, later(60))).code).toMatch(/^\d{6}$/);
	});
	it('answers the same for a phone that is known and one that is not', async () => {
		const known = newPhone();
		const first = await ask(known);
		await enter(first.id, first.code);
		const answers = [await ask(known, later(60)), await ask(newPhone(), later(60))];
		expect(answers.map((one) => Object.keys(one))).toEqual([
			['id', 'phone', 'code'],
			['id', 'phone', 'code']
		]);
		expect(await enter(answers[0]!.id, otherThan(answers[0]!), later(61))).toEqual(
			await enter(answers[1]!.id, otherThan(answers[1]!), later(61))
		);
	});
	it('keeps neither the phone nor the code in clear, nor the address', async () => {
		const phone = newPhone();
		const address = newAddress();
		const { code } = await ask(phone, now, address);
		const rows = await inCommon(({ tx }) => tx.select().from(signInCodes));
		const kept = rows.flatMap((row) => Object.values(row).map(String));
		for (const secret of [phone, code, address]) expect(kept).not.toContain(secret);
		expect(rows.filter(({ phoneSealed }) => phoneSealed.includes(phone))).toEqual([]);
	});
	it('a landline or nonsense cannot', async () => {
		for (const phone of ['02112345678', '110', 'x', '']) {
			await expect(ask(phone)).rejects.toMatchObject({ code: 'invalid', detail: 'phone' });
		}
	});
});

describe('entering a code', () => {
	it('makes the account at the first sign-in and finds it at the next', async () => {
		const phone = newPhone();
		const [one, two] = [await ask(phone), await ask(phone, later(60))];
		const first = await enter(one.id, one.code);
		const second = await enter(two.id, two.code, later(61));
		expect(first).toEqual({ ok: true, accountId: expect.any(String) });
		expect(second).toEqual(first);
		const account = first.ok && (await inCommon((scope) => accountById(scope, first.accountId)));
		expect(account && accountPhone(account)).toBe(phone);
	});
	it('works once', async () => {
		const { id, code } = await ask(newPhone());
		await enter(id, code);
		expect(await enter(id, code)).toMatchObject({ ok: false, reason: 'used' });
	});
	it('works once when it comes twice at the same moment', async () => {
		const { id, code } = await ask(newPhone());
		const answers = await Promise.all([enter(id, code), enter(id, code)]);
		expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
	});
	it('may be wrong five times, and then even the right one is too late', async () => {
		const fresh = await ask(newPhone());
		const left = [];
		for (let tries = 0; tries < 5; tries++) left.push(await enter(fresh.id, otherThan(fresh)));
		expect(left.map((answer) => !answer.ok && answer.left)).toEqual([4, 3, 2, 1, 0]);
		expect(await enter(fresh.id, fresh.code)).toMatchObject({ ok: false, reason: 'used_up' });
	});
	it('counts guesses that come at the same moment', async () => {
		const fresh = await ask(newPhone());
		const answers = await Promise.all(Array.from({ length: 12 }, () => enter(fresh.id, otherThan(fresh))));
		const compared = answers.filter(
			(answer) => !answer.ok && (answer.reason === 'wrong' || answer.left === 0)
		);
		expect(compared).toHaveLength(12);
		expect(answers.filter((answer) => !answer.ok && answer.reason === 'wrong')).toHaveLength(4);
		expect(await enter(fresh.id, fresh.code)).toMatchObject({ ok: false, reason: 'used_up' });
	});
	it('is too late after five minutes', async () => {
		const { id, code } = await ask(newPhone());
		expect(await enter(id, code, later(300))).toMatchObject({ ok: false, reason: 'lapsed' });
		expect(await enter(id, code, later(299))).toMatchObject({ ok: true });
	});
	it('works only in the attempt for which it was sent', async () => {
		const mine = await ask(newPhone());
		const other = await ask(newPhone());
		expect(await enter(other.id, mine.code === other.code ? otherThan(other) : mine.code)).toMatchObject({
			reason: 'wrong'
		});
		expect(await enter(newId(), mine.code)).toMatchObject({ ok: false, reason: 'unknown' });
	});
});
