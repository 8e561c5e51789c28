import type { Scope } from '#lib/db/client.server.ts';
import type { AppError } from '#lib/shared/errors.ts';
import type { Tapped } from './hold.server.ts';

/** So many who are told that a time of one service is gone, each within some seconds of the one before, are a crowd; milliseconds. */
const crowdSize = 5;
const crowdLasts = 5_000;
/** So long one of a crowd is told what the one before was told, milliseconds. */
const saidFor = 1_000;
/** More services than crowds want at once. */
const mostKept = 500;

/** A time, whoever wants it. */
type Wanted = Omit<Tapped, 'attendeeId'>;

interface Crowd {
	/** When the last one was told. */
	at: Date;
	/** How many were told. */
	many: number;
	/** What they were told, by place and time, and from when on that is said. */
	gone: Map<string, { from: Date; error: AppError }>;
}

const crowds = new Map<string, Crowd>();

/**
 * Where a crowd wants a service, a time of which one was told within the last second that it is gone is gone for the next one,
 * too, with the same times in its place: thousands ask for the last fifty places, and all but fifty have the same answer. When
 * that second is over one of them is sent to look, and the others are told the same until he is back. Who asks alone has
 * the database asked.
 * @param now the present moment
 * @returns what the one before was told, or null for whoever is to look
 */
export function refusedLately(communityId: string, wanted: Wanted, now: Date): AppError | null {
	const crowd = crowds.get(crowdKey(communityId, wanted));
	if (!crowd || crowd.many < crowdSize || isOver(crowd, now)) return null;
	const gone = crowd.gone.get(timeKey(wanted));
	if (!gone) return null;
	if (now.getTime() - gone.from.getTime() < saidFor) return gone.error;
	gone.from = now;
	return null;
}

/**
 * Keeps what somebody is told, for the next one.
 * @param now the present moment
 */
export function keepRefusal({ communityId }: Scope, wanted: Wanted, error: AppError, now: Date): void {
	const key = crowdKey(communityId, wanted);
	const before = crowds.get(key);
	const crowd = before && !isOver(before, now) ? before : { many: 0, gone: new Map() };
	crowd.gone.set(timeKey(wanted), { from: now, error });
	if (crowds.size >= mostKept) crowds.clear();
	crowds.set(key, { ...crowd, at: now, many: crowd.many + 1 });
}

/** Somebody had it: whoever comes next looks, too. */
export function forgetRefusal({ communityId }: Scope, wanted: Wanted): void {
	crowds.get(crowdKey(communityId, wanted))?.gone.delete(timeKey(wanted));
}

function isOver({ at }: Crowd, now: Date): boolean {
	return now.getTime() - at.getTime() >= crowdLasts;
}

function crowdKey(communityId: string, { serviceId }: Wanted): string {
	return `${communityId} ${serviceId}`;
}

function timeKey({ place, start }: Wanted): string {
	return `${place} ${start.getTime()}`;
}
