import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFrom } from '#lib/demo/random.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Client, Hall, Wanted } from './hall.ts';

/** What came of it for one client. */
export interface Decided {
	/** 303 where it was booked, else the status of the refusal; null where it was never decided. */
	status: number | null;
	/** The status of the first answer. */
	first: number;
	/** Milliseconds from the first try to the decision. */
	ms: number;
}

interface Answer {
	status: number;
}

/** Sends one try and says its status as the page would read it. */
export type Send = (client: Client, order: Order) => Promise<Answer>;

/** What a client asks for, the same on each try. */
export interface Order {
	key: string;
	start: Date;
	/** Which instance it speaks to. */
	instance: number;
}

/** Longest line of tries of one client. */
const mostTries = 40;

/**
 * All clients want a place of one service at once, each at a time that the seed draws. 503 is tried again with the same
 * key after the pause that it asks for.
 */
export async function storm(
	clients: readonly Client[],
	{ starts }: Wanted,
	send: Send,
	seed: number,
	retryAfter = 2_000
): Promise<{ decided: Decided[]; ms: number }> {
	const random = randomFrom(seed, 'storm');
	const orders = clients.map((_, at) => ({
		key: newId(),
		start: random.pick(starts),
		instance: at % 2,
		jitter: random.next()
	}));
	const began = performance.now();
	const decided = await Promise.all(
		clients.map(async (client, at) => {
			const { jitter, ...order } = orders[at]!;
			const started = performance.now();
			let first: number | undefined;
			for (let tries = 0; tries < mostTries; tries++) {
				const { status } = await send(client, order);
				first ??= status;
				if (status !== 503) return { status, first, ms: performance.now() - started };
				await pause(retryAfter * (0.5 + jitter));
			}
			return { status: null, first: first!, ms: performance.now() - started };
		})
	);
	return { decided, ms: performance.now() - began };
}

/** Presses “confirm” on the running app as a phone with scripts does. */
export function pressing(
	{ slug }: Hall,
	{ serviceId }: Wanted,
	urls: readonly string[]
): Send & { close(): void } {
	const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
	const send: Send = ({ personId, cookie }, { key, start, instance }) => {
		const url = urls[instance % urls.length]!;
		const body = new URLSearchParams({ key, start: start.toISOString(), place: 'desk', for: personId });
		const path = `/${slug}/services/${serviceId}/book/confirm?start=${encodeURIComponent(start.toISOString())}`;
		const headers = { cookie, origin: url, accept: 'application/json', 'x-sveltekit-action': 'true' };
		return post(agent, url + path, headers, body.toString()).then(({ status, text }) => {
			// an action's answer carries its own status
			const said = status === 200 ? (JSON.parse(text) as { status: number }).status : status;
			return { status: said };
		});
	};
	return Object.assign(send, { close: () => agent.destroy() });
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
