import { minute, type Span } from '#lib/shared/time.ts';

/** Longer than this beyond what was planned, somebody forgot to say that it was done. */
const forgotten = 180;

/**
 * The minutes of service to suggest when someone says that it is done: since the start, in steps of five, at least
 * five; the planned length where no start was noted or the time since cannot be true.
 */
export function suggestedMinutes(task: { startedAt: Date | null; during: Span }, now: Date): number {
	const planned = (task.during.end.getTime() - task.during.start.getTime()) / minute;
	const passed = task.startedAt ? (now.getTime() - task.startedAt.getTime()) / minute : planned;
	const believable = passed <= planned + forgotten ? passed : planned;
	return Math.max(5, Math.round(believable / 5) * 5);
}
