import { minute, type Span } from '#lib/shared/time.ts';
import type { TaskRow } from './queries.server.ts';
import type { TaskState } from './tasks.ts';

/** States in which the help lies behind: what was planned is no longer what counts. */
const behind: ReadonlySet<TaskState> = new Set<TaskState>(['done', 'confirmed', 'disputed', 'resolved']);

/**
 * When the help is, or was: as agreed until it is done, then as it really went, from the start that was noted (else the
 * reported minutes before the end) to the end.
 */
export function helpSpan(
	task: Pick<TaskRow, 'status' | 'during' | 'startedAt' | 'finishedAt' | 'minutes'>
): Span {
	const { status, during, startedAt, finishedAt, minutes } = task;
	if (!behind.has(status) || !finishedAt) return during;
	const start = startedAt ?? new Date(finishedAt.getTime() - (minutes ?? 0) * minute);
	return { start, end: finishedAt };
}
