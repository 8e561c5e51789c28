import { openDB, type IDBPDatabase } from 'idb';

/** The name of the database on the phone. */
export const outboxName = 'outbox';

/** A form that was sent without a network, as it will be sent. */
export interface Kept {
	/** Names it on this phone. */
	key: string;
	action: string;
	fields: [name: string, value: string][];
	/** When it was meant to be sent, ISO 8601. */
	at: string;
}

function open(): Promise<IDBPDatabase> {
	return openDB(outboxName, 1, {
		upgrade(db) {
			db.createObjectStore('forms', { keyPath: 'key' });
		}
	});
}

/** Keeps a form on this phone until there is a network. */
export async function keep(form: Kept): Promise<void> {
	const db = await open();
	await db.put('forms', form);
	db.close();
}

/** What waits, the first first. */
export async function waiting(): Promise<Kept[]> {
	const db = await open();
	const all = (await db.getAll('forms')) as Kept[];
	db.close();
	return all.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

async function drop(key: string): Promise<void> {
	const db = await open();
	await db.delete('forms', key);
	db.close();
}

/** What the server says to a form: it went through, or why it did not; null where it must be tried again. */
export type Send = (form: Kept) => Promise<{ refused: string | null } | null>;

/**
 * Sends what waits, in order, until one does not get through.
 * @returns how many were taken, and the words of those that were refused
 */
export async function sendAll(send: Send): Promise<{ sent: number; refused: string[] }> {
	const refused: string[] = [];
	let sent = 0;
	for (const form of await waiting()) {
		const answer = await send(form).catch(() => null);
		if (!answer) break;
		await drop(form.key);
		if (answer.refused === null) sent++;
		else refused.push(answer.refused);
	}
	return { sent, refused };
}
