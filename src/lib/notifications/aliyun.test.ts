import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aliyun, type AliyunAccount } from './aliyun.server.ts';

const secret = 'the secret of the test';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Checks a request as the service does, from its public description of the V3 signature. */
function refusal(request: IncomingMessage): string | null {
	const parts = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(
		request.headers.authorization ?? ''
	);
	if (!parts) return 'IncompleteSignature';
	const [, keyId, signed, signature] = parts;
	if (keyId !== 'test-key') return 'InvalidAccessKeyId.NotFound';
	const url = new URL(request.url ?? '/', 'http://localhost');
	const query = url.search.slice(1).split('&').sort().join('&');
	const headers = signed!.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
	const canonical = [request.method, url.pathname, query, headers.join(''), signed, sha256('')].join('\n');
	const expected = createHmac('sha256', secret)
		.update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
		.digest('hex');
	return expected === signature ? null : 'SignatureDoesNotMatch';
}

describe('text messages through Aliyun', () => {
	const seen: URLSearchParams[] = [];
	let server: Server;
	let account: AliyunAccount;

	beforeAll(async () => {
		server = createServer((request, response) => {
			const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
			const limited = query.get('PhoneNumbers') === '13900000000' ? 'isv.BUSINESS_LIMIT_CONTROL' : null;
			const code = refusal(request) ?? limited ?? 'OK';
			seen.push(query);
			response
				.setHeader('content-type', 'application/json')
				.end(JSON.stringify({ Code: code, Message: code }));
		});
		await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
		const { port } = server.address() as AddressInfo;
		account = {
			endpoint: `http://127.0.0.1:${port}/`,
			keyId: 'test-key',
			keySecret: secret,
			signature: '城东社区（测试）*',
			codeTemplate: 'SMS_1'
		};
	});
	afterAll(() => new Promise((closed) => server.close(closed)));

	const message = {
		reference: 'r',
		to: '13800000001',
		template: 'sign_in_code',
		params: { code: '012345' }
	} as const;
	const now = new Date('2026-11-22T02:00:00.123Z');

	it('arrive with a signature the service accepts, with the code in the template', async () => {
		await aliyun(account).send(message, now);
		expect(Object.fromEntries(seen.at(-1)!)).toEqual({
			PhoneNumbers: '13800000001',
			SignName: '城东社区（测试）*',
			TemplateCode: 'SMS_1',
			TemplateParam: '{"code":"012345"}'
		});
	});
	it('go to no number abroad, and say so', async () => {
		const before = seen.length;
		const abroad = { code: 'not_possible_now', detail: 'phone_abroad' };
		await expect(aliyun(account).send({ ...message, to: '+12025550100' }, now)).rejects.toMatchObject(abroad);
		expect(seen).toHaveLength(before);
	});
	it('are said to have failed when the key is wrong, the number is limited or nobody answers', async () => {
		const failed = { code: 'not_possible_now', detail: 'text_messages' };
		await expect(aliyun({ ...account, keySecret: 'wrong' }).send(message, now)).rejects.toMatchObject(failed);
		await expect(aliyun(account).send({ ...message, to: '13900000000' }, now)).rejects.toMatchObject(failed);
		const nowhere = { ...account, endpoint: 'http://127.0.0.1:1/' };
		await expect(aliyun(nowhere).send(message, now)).rejects.toMatchObject(failed);
	});
});
