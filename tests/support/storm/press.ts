import { request, type Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** What came of it for one client. */
export interface Decided {
	/** 303 where it was done, else the status of the refusal; null where it was never decided. */
	status: number | null;
	/** The status of the first answer. */
	first: number;
	/** Milliseconds from the first try to the decision. */
	ms: number;
}

/** Longest line of tries of one client. */
const mostTries = 40;

/** Tries again while the answer is 503, after a pause in milliseconds, as a phone does. */
export async function untilDecided(
	send: () => Promise<{ status: number }>,
	retryAfter: number
): Promise<Decided> {
	const started = performance.now();
	let first: number | undefined;
	for (let tries = 0; tries < mostTries; tries++) {
		const { status } = await send();
		first ??= status;
		if (status !== 503) return { status, first, ms: performance.now() - started };
		await pause(retryAfter);
	}
	return { status: null, first: first!, ms: performance.now() - started };
}

/** A button on a page of the running app. */
export interface Button {
	/** The instance of the app. */
	url: string;
	/** The page, with the action. */
	path: string;
	cookie: string;
}

/** Presses a button as a phone with scripts does. */
export async function press(
	agent: Agent,
	{ url, path, cookie }: Button,
	form: Record<string, string>
): Promise<{ status: number }> {
	const headers = { cookie, origin: url, accept: 'application/json', 'x-sveltekit-action': 'true' };
	const { status, text } = await post(agent, url + path, headers, new URLSearchParams(form).toString());
	// an action's answer carries its own status
	return { status: status === 200 ? (JSON.parse(text) as { status: number }).status : status };
}

/** One POST of a form. */
export function post(
	agent: Agent,
	url: string,
	headers: Record<string, string>,
	body: string
): Promise<{ status: number; text: string }> {
	return new Promise((resolve, reject) => {
		const sent = request(
			url,
			{
				agent,
				method: 'POST',
				headers: {
					...headers,
					'content-type': 'application/x-www-form-urlencoded',
					'content-length': Buffer.byteLength(body)
				}
			},
			(answer) => {
				let text = '';
				answer.setEncoding('utf8');
				answer.on('data', (part: string) => (text += part));
				answer.on('end', () => resolve({ status: answer.statusCode!, text }));
				answer.on('error', reject);
			}
		);
		sent.on('error', reject);
		sent.end(body);
	});
}
