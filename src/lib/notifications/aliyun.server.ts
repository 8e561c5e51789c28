import { createHash, createHmac, randomUUID } from 'node:crypto';
import { log } from '#lib/shared/log.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { TextMessage, TextMessages } from './text-messages.server.ts';

/** Access to Aliyun's short message service. */
export interface AliyunAccount {
	endpoint: string;
	keyId: string;
	keySecret: string;
	/** The approved name that stands before the text, e.g. 【某某社区】. */
	signature: string;
	/** The approved template with the variable `code`. */
	codeTemplate: string;
}

const algorithm = 'ACS3-HMAC-SHA256';
const patience = 5_000;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Percent-encoding as RFC 3986 has it, which `encodeURIComponent` nearly is. */
function encode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
	);
}

/** Sends through Aliyun, action SendSms of 2017-05-25, signed as its V3 signature describes. */
export function aliyun(account: AliyunAccount): TextMessages {
	return {
		async send(message, now) {
			// the carrier's codes go to mainland numbers alone
			if (message.to.startsWith('+')) throw new AppError('not_possible_now', 'phone_abroad');
			const { url, headers } = signedRequest(account, message, now);
			const answer = await fetch(url, { method: 'POST', headers, signal: AbortSignal.timeout(patience) })
				.then((response) => response.json() as Promise<{ Code?: string }>)
				.catch((err: unknown) => ({ Code: err instanceof Error ? err.name : 'unknown' }));
			if (answer.Code === 'OK') return;
			log.warn({ code: answer.Code, reference: message.reference }, 'text message refused');
			throw new AppError('not_possible_now', 'text_messages');
		}
	};
}

function signedRequest(account: AliyunAccount, message: TextMessage, now: Date) {
	const endpoint = new URL(account.endpoint);
	const query = Object.entries({
		PhoneNumbers: message.to,
		SignName: account.signature,
		TemplateCode: account.codeTemplate,
		TemplateParam: JSON.stringify(message.params)
	})
		.map(([name, value]) => `${name}=${encode(value)}`)
		.join('&');
	const headers: Record<string, string> = {
		host: endpoint.host,
		'x-acs-action': 'SendSms',
		'x-acs-content-sha256': sha256(''),
		'x-acs-date': now.toISOString().replace(/\.\d{3}/, ''),
		'x-acs-signature-nonce': randomUUID(),
		'x-acs-version': '2017-05-25'
	};
	const names = Object.keys(headers).sort();
	const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
	const canonical = ['POST', endpoint.pathname, query, lines, names.join(';'), sha256('')].join('\n');
	const signature = createHmac('sha256', account.keySecret)
		.update(`${algorithm}\n${sha256(canonical)}`)
		.digest('hex');
	const authorization = `${algorithm} Credential=${account.keyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
	return { url: `${endpoint.origin}${endpoint.pathname}?${query}`, headers: { ...headers, authorization } };
}
