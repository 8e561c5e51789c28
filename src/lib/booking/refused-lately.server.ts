import { isCrowded, type Scope } from '#lib/db/client.server.ts';
import type { AppError } from '#lib/shared/errors.ts';
import type { Tapped } from './hold.server.ts';

/** So long a refusal is said again, milliseconds. */
const saidFor = 1_000;
/** More times than a crowd wants at once. */
const mostKept = 500;

/** A time, whoever wants it. */
type Wanted = Omit<Tapped, 'attendeeId'>;

const kept = new Map<string, { at: Date; error: AppError }>();

/**
 * While people stand in line, a time of which somebody was told within the last second that it is gone is gone for the
 * next one, too, with the same times in its place: thousands ask for the last fifty places, and all but fifty have the
 * same answer. A place that becomes free in that second is seen in the next.
 * @returns what the one before was told, or null
 */
export function refusedLately(communityId: string, tapped: Wanted, now: Date): AppError | null {
	if (!isCrowded()) return null;
	const lately = kept.get(keyOf(communityId, tapped));
	return lately && now.getTime() - lately.at.getTime() < saidFor ? lately.error : null;
}

/** Keeps what somebody is told, for the next one. */
export function keepRefusal({ communityId }: Scope, tapped: Wanted, error: AppError, now: Date): void {
	if (kept.size >= mostKept) kept.clear();
	kept.set(keyOf(communityId, tapped), { at: now, error });
}

function keyOf(communityId: string, { serviceId, place, start }: Wanted): string {
	return `${communityId} ${serviceId} ${place} ${start.getTime()}`;
}
