import { afterEach, describe, expect, it, vi } from 'vitest';
import { env } from './env.server.ts';

afterEach(() => {
	vi.unstubAllEnvs();
});

describe('the environment', () => {
	it('needs a database, and says so in both languages', () => {
		vi.stubEnv('DATABASE_URL', undefined);
		expect(() => env.databaseUrl).toThrow('DATABASE_URL is not set. 没有设置 DATABASE_URL。');
	});
	it('is the usual where nothing, or nothing that can be, is set', () => {
		vi.stubEnv('POOL_SIZE', 'many');
		vi.stubEnv('WORKERS', 'all');
		vi.stubEnv('MASTER_KEY', '');
		expect([env.poolSize, env.workers, env.masterKey]).toEqual([10, 'inline', undefined]);
	});
	it('sends text messages only when the whole account is there', () => {
		vi.stubEnv('SMS_KEY_ID', 'id');
		vi.stubEnv('SMS_KEY_SECRET', 'secret');
		vi.stubEnv('SMS_SIGNATURE', '城东社区');
		expect(env.sms).toBeUndefined();
		vi.stubEnv('SMS_CODE_TEMPLATE', 'SMS_1');
		expect(env.sms).toMatchObject({ keyId: 'id', codeTemplate: 'SMS_1' });
	});
});
