import type { Scope } from '#lib/db/client.server.ts';
import type { AppError } from '#lib/shared/errors.ts';
import type { Tapped } from './hold.server.ts';

/** So many who are told that a time is gone, each within some seconds of the one before, are a crowd; milliseconds. */
const crowd = 5;
const crowdLasts = 5_000;
/** So long one of a crowd is told what the one before was told, milliseconds. */
const saidFor = 1_000;
/** More times than crowds want at once. */
const mostKept = 500;

/** A time, whoever wants it. */
type Wanted = Omit<Tapped, 'attendeeId'>;

const kept = new Map<string, { at: Date; error: AppError; many: number }>();

/**
 * Where a crowd wants a time of which one was told within the last second that it is gone, it is gone for the next one, too,
 * with the same times in its place: thousands ask for the last fifty places, and all but fifty have the same answer. A
 * place that becomes free in that second is seen in the next. Who asks alone has the database asked.
 * @param now the present moment
 * @returns what the one before was told, or null
 */
export function refusedLately(communityId: string, wanted: Wanted, now: Date): AppError | null {
	const lately = kept.get(keyOf(communityId, wanted));
	if (!lately || lately.many < crowd) return null;
	return now.getTime() - lately.at.getTime() < saidFor ? lately.error : null;
}

/**
 * Keeps what somebody is told, for the next one.
 * @param now the present moment
 */
export function keepRefusal({ communityId }: Scope, wanted: Wanted, error: AppError, now: Date): void {
	if (kept.size >= mostKept) kept.clear();
	const key = keyOf(communityId, wanted);
	const before = kept.get(key);
	const goesOn = before && now.getTime() - before.at.getTime() < crowdLasts;
	kept.set(key, { at: now, error, many: goesOn ? before.many + 1 : 1 });
}

function keyOf(communityId: string, { serviceId, place, start }: Wanted): string {
	return `${communityId} ${serviceId} ${place} ${start.getTime()}`;
}
