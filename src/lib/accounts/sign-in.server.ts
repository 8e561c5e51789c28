import { randomInt, timingSafeEqual } from 'node:crypto';
import type { GlobalScope } from '../db/client.server.ts';
import { keyedHash, purposeKey, seal, unseal } from '../db/vault.server.ts';
import { AppError } from '../shared/errors.ts';
import { newId } from '../shared/ids.ts';
import { day, hour } from '../shared/time.ts';
import { newAccountKey, phoneHash, sealAccountPhone } from './keys.server.ts';
import { isForeign, isMobile, readPhone } from './phone.ts';
import { accountByPhone, type AccountRow, addAccount } from './account-queries.server.ts';
import {
	addCode,
	codeForUpdate,
	codesAsked,
	countTry,
	forgetOldCodes,
	useCode
} from './code-queries.server.ts';
import { codeState, mayAskCode, signInRules } from './sign-in.ts';

/** A code that is to be sent to a phone. */
export interface FreshCode {
	/** Names the attempt; kept in the browser that asked. */
	id: string;
	phone: string;
	code: string;
}

function hashOfCode(attempt: string, code: string): string {
	return keyedHash('sign-in-code', `${attempt}|${code}`);
}

function place(attempt: string): string {
	return `sign_in_codes.phone:${attempt}`;
}

/**
 * Makes a code for a phone. Does the same for known and unknown phones.
 * @param asked.address where it was asked from; only its keyed hash is kept
 * @throws AppError `invalid` for a number that gets no text messages, `too_many` when limits are reached
 */
export async function askCode(
	scope: GlobalScope,
	asked: { phone: string; address: string },
	now: Date
): Promise<FreshCode> {
	const phone = readPhone(asked.phone);
	if (!phone || !(isMobile(phone) || isForeign(phone))) throw new AppError('invalid', 'phone');
	const hashes = { phoneHash: phoneHash(phone), addressHash: keyedHash('address', asked.address) };
	const since = { phone: new Date(now.getTime() - day), address: new Date(now.getTime() - hour) };
	await forgetOldCodes(scope, since.phone);
	const answer = mayAskCode(await codesAsked(scope, hashes, since), now);
	if (!answer.may) {
		const seconds = Math.ceil((answer.until.getTime() - now.getTime()) / 1000);
		throw new AppError('too_many', answer.reason, { seconds, minutes: Math.ceil(seconds / 60) });
	}
	const id = newId();
	const code = String(randomInt(1_000_000)).padStart(6, '0');
	await addCode(scope, {
		id,
		...hashes,
		phoneSealed: seal(purposeKey('sign-in'), phone, place(id)),
		codeHash: hashOfCode(id, code),
		createdAt: now,
		expiresAt: new Date(now.getTime() + signInRules.codeLives)
	});
	return { id, phone, code };
}

export type CodeAnswer =
	| { ok: true; accountId: string }
	| { ok: false; reason: 'wrong' | 'lapsed' | 'used' | 'used_up' | 'unknown'; left: number };

/**
 * Compares a code and makes the account at the first sign-in. Answers instead of throwing, so that a wrong try is
 * counted and not rolled back.
 */
export async function enterCode(
	scope: GlobalScope,
	given: { attempt: string; code: string },
	now: Date
): Promise<CodeAnswer> {
	const row = await codeForUpdate(scope, given.attempt);
	if (!row) return { ok: false, reason: 'unknown', left: 0 };
	const state = codeState(row, now);
	if (state !== 'open') return { ok: false, reason: state, left: 0 };
	const expected = Buffer.from(row.codeHash);
	if (!timingSafeEqual(expected, Buffer.from(hashOfCode(row.id, given.code)))) {
		await countTry(scope, row.id);
		const left = signInRules.tries - row.tries - 1;
		return { ok: false, reason: left > 0 ? 'wrong' : 'used_up', left };
	}
	await useCode(scope, row.id, now);
	const phone = unseal(purposeKey('sign-in'), row.phoneSealed, place(row.id));
	const account = (await accountByPhone(scope, row.phoneHash)) ?? (await openAccount(scope, phone, now));
	return { ok: true, accountId: account.id };
}

async function openAccount(scope: GlobalScope, phone: string, now: Date): Promise<AccountRow> {
	const id = newId();
	const wrappedKey = newAccountKey(id);
	return addAccount(scope, {
		id,
		phoneHash: phoneHash(phone),
		phoneSealed: sealAccountPhone(id, wrappedKey, phone),
		wrappedKey,
		createdAt: now
	});
}
