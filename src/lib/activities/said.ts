import type { Theme } from '#lib/groups/groups.ts';
import { sayHours } from '#lib/hours/words.ts';
import type { VenueRow } from '#lib/places/venue-queries.server.ts';
import type { Params } from '#lib/shared/errors.ts';
import { addDays, dayOf, type Day } from '#lib/shared/time.ts';
import { sayDate, type Here } from '#lib/ui/dates.ts';
import type { ActivityKind, SignUpMode } from './activities.ts';
import { datesAheadOf, farthestDays, lastDayOf, lastWritten } from './dates-ahead.ts';

/** An activity as its form says it. */
export interface SaidActivity {
	/** Null: the community's own. */
	groupId: string | null;
	kind: ActivityKind;
	theme: Theme;
	name: string;
	nameEn: string;
	words: string;
	wordsEn: string;
	venueId: string | null;
	place: string | null;
	placeEn: string;
	firstDay: Day;
	/** Minute of the local day, and how long. */
	startMinute: number;
	minutes: number;
	/** RFC 5545, without DTSTART; null for a single occasion. */
	rule: string | null;
	signUp: SignUpMode;
	seats: number | null;
	minimum: number;
	companions: number;
	opensAt: Date | null;
	closesMinutes: number;
	youngest: number | null;
	oldest: number | null;
	residentsOnly: boolean;
	/** What those who come state of their fitness; without, nothing. */
	fitness?: string[];
	risk: string | null;
	riskEn: string;
	dangerous: boolean;
	insurance: string | null;
}

/** What is fixed once people rely on it; single dates can still be moved and cancelled. */
export const fixedFields = ['firstDay', 'startMinute', 'minutes', 'rule', 'signUp', 'groupId'] as const;

/** What is wrong with a field. */
export interface Wrong {
	/** As the form names it. */
	field: string;
	/** The finer reason, where the field alone does not say it. */
	why?: string;
	params?: Params;
}

/** What is wrong with an activity as a whole; null where nothing is. */
export function wrongIn(said: SaidActivity, here: Here): Wrong | null {
	return wrongDates(said, here) ?? wrongTerms(said) ?? wrongOpening(said, lastStartOf(said, here));
}

/** The same of what may still be changed once it is published. @param lastDate when the last of its dates begins */
export function wrongLater(said: SaidActivity, lastDate: Date | null, here: Here): Wrong | null {
	const last = lastDayOf(said) === null ? lastStartOf(said, here) : lastDate;
	return wrongTerms(said) ?? wrongOpening(said, last);
}

/** It must have a date that is still to come. */
function wrongDates(said: SaidActivity, here: Here): Wrong | null {
	const today = dayOf(here.now, here.zone);
	const { firstDay, rule } = said;
	if (firstDay < today || firstDay > addDays(today, farthestDays)) return { field: 'firstDay' };
	if (datesAheadOf(said, lastWritten(said, today), here).length > 0) return null;
	if (rule === null) return { field: 'start', why: 'past' };
	const first = sayDate(firstDay);
	return { field: 'until', why: 'activities_until', params: { first } };
}

function wrongTerms({ youngest, oldest, seats, minimum, dangerous, risk }: SaidActivity): Wrong | null {
	if (youngest !== null && oldest !== null && oldest < youngest) return { field: 'oldest' };
	if (seats !== null && minimum > seats) return { field: 'minimum' };
	if (dangerous && !risk) return { field: 'risk' };
	return null;
}

/** Signing up must open while there is something to come to. */
function wrongOpening({ opensAt }: SaidActivity, lastStart: Date | null): Wrong | null {
	return opensAt && lastStart && opensAt >= lastStart ? { field: 'opensDay', why: 'activities_opens' } : null;
}

/** When the last date begins, as far ahead as anything may be. */
function lastStartOf(said: SaidActivity, here: Here): Date | null {
	const farthest = addDays(dayOf(here.now, here.zone), 2 * farthestDays);
	return datesAheadOf(said, lastDayOf(said) ?? farthest, here).at(-1)?.start ?? null;
}

/** What a venue says to it, whoever has booked it; null where nothing. */
export function wrongFor(
	{ seats: open, fromMinute, toMinute }: Pick<VenueRow, 'seats' | 'fromMinute' | 'toMinute'>,
	{ seats, minimum, startMinute, minutes }: SaidActivity
): Wrong | null {
	if ((seats ?? minimum) > open) {
		return { field: seats === null ? 'minimum' : 'seats', why: 'attending', params: { seats: open } };
	}
	if (startMinute >= fromMinute && startMinute + minutes <= toMinute) return null;
	const hours = sayHours({ from: fromMinute, to: toMinute });
	return { field: 'start', why: 'activities_venue_hours', params: { hours } };
}
