import type { Day } from '#lib/shared/time.ts';
import type { ActivityKind } from './activities.ts';

/** A day of a row on which it begins at another minute of the day or is in another room than usual. */
export interface DayChange {
	day: Day;
	startMinute?: number;
	venueId?: string;
}

/** What a group plans for a quarter (seed 003: 季季有安排): one activity with its dates, room and leader. */
export interface TermRow {
	id: string;
	name: string;
	/** Nothing in plans of a time when there was none, or where nobody wrote it. */
	nameEn?: string;
	kind: ActivityKind;
	/** First and last local day on which it may be, both within the quarter. */
	firstDay: Day;
	lastDay: Day;
	/** RFC 5545 RRULE without an end; null for a single date, which is the first day. */
	rule: string | null;
	/** Days of the rule that are left out. */
	except: Day[];
	/** Days of the rule that are not as usual; nothing in plans of a time when there were none. */
	changes?: readonly DayChange[];
	/** Minute of the local day, and how long. */
	startMinute: number;
	minutes: number;
	venueId: string | null;
	/** Where, when it is no venue of the community. */
	place: string | null;
	seats: number | null;
	ledBy: string;
	/** The activity it goes on from: words, theme and terms are taken over. */
	like: string | null;
}

/** So many rows a plan has at most … */
export const mostRows = 20;
/** … and so many steps can be taken back. */
export const mostEarlier = 10;
