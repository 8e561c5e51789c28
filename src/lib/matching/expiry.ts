import type { Urgency } from '#lib/requests/requests.ts';
import { addDays, clockOf, dayOf, hour, instantAt, minute } from '#lib/shared/time.ts';

/** How long a volunteer may think, by how soon help is needed. */
const patience: Record<Urgency, number> = {
	today: 30 * minute,
	days: 4 * hour,
	week: 12 * hour,
	flexible: 24 * hour
};

const atLeast = 10 * minute;

/** Local hours in which nobody is expected to look at a telephone. */
const night = { from: '21:00', until: '09:00' };

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
	const day = dayOf(soon, zone);
	const clock = clockOf(soon, zone);
	const isEvening = clock >= night.from;
	if (!isEvening && clock >= night.until) return soon;
	if (isEvening && start < instantAt(addDays(day, 1), '00:00', zone)) return soon;
	const morning = instantAt(isEvening ? addDays(day, 1) : day, night.until, zone);
	const latest = Math.min(morning.getTime(), start.getTime() - forReserve);
	return new Date(Math.max(soon.getTime(), latest));
}
