import { join } from 'node:path';

/** The process environment, read in this one place. Getters, so that a test may set a value before first use. */
export const env = {
	/** Connection of the owner of the schema: migrates, and lends the application its role. */
	get databaseUrl(): string {
		const url = process.env.DATABASE_URL;
		if (!url) throw new Error('DATABASE_URL is not set. 没有设置 DATABASE_URL。');
		return url;
	},
	/** Where keys and the embedded database live. */
	get dataDir(): string {
		return process.env.DATA_DIR || join(process.cwd(), '.data');
	},
	/** 32 bytes in base64; without it a key file under the data folder is made and used. */
	get masterKey(): string | undefined {
		return process.env.MASTER_KEY || undefined;
	},
	/** Connections in the pool. */
	get poolSize(): number {
		return Number(process.env.POOL_SIZE) || 10;
	},
	/** `inline`: this process also works the queue; `none`: it only serves; `only`: it only works the queue. */
	get workers(): 'inline' | 'none' | 'only' {
		const value = process.env.WORKERS;
		return value === 'none' || value === 'only' ? value : 'inline';
	},
	/** Obeyed only in a demo database. */
	get testNow(): string | undefined {
		return process.env.TEST_NOW || undefined;
	},
	/** Folder of the generated migrations. */
	get migrationsFolder(): string {
		return process.env.MIGRATIONS_DIR || join(process.cwd(), 'drizzle');
	},
	get logLevel(): string {
		return process.env.LOG_LEVEL || 'info';
	},
	/** Text messages: the provider's address and account. Without them none leave the app. */
	get sms():
		| { endpoint: string; keyId: string; keySecret: string; signature: string; codeTemplate: string }
		| undefined {
		const { SMS_ENDPOINT, SMS_KEY_ID, SMS_KEY_SECRET, SMS_SIGNATURE, SMS_CODE_TEMPLATE } = process.env;
		if (!SMS_KEY_ID || !SMS_KEY_SECRET || !SMS_SIGNATURE || !SMS_CODE_TEMPLATE) return undefined;
		return {
			endpoint: SMS_ENDPOINT || 'https://dysmsapi.aliyuncs.com/',
			keyId: SMS_KEY_ID,
			keySecret: SMS_KEY_SECRET,
			signature: SMS_SIGNATURE,
			codeTemplate: SMS_CODE_TEMPLATE
		};
	}
};
