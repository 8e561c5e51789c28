import { addDays, day, dayOf, instantAt, minute, type Day, type Span } from '#lib/shared/time.ts';
import { daysToAgree, type PairingState } from './pairings.ts';

/** What a pair's calendar hangs on. */
export interface Tended {
	status: PairingState;
	approvedAt: Date;
	acceptedAt?: Date | null;
	/** The last day of a pause. */
	pausedUntil?: Day | null;
	/** The visit ahead, or the first meeting. */
	visit?: { during: Span; status: 'planned' | 'under_way' } | null;
	/** Minutes after its time at which a visit that has not begun alarms staff. */
	alarmMinutes?: number | null;
}

/**
 * What may fall due: an offer that nobody answered, a first meeting that was not agreed on or did not happen, a visit
 * that has not begun, was missed or never finished, a pause that is over.
 */
export type Due =
	| 'offer_silent'
	| 'not_agreed'
	| 'not_met'
	| 'visit_late'
	| 'visit_missed'
	| 'visit_unfinished'
	| 'pause_over';

/** Days after which staff ask a member who has not answered. */
const daysToAnswer = 7;
/** The hour at which staff read in the morning what did not happen the day before. */
const morning = '09:00';

/** Everything that falls due for a pair as it stands, and when. */
export function calendarOf(pair: Tended, zone: string): { what: Due; at: Date }[] {
	const { status, approvedAt, acceptedAt, pausedUntil, visit, alarmMinutes } = pair;
	const later = (from: Date, days: number) => new Date(from.getTime() + days * day);
	if (status === 'offered') return [{ what: 'offer_silent', at: later(approvedAt, daysToAnswer) }];
	if (status === 'setting_up') {
		return [{ what: 'not_agreed', at: later(acceptedAt ?? approvedAt, daysToAgree) }];
	}
	if (status === 'paused') {
		return pausedUntil ? [{ what: 'pause_over', at: instantAt(addDays(pausedUntil, 1), '00:00', zone) }] : [];
	}
	if (!visit) return [];
	const nextDay = addDays(dayOf(visit.during.start, zone), 1);
	if (status === 'first_meeting') return [{ what: 'not_met', at: instantAt(nextDay, morning, zone) }];
	if (status !== 'going_on') return [];
	const over = instantAt(nextDay, '00:00', zone);
	if (visit.status === 'under_way') return [{ what: 'visit_unfinished', at: over }];
	const late = new Date(visit.during.start.getTime() + (alarmMinutes ?? 0) * minute);
	const alarm = alarmMinutes && late < over ? [{ what: 'visit_late' as const, at: late }] : [];
	return [...alarm, { what: 'visit_missed', at: over }];
}

/** What has fallen due. */
export function dueNow(pair: Tended, now: Date, zone: string): Due[] {
	return calendarOf(pair, zone)
		.filter(({ at }) => at <= now)
		.map(({ what }) => what);
}

/** When to look at a pair again; null where nothing lies ahead. */
export function nextLook(pair: Tended, now: Date, zone: string): Date | null {
	const ahead = calendarOf(pair, zone).filter(({ at }) => at > now);
	return ahead.reduce<Date | null>((first, { at }) => (first === null || at < first ? at : first), null);
}
