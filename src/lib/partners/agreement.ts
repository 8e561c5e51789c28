import { daysBetween, type Day } from '#lib/shared/time.ts';
import type { AgreementState } from './partners.ts';

/** What is said of an agreement: its first day, its last one where there is one, and whether it was ended. */
export interface Agreement {
	since: Day;
	until: Day | null;
	endedAt: Date | null;
}

/** So many days before the last one staff are reminded to talk to the unit. */
export const noticeDays = 60;

/** How an agreement stands on a day. */
export function stateOn({ since, until, endedAt }: Agreement, day: Day): AgreementState {
	if (endedAt) return 'ended';
	if (day < since) return 'ahead';
	if (until === null) return 'running';
	if (until < day) return 'overdue';
	return daysBetween(day, until) <= noticeDays ? 'ending' : 'running';
}

/** True where the unit helps on this day. */
export function isInForce(agreement: Agreement, day: Day): boolean {
	const state = stateOn(agreement, day);
	return state === 'running' || state === 'ending';
}

/** The last day of an agreement that is ended on a day: none after it, and none before its first. */
export function lastDay({ since, until }: Agreement, day: Day): Day {
	const last = until !== null && until < day ? until : day;
	return last < since ? since : last;
}
