import { hour } from '#lib/shared/time.ts';
import type { TaskState } from '#lib/tasks/tasks.ts';
import type { RequestState, TriageState } from './requests.ts';

/** Where a request stands, as the one who asked would put it. */
export type Standing =
	| 'new'
	| 'accepted'
	| 'questioned'
	| 'reopened'
	| 'overdue'
	| 'agreed'
	| 'under_way'
	| 'to_confirm'
	| 'disputed'
	| 'done'
	| 'cancelled'
	| 'closed'
	| 'refused';

/** What of a request tells where it stands. */
export interface RequestMarks {
	life: RequestState;
	triage: TriageState;
	reopenedAt: Date | null;
	deadline: Date;
}

/** Where a request stands now. What waits for the person comes before what waits for others. */
export function standingOf(request: RequestMarks, tasks: readonly TaskState[], now: Date): Standing {
	if (request.life === 'closed') return request.triage === 'refused' ? 'refused' : 'closed';
	if (request.life === 'done' || request.life === 'cancelled') return request.life;
	if (tasks.includes('done')) return 'to_confirm';
	return request.life === 'open' ? whileOpen(request, now) : whileArranged(tasks);
}

function whileOpen({ triage, reopenedAt, deadline }: RequestMarks, now: Date): Standing {
	if (triage === 'questioned') return 'questioned';
	if (deadline <= now) return 'overdue';
	if (reopenedAt) return 'reopened';
	return triage === 'accepted' ? 'accepted' : 'new';
}

function whileArranged(tasks: readonly TaskState[]): Standing {
	if (tasks.includes('under_way')) return 'under_way';
	return !tasks.includes('planned') && tasks.includes('disputed') ? 'disputed' : 'agreed';
}

/** True where the next move is the person's own. */
export function waitsForAsker(standing: Standing): boolean {
	return standing === 'questioned' || standing === 'to_confirm' || standing === 'overdue';
}

/** True for what has not ended. */
export function isOpen({ life }: Pick<RequestMarks, 'life'>): boolean {
	return life === 'open' || life === 'filled';
}

/** Why a request cannot be changed any more, as the detail of an error; null while it can. */
export function unchangeable({
	life
}: Pick<RequestMarks, 'life'>): 'request_arranged' | 'request_cancelled' | 'request_ended' | null {
	if (life === 'open') return null;
	if (life === 'filled') return 'request_arranged';
	return life === 'cancelled' ? 'request_cancelled' : 'request_ended';
}

/** Received, arranged, helped, confirmed: which of the four steps is under way; 5 when all are behind, null when it ended otherwise. */
export function stepOf(standing: Standing): 2 | 3 | 4 | 5 | null {
	switch (standing) {
		case 'new':
		case 'accepted':
		case 'questioned':
		case 'reopened':
		case 'overdue':
			return 2;
		case 'agreed':
		case 'under_way':
			return 3;
		case 'to_confirm':
		case 'disputed':
			return 4;
		case 'done':
			return 5;
		case 'cancelled':
		case 'closed':
		case 'refused':
			return null;
	}
}

/** How long after the agreed end the two may still call each other. */
const callableAfter = 12 * hour;

/** True where the one helped may have the volunteer's number: from the promise until some hours after the agreed end. */
export function mayCall(task: { status: TaskState; during: { end: Date } }, now: Date): boolean {
	if (task.status === 'cancelled' || task.status === 'dropped_out') return false;
	return now.getTime() < task.during.end.getTime() + callableAfter;
}
