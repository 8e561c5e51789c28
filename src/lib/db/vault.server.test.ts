import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The vault of a process that has just started, since it keeps its master once read. */
async function startedVault() {
	vi.resetModules();
	return import('./vault.server.ts');
}

const text = '13800000001';
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'linli-vault-'));
	vi.stubEnv('DATA_DIR', folder);
	vi.stubEnv('MASTER_KEY', undefined);
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

describe('sealed text', () => {
	it('opens with its key and its place, each time sealed anew', async () => {
		const { seal, unseal } = await startedVault();
		const key = randomBytes(32);
		const [one, two] = [seal(key, text, 'people.phone:1'), seal(key, text, 'people.phone:1')];
		expect(unseal(key, one, 'people.phone:1')).toBe(text);
		expect(one.equals(two)).toBe(false);
		expect(one.includes(text)).toBe(false);
	});
	it('does not open in another place, with another key, or changed by one bit', async () => {
		const { seal, unseal } = await startedVault();
		const key = randomBytes(32);
		const sealed = seal(key, text, 'people.phone:1');
		expect(() => unseal(key, sealed, 'people.phone:2')).toThrow();
		expect(() => unseal(randomBytes(32), sealed, 'people.phone:1')).toThrow();
		for (const at of [0, 1, 13, sealed.length - 1]) {
			const changed = Buffer.from(sealed);
			changed[at]! ^= 1;
			expect(() => unseal(key, changed, 'people.phone:1')).toThrow();
		}
		expect(() => unseal(key, sealed.subarray(0, 20), 'people.phone:1')).toThrow();
	});
});

describe('a wrapped key', () => {
	it('opens only under its parent and for its holder', async () => {
		const { newWrappedKey, unwrapKey } = await startedVault();
		const community = unwrapKey('master', newWrappedKey('master', 'community:a'), 'community:a');
		const wrapped = newWrappedKey(community, 'person:1');
		expect(unwrapKey(community, wrapped, 'person:1')).toHaveLength(32);
		expect(() => unwrapKey(community, wrapped, 'person:2')).toThrow();
		expect(() => unwrapKey('master', wrapped, 'person:1')).toThrow();
	});
});

describe('the master key', () => {
	it('is made once, for its owner alone, and found again after a restart', async () => {
		const before = (await startedVault()).keyedHash('phone', text);
		expect((await startedVault()).keyedHash('phone', text)).toBe(before);
		expect(statSync(join(folder, 'keys', 'master.key')).mode & 0o777).toBe(0o600);
	});
	it('of the environment wins over the file', async () => {
		const before = (await startedVault()).keyedHash('phone', text);
		vi.stubEnv('MASTER_KEY', randomBytes(32).toString('base64'));
		expect((await startedVault()).keyedHash('phone', text)).not.toBe(before);
	});
	it('of a wrong length is refused', async () => {
		vi.stubEnv('MASTER_KEY', randomBytes(16).toString('base64'));
		const { keyedHash } = await startedVault();
		expect(() => keyedHash('phone', text)).toThrow('MASTER_KEY must be 32 bytes');
	});
});

describe('a keyed hash', () => {
	it('is the same for the same value and purpose, and tells nothing across purposes', async () => {
		const { keyedHash } = await startedVault();
		expect(keyedHash('phone', text)).toBe(keyedHash('phone', text));
		expect(keyedHash('phone', text)).not.toBe(keyedHash('address', text));
		expect(keyedHash('phone', text)).not.toBe(keyedHash('phone', '13800000002'));
	});
});
