import type { Urgency } from '#lib/requests/requests.ts';
import { hour, minute } from '#lib/shared/time.ts';

/** How long a volunteer may think, by how soon help is needed. */
const patience: Record<Urgency, number> = {
	today: 30 * minute,
	days: 4 * hour,
	week: 12 * hour,
	flexible: 24 * hour
};

const atLeast = 10 * minute;

/**
 * When an offer lapses: after the patience of its urgency, yet no later than half the time left before the help would
 * begin, so that a reserve can still be asked.
 * @param sentAt when it goes out
 * @param start when the help would begin
 */
export function offerExpiry(urgency: Urgency, sentAt: Date, start: Date): Date {
	const half = (start.getTime() - sentAt.getTime()) / 2;
	return new Date(sentAt.getTime() + Math.max(atLeast, Math.min(patience[urgency], half)));
}
