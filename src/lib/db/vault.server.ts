import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '../shared/env.server.ts';

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

let master: Buffer | undefined;

/** The master key: from MASTER_KEY, else from a file under the data folder, made at the first start. */
function masterKey(): Buffer {
	master ??= env.masterKey ? Buffer.from(env.masterKey, 'base64') : keyFromFile();
	if (master.length !== keyBytes)
		throw new Error('MASTER_KEY must be 32 bytes in base64. MASTER_KEY 必须是 32 字节的 base64。');
	return master;
}

function keyFromFile(): Buffer {
	const folder = join(env.dataDir, 'keys');
	const file = join(folder, 'master.key');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	try {
		writeFileSync(file, randomBytes(keyBytes).toString('base64'), { mode: 0o600, flag: 'wx' });
	} catch (thrown) {
		// made before, or by another process at this moment
		if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
	}
	return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
}

const derived = new Map<string, Buffer>();

/** A key of the installation for one purpose, derived from the master once. */
export function purposeKey(purpose: string): Buffer {
	let key = derived.get(purpose);
	if (!key) {
		key = Buffer.from(hkdfSync('sha256', masterKey(), '', `linli:${purpose}`, keyBytes));
		derived.set(purpose, key);
	}
	return key;
}

/**
 * AES-256-GCM under a key. `context` names the row and column and must be the same when opened, so that a sealed
 * value moved to another row does not open.
 */
export function seal(key: Buffer, text: string, context: string): Buffer {
	const iv = randomBytes(ivBytes);
	const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context));
	const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), body]);
}

/** The text that was sealed. Throws when the key, the context or the bytes are not the ones it was sealed with. */
export function unseal(key: Buffer, sealed: Buffer, context: string): string {
	if (sealed[0] !== version) throw new Error('sealed in a form this program does not know');
	const iv = sealed.subarray(1, 1 + ivBytes);
	const tag = sealed.subarray(1 + ivBytes, 1 + ivBytes + tagBytes);
	const decipher = createDecipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(context)).setAuthTag(tag);
	const body = sealed.subarray(1 + ivBytes + tagBytes);
	return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}

/** A new key, wrapped by its parent: destroying the wrapped bytes erases all that was sealed under it. */
export function newWrappedKey(parent: Buffer | 'master', context: string): Buffer {
	return seal(parentKey(parent), randomBytes(keyBytes).toString('base64'), `key:${context}`);
}

/** The key inside a wrapped one. */
export function unwrapKey(parent: Buffer | 'master', wrapped: Buffer, context: string): Buffer {
	return Buffer.from(unseal(parentKey(parent), wrapped, `key:${context}`), 'base64');
}

function parentKey(parent: Buffer | 'master'): Buffer {
	return parent === 'master' ? purposeKey('wrap') : parent;
}

/** Keyed hash by which a value is found without being readable: phones, codes, addresses of devices. */
export function keyedHash(purpose: string, value: string): string {
	return createHmac('sha256', purposeKey(purpose)).update(value).digest('base64url');
}
