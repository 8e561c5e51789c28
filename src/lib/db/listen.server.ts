import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { env } from '../shared/env.server.ts';
import { appRole, clientOptions } from './client.server.ts';

/** Told what was sent, or null where something may have been missed. */
export type Heard = (payload: string | null) => void;

/** Milliseconds before a lost connection is tried again. */
const patience = 1_000;

/**
 * Hears what transactions send to a channel, on a connection of its own that is opened again whenever it is lost. What was
 * sent meanwhile is gone: then `heard` gets null.
 * @param channel a plain name
 * @returns ends it
 */
export function listen(channel: string, heard: Heard, url: string = env.databaseUrl): () => Promise<void> {
	let over = false;
	let opening = false;
	// the driver's own `listen` gives up for ever when the database is away at the first try
	const hearing = { onnotify: (_: string, payload: string) => heard(payload) };
	const client = postgres(url, {
		...clientOptions,
		...hearing,
		max: 1,
		idle_timeout: 0,
		max_lifetime: 0,
		fetch_types: false,
		connection: { application_name: 'linli-listener', role: appRole },
		onclose: () => void open()
	});
	async function open(): Promise<void> {
		if (opening) return;
		opening = true;
		while (!over && !(await isListening())) await pause(patience);
		opening = false;
		if (!over) heard(null);
	}
	const isListening = () =>
		client.unsafe(`listen ${channel}`).then(
			() => true,
			() => false
		);
	void open();
	return async () => {
		over = true;
		await client.end({ timeout: 1 });
	};
}
