import { m } from '#lib/paraglide/messages.js';
import { clockOf, type Span } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import type { Tone } from '#lib/ui/ui.ts';
import type { CleanupState } from './cleanups.ts';
import { countedHours, earliest, type Presence } from './presence.ts';

/** What of a day makes the words. */
interface Day {
	status: CleanupState;
	during: Span;
	closedAt: Date | null;
}

/** What is said of somebody on the list, and its tint: before the day, on it, and when it was closed. */
export function presenceTag(
	{ cameAt, leftAt }: Presence,
	day: Day,
	{ now, zone }: Here
): { words: string; tone: Tone } {
	const closed = day.status === 'closed';
	if (!cameAt) return { words: absent(closed, +now < +day.during.start - earliest), tone: 'grey' };
	const came = clockOf(cameAt, zone);
	const left = leftAt ?? (closed ? countedHours(day).end : null);
	if (!left) return { words: m.cleanups_here_since({ came }), tone: 'green' };
	return { words: m.cleanups_was_here({ came, left: clockOf(left, zone) }), tone: 'blue' };
}

function absent(closed: boolean, ahead: boolean): string {
	if (closed) return m.cleanups_mark_missed();
	return ahead ? m.cleanups_on_list() : m.cleanups_expected();
}
