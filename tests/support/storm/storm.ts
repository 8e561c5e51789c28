import { Agent } from 'node:http';
import { randomFrom } from '#lib/demo/random.ts';
import { newId } from '#lib/shared/ids.ts';
import type { Client, Hall, Wanted } from './hall.ts';
import { press, untilDecided, type Decided } from './press.ts';

/** Sends one try and says its status as the page would read it. */
export type Send = (client: Client, order: Order) => Promise<{ status: number }>;

/** What a client asks for, the same on each try. */
export interface Order {
	key: string;
	start: Date;
	/** Which instance it speaks to. */
	instance: number;
}

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
		clients.map((client, at) => {
			const { jitter, ...order } = orders[at]!;
			return untilDecided(() => send(client, order), retryAfter * (0.5 + jitter));
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
		const at = start.toISOString();
		const path = `/${slug}/services/${serviceId}/book/confirm?start=${encodeURIComponent(at)}`;
		const button = { url: urls[instance % urls.length]!, path, cookie };
		return press(agent, button, { key, start: at, place: 'desk', for: personId });
	};
	return Object.assign(send, { close: () => agent.destroy() });
}
