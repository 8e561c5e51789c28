import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addAccount } from '#lib/accounts/account-queries.server.ts';
import { sessionsOf } from '#lib/accounts/session-queries.server.ts';
import {
	closeAllSessions,
	closeSession,
	openSession,
	readSession,
	sessionHash
} from '#lib/accounts/sessions.server.ts';
import { sessions } from '#lib/accounts/tables.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { day } from '#lib/shared/time.ts';
import { openStore } from '../../support/open-store.ts';

openStore();

afterEach(() => vi.useRealTimers());

async function newAccount(): Promise<string> {
	const id = newId();
	const row = {
		id,
		phoneHash: id,
		phoneSealed: Buffer.of(1),
		wrappedKey: Buffer.of(1),
		createdAt: new Date()
	};
	await inCommon((scope) => addAccount(scope, row));
	return id;
}

/** Lets days pass for the process; the database's own clock decides nothing. */
function daysLater(count: number): void {
	vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + count * day });
}

const rowsOf = (accountId: string) => inCommon((scope) => sessionsOf(scope, accountId));

describe('a session', () => {
	it('is known by its id, of which the database holds only a hash', async () => {
		const accountId = await newAccount();
		const { id } = await openSession(accountId, 'phone');
		expect(await readSession(id)).toMatchObject({ accountId, idHash: sessionHash(id) });
		const rows = await rowsOf(accountId);
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain(id);
	});
	it('is not opened by what stands in the database', async () => {
		const accountId = await newAccount();
		const { id } = await openSession(accountId, 'phone');
		expect(await readSession(sessionHash(id))).toBeNull();
	});
	it('is another at each sign-in, on each device', async () => {
		const accountId = await newAccount();
		const [one, two] = [await openSession(accountId, 'phone'), await openSession(accountId, 'desk')];
		expect(one.id).not.toBe(two.id);
		await closeSession(one.id);
		expect(await readSession(one.id)).toBeNull();
		expect(await readSession(two.id)).toMatchObject({ accountId });
	});
	it('moves on while it is used, ends after thirty days without', async () => {
		const { id } = await openSession(await newAccount(), 'phone');
		daysLater(20);
		expect((await readSession(id))?.movedTo?.getTime()).toBeGreaterThan(Date.now() + 29 * day);
		daysLater(29);
		expect(await readSession(id)).not.toBeNull();
		daysLater(31);
		expect(await readSession(id)).toBeNull();
	});
	it('ends half a year after sign-in however much it is used', async () => {
		const { id } = await openSession(await newAccount(), 'phone');
		for (let month = 0; month < 8; month++) {
			daysLater(20);
			expect(await readSession(id), `day ${(month + 1) * 20}`).not.toBeNull();
		}
		daysLater(20);
		expect(await readSession(id)).toBeNull();
	});
	it('keeps no more of a device than fits', async () => {
		const accountId = await newAccount();
		await openSession(accountId, 'x'.repeat(5000));
		expect((await rowsOf(accountId))[0]?.device).toHaveLength(120);
	});
	it('ends with all others of its account, and nobody else’s', async () => {
		const [accountId, other] = [await newAccount(), await newAccount()];
		const ids = [(await openSession(accountId, 'phone')).id, (await openSession(accountId, 'desk')).id];
		const { id: spared } = await openSession(other, 'phone');
		await closeAllSessions(accountId);
		for (const id of ids) expect(await readSession(id)).toBeNull();
		expect(await readSession(spared)).toMatchObject({ accountId: other });
	});
	it('ends when its row does', async () => {
		const { id } = await openSession(await newAccount(), 'phone');
		await inCommon(({ tx }) => tx.delete(sessions).where(eq(sessions.idHash, sessionHash(id))));
		expect(await readSession(id)).toBeNull();
	});
});
