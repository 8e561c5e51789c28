import { hour } from '#lib/shared/time.ts';
import type { TaskRow } from './queries.server.ts';

/** Hours after the end of a task in which address and telephone can still be read: for a thing left behind. */
export const afterwards = 12 * hour;

/**
 * Until when the doer may read the address, telephone and note of the one helped. Least data (PIPL): from acceptance
 * to twelve hours after the end, be it the one agreed on or the one reported; not at all once the promise is off.
 * @returns null where it is closed whatever the time
 */
export function addressUntil(task: Pick<TaskRow, 'status' | 'during' | 'finishedAt'>): Date | null {
	if (task.status === 'cancelled' || task.status === 'dropped_out') return null;
	const end = task.finishedAt ?? task.during.end;
	return new Date(end.getTime() + afterwards);
}

/** True while address, telephone and note are open to the doer. */
export function addressOpen(task: Pick<TaskRow, 'status' | 'during' | 'finishedAt'>, now: Date): boolean {
	const until = addressUntil(task);
	return until !== null && now < until;
}
