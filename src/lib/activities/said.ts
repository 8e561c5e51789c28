import type { Theme } from '#lib/groups/groups.ts';
import { addDays, type Day } from '#lib/shared/time.ts';
import type { ActivityKind, SignUpMode } from './activities.ts';

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
	dangerous: boolean;
	insurance: string | null;
}

/** What is fixed once people rely on it; single dates can still be moved and cancelled. */
export const fixedFields = ['firstDay', 'startMinute', 'minutes', 'rule', 'signUp', 'groupId'] as const;

/** So many days ahead something may be planned or moved to. */
export const farthestDays = 400;

/** What is wrong with it as a whole: the field and the finer reason; null where nothing is. */
export function wrongIn(said: SaidActivity, today: Day): { field: keyof SaidActivity } | null {
	const { youngest, oldest, seats, minimum, firstDay, dangerous, risk } = said;
	if (firstDay < today || firstDay > addDays(today, farthestDays)) return { field: 'firstDay' };
	if (youngest !== null && oldest !== null && oldest < youngest) return { field: 'oldest' };
	if (seats !== null && minimum > seats) return { field: 'minimum' };
	if (dangerous && !risk) return { field: 'risk' };
	return null;
}
