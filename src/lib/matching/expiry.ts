import type { Urgency } from '#lib/requests/requests.ts';
import { addDays, dayOf, hour, instantAt, minute } from '#lib/shared/time.ts';
import { endOfNight, nightHalf } from './night.ts';

/** How long a volunteer may think, by how soon help is needed. */
const patience: Record<Urgency, number> = {
	today: 30 * minute,
	days: 4 * hour,
	week: 12 * hour,
	flexible: 24 * hour
};

const atLeast = 10 * minute;

/** What is left to ask a reserve in the morning, at least. */
const forReserve = hour;

/**
 * When an offer lapses: after the patience of its urgency, yet no later than half the time left before the help would
 * begin, so that a reserve can still be asked. What would lapse in the night waits for the morning, at the latest for
 * an hour before the help: people asleep have not refused, and a reserve asked at two o'clock sleeps as well. Only help
 * of the same evening cannot wait.
 * @param sentAt when it goes out
 * @param start when the help would begin
 * @param zone of the community: its night counts
 */
export function offerExpiry(urgency: Urgency, sentAt: Date, start: Date, zone: string): Date {
	const half = (start.getTime() - sentAt.getTime()) / 2;
	const soon = new Date(sentAt.getTime() + Math.max(atLeast, Math.min(patience[urgency], half)));
	const night = nightHalf(soon, zone);
	if (night === null) return soon;
	const midnight = instantAt(addDays(dayOf(soon, zone), 1), '00:00', zone);
	if (night === 'evening' && start < midnight) return soon;
	const latest = Math.min(endOfNight(soon, zone).getTime(), start.getTime() - forReserve);
	return new Date(Math.max(soon.getTime(), latest));
}
