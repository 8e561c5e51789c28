import { ageOn, dayOf, minute, type Day, type Span } from '#lib/shared/time.ts';
import type { ActivityState, SignUpMode } from './activities.ts';

/** What an activity asks of those who come. */
export interface Terms {
	status: ActivityState;
	signUp: SignUpMode;
	opensAt: Date | null;
	closesMinutes: number;
	youngest: number | null;
	oldest: number | null;
	residentsOnly: boolean;
	companions: number;
}

/** Who wants to come. */
export interface Comer {
	bornOn: Day | null;
	/** Lives here, as staff have seen. */
	resident: boolean;
	/** On the list or the waiting list already, for this date or for the series. */
	onList: boolean;
}

/** What somebody wants to come to: all dates that are left, or one. */
export interface Wanted {
	series: boolean;
	/** Dates that are left, the next first: one where he wants one. */
	dates: readonly Span[];
	/** Free seats of the fullest date; null where everybody fits. */
	free: number | null;
	/** He and those whom he brings. */
	party: number;
}

/** Why somebody may not, with what it takes to say so; `full` leads to the waiting list. */
export type Closed =
	| { why: 'cancelled' | 'called_off' | 'over' | 'residents_only' | 'on_list' | 'age_unknown' | 'full' }
	| { why: 'not_yet' | 'closed'; at: Date }
	| { why: 'too_young' | 'too_old'; years: number }
	| { why: 'companions'; most: number }
	| { why: 'series_only' | 'date_only' };

/** Why somebody may not sign up now, the reason first that nothing changes; null where he may. */
export function whyClosed(
	terms: Terms,
	comer: Comer,
	{ series, dates, free, party }: Wanted,
	{ now, zone }: { now: Date; zone: string }
): Closed | null {
	const next = dates[0];
	if (terms.status === 'cancelled') return { why: 'cancelled' };
	if (!next || next.start <= now || terms.status !== 'published') return { why: 'over' };
	if (comer.onList) return { why: 'on_list' };
	if (series && terms.signUp === 'date') return { why: 'date_only' };
	if (!series && terms.signUp === 'series') return { why: 'series_only' };
	if (terms.residentsOnly && !comer.resident) return { why: 'residents_only' };
	const age = whyAge(terms, comer, dayOf(next.start, zone));
	if (age) return age;
	if (terms.opensAt && now < terms.opensAt) return { why: 'not_yet', at: terms.opensAt };
	const closesAt = new Date(next.start.getTime() - terms.closesMinutes * minute);
	if (now >= closesAt) return { why: 'closed', at: closesAt };
	if (party - 1 > terms.companions) return { why: 'companions', most: terms.companions };
	return free !== null && free < party ? { why: 'full' } : null;
}

function whyAge({ youngest, oldest }: Terms, { bornOn }: Comer, on: Day): Closed | null {
	if (youngest === null && oldest === null) return null;
	if (!bornOn) return { why: 'age_unknown' };
	const age = ageOn(bornOn, on);
	if (youngest !== null && age < youngest) return { why: 'too_young', years: youngest };
	return oldest !== null && age > oldest ? { why: 'too_old', years: oldest } : null;
}
