import { minute } from '#lib/shared/time.ts';
import { endOfNight, nightHalf } from './night.ts';

/** With less than this left to answer, a reminder is only haste. */
const leastLeft = 10 * minute;

/**
 * When somebody who has not answered is reminded, once: halfway through the time for thinking, in the morning where that
 * is in the night. Null where too little would be left then.
 * @param sentAt when the offer went out
 * @param expiresAt when it lapses
 * @param zone of the community: its night counts
 */
export function reminderAt(sentAt: Date, expiresAt: Date, zone: string): Date | null {
	const half = new Date((sentAt.getTime() + expiresAt.getTime()) / 2);
	const awake = nightHalf(half, zone) ? endOfNight(half, zone) : half;
	return mayRemind(awake, expiresAt, zone) ? awake : null;
}

/** Whether a reminder still makes sense: by day, and while there is time to answer. */
export function mayRemind(now: Date, expiresAt: Date, zone: string): boolean {
	return nightHalf(now, zone) === null && expiresAt.getTime() - now.getTime() >= leastLeft;
}
