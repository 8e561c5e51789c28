import { inCommunity } from '#lib/db/client.server.ts';
import { appNow } from '#lib/db/clock.server.ts';
import { listen } from '#lib/db/listen.server.ts';
import { log } from '#lib/shared/log.server.ts';
import { readHall, type Hall } from './hall.server.ts';
import { hallNews, ticketNews } from './news.server.ts';

/*
 * Everybody who looks at a hall is told when something happens there. One connection per process hears it from the database,
 * the hall is read once for all who look at it, and each gets what is new for him.
 */

/** Somebody who looks at a hall. */
export interface Watcher {
	/** The number that he waits with; null for who looks at the whole hall. */
	ticketId: string | null;
	/** Is given all there is to see, as JSON in bytes: whoever missed something has it with the next. */
	tell(news: Uint8Array): void;
	/** This process stops; he is to come again. */
	end(): void;
}

/** The hall that is looked at. */
export interface Place {
	communityId: string;
	stationId: string;
	zone: string;
}

interface Room extends Place {
	/** What each was told last. */
	watchers: Map<Watcher, Uint8Array | null>;
	hall: Hall | null;
	reading: boolean;
	/** Something has happened while it was read. */
	stale: boolean;
}

/** Milliseconds after which everybody is told again: waits change with the clock, and lines without traffic are cut. */
const pulse = 20_000;

const rooms = new Map<string, Room>();
let ending: (() => Promise<void>) | undefined;

/** Looks at a hall until the answer is called. The first news comes at once. */
export function watch(place: Place, watcher: Watcher): () => void {
	ending ??= open();
	const key = `${place.communityId}/${place.stationId}`;
	const room = rooms.get(key) ?? { ...place, watchers: new Map(), hall: null, reading: false, stale: false };
	rooms.set(key, room);
	room.watchers.set(watcher, null);
	if (room.hall) tell(room, room.hall, [watcher]);
	else void refresh(room);
	return () => {
		room.watchers.delete(watcher);
		if (room.watchers.size === 0) rooms.delete(key);
	};
}

/** Ends all that is open here. */
export async function closeLive(): Promise<void> {
	const closing = ending;
	ending = undefined;
	await closing?.();
}

function open(): () => Promise<void> {
	const stop = listen('hall', (key) => {
		for (const room of key === null ? rooms.values() : [rooms.get(key)]) if (room) void refresh(room);
	});
	const clock = setInterval(() => {
		for (const room of rooms.values()) void refresh(room, true);
	}, pulse);
	const drain = () => {
		for (const { watchers } of rooms.values()) for (const watcher of watchers.keys()) watcher.end();
	};
	process.on('app:draining', drain);
	return async () => {
		clearInterval(clock);
		process.off('app:draining', drain);
		drain();
		rooms.clear();
		await stop();
	};
}

/** Reads a hall anew and tells everybody for whom something is new. What happens meanwhile is read once more after. */
async function refresh(room: Room, again = false): Promise<void> {
	if (room.reading) {
		room.stale = true;
		return;
	}
	room.reading = true;
	try {
		do {
			room.stale = false;
			const here = { now: appNow(), zone: room.zone };
			room.hall = await inCommunity(room.communityId, (scope) => readHall(scope, room.stationId, here));
			tell(room, room.hall, room.watchers.keys(), again);
		} while (room.stale);
	} catch (err) {
		room.hall = null; // read again with the next pulse
		log.error({ err }, 'hall');
	} finally {
		room.reading = false;
	}
}

function tell(room: Room, hall: Hall, watchers: Iterable<Watcher>, again = false): void {
	const now = appNow();
	const said = new Map<string | null, Uint8Array>();
	for (const watcher of watchers) {
		const { ticketId } = watcher;
		const news =
			said.get(ticketId) ??
			Buffer.from(
				JSON.stringify(ticketId === null ? hallNews(hall, now) : (ticketNews(hall, ticketId) ?? null))
			);
		said.set(ticketId, news);
		const before = room.watchers.get(watcher);
		if (!again && before && Buffer.compare(before, news) === 0) continue;
		room.watchers.set(watcher, news);
		watcher.tell(news);
	}
}
