import { day } from '#lib/shared/time.ts';

/** So many messages of a group reach all its members … */
export const mostMessages = 3;
/** … within so many days: who is told too much reads nothing. */
export const budgetDays = 7;

/** The instant after which messages count. */
export function budgetSince(now: Date): Date {
	return new Date(now.getTime() - budgetDays * day);
}

/** True where one more may go out. @param sent messages since `budgetSince` */
export function mayWriteAgain(sent: number): boolean {
	return sent < mostMessages;
}
