import { dayOf } from '#lib/shared/time.ts';
import { change, tellAsker, type Help } from './asking.ts';
import { helperOf } from './arranging.ts';
import { demoZone } from './calendar.ts';
import { happened, tell, type Draft } from './draft.ts';
import type { PersonRow, ServiceRecordRow, TaskRow } from './rows.ts';

/** The volunteer has done it and says how many minutes it took. */
export function finish(
	draft: Draft,
	help: Help,
	task: TaskRow,
	done: { minutes: number; note: string | null; at: Date }
): void {
	const { minutes, note, at } = done;
	Object.assign(task, { status: 'done', startedAt: task.during.start, finishedAt: at, minutes, note });
	const subject = { kind: 'request', id: help.request.id } as const;
	happened(draft, subject, 'started', task.personId, task.during.start);
	happened(draft, subject, 'finished', task.personId, at, { minutes });
	tellAsker(draft, help, 'help_done', at);
}

/** What the one helped, or staff on the telephone, say of it. */
export interface Confirming {
	by: ServiceRecordRow['confirmedBy'];
	confirmer: PersonRow;
	rating: number | null;
	thanks: string | null;
	/** People served. */
	scale?: number;
	at: Date;
}

/** Confirms a service: the record is written and counts. */
export function confirm(draft: Draft, help: Help, task: TaskRow, confirming: Confirming): void {
	const { by, confirmer, rating, thanks, scale = 1, at } = confirming;
	const { request, person } = help;
	Object.assign(task, { status: 'confirmed', endedAt: at });
	draft.rows.serviceRecords.push({
		id: draft.id('record'),
		personId: task.personId,
		forPersonId: person.id,
		taskId: task.id,
		need: request.need,
		buildingId: request.buildingId,
		scale,
		minutes: task.minutes ?? request.minutes,
		servedOn: dayOf(task.during.start, demoZone),
		rating,
		thanks,
		confirmedBy: by,
		confirmerId: confirmer.id,
		confirmedAt: at
	});
	happened(draft, { kind: 'request', id: request.id }, 'confirmed', confirmer.id, at);
	const news = { params: { need: request.need }, path: `/volunteer/tasks/${task.id}`, about: task.id };
	tell(draft, task.personId, { template: 'task_confirmed', ...news, at });
	remember(draft, person, task, rating);
}

/** For the continuity that matching looks at. */
function remember(draft: Draft, { id }: PersonRow, { personId }: TaskRow, rating: number | null): void {
	const { helped } = helperOf(draft, personId);
	const { helps, good } = helped.get(id) ?? { helps: 0, good: 0 };
	helped.set(id, { helps: helps + 1, good: good + (rating !== null && rating >= 4 ? 1 : 0) });
	draft.lastHelper.set(id, personId);
}

/** Every promise has ended well. */
export function close(help: Help, at: Date): void {
	change(help, at, { life: 'done' });
}

/** The volunteer cannot come after all: the request is open again and stands on top of the list. */
export function dropOut(draft: Draft, help: Help, task: TaskRow, reason: string, at: Date): void {
	Object.assign(task, { status: 'dropped_out', endedAt: at, reason });
	const promised = helperOf(draft, task.personId).promised.find(({ during }) => during === task.during);
	if (promised) promised.droppedAt = at;
	happened(draft, { kind: 'request', id: help.request.id }, 'dropped_out', task.personId, at, { reason });
	change(help, at, { life: 'open', reopenedAt: at });
	tellAsker(draft, help, 'request_reopened', at);
}
