import { homeOf, phoneOf } from '#lib/accounts/open.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { peopleByIds, personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildingById } from '#lib/places/queries.server.ts';
import { recordOfTask, type RecordRow } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { addressOpen, addressUntil } from '#lib/tasks/address-window.ts';
import { ownTask } from '#lib/tasks/perform.server.ts';
import { tasksOf, type TaskRow } from '#lib/tasks/queries.server.ts';
import type { TaskState } from '#lib/tasks/tasks.ts';
import { noteOf } from './ask.server.ts';
import { requestById, type RequestRow } from './queries.server.ts';

/** What opens with acceptance and closes twelve hours after the task. */
export interface Disclosed {
	name: string;
	/** Null where help is by telephone or the place is not known. */
	building: { name: string; nameEn: string } | null;
	/** Null where it is not at the home of the one helped. */
	door: string | null;
	phone: string | null;
	note: string | null;
	until: Date;
}

/** A volunteer's own promise. */
export interface PromisedHelp {
	task: TaskRow;
	request: RequestRow;
	/** Null once it has closed. */
	disclosed: Disclosed | null;
	/** What it became once it was confirmed. */
	record: RecordRow | null;
}

/** One task of this very person, with address, telephone and note while they are open. */
export async function promisedHelp(
	scope: Scope,
	actor: Actor,
	taskId: string,
	now: Date
): Promise<PromisedHelp> {
	const task = await ownTask(scope, actor, taskId);
	const request = await requestById(scope, task.subjectId);
	if (!request) throw new AppError('not_found');
	return {
		task,
		request,
		disclosed: addressOpen(task, now) ? await disclose(scope, task, request) : null,
		record: (await recordOfTask(scope, task.id)) ?? null
	};
}

// that the doer may read this was written down for the one helped when the offer was accepted
async function disclose(scope: Scope, task: TaskRow, request: RequestRow): Promise<Disclosed | null> {
	const helped = await personById(scope, task.forPersonId);
	const until = addressUntil(task);
	if (!helped || !until) return null;
	const { building, door } = await addressOf(scope, request, helped);
	return {
		name: helped.name,
		building,
		door,
		phone: await phoneOf(scope, helped),
		note: await noteOf(scope, request),
		until
	};
}

async function addressOf(
	scope: Scope,
	{ presence, buildingId }: RequestRow,
	{ householdId }: PersonRow
): Promise<Pick<Disclosed, 'building' | 'door'>> {
	if (presence === 'telephone') return { building: null, door: null };
	const home = householdId ? await homeById(scope, householdId) : undefined;
	const atHome = home !== undefined && (buildingId ?? home.buildingId) === home.buildingId;
	const place = buildingId ?? home?.buildingId;
	const building = place ? ((await buildingById(scope, place)) ?? null) : null;
	const door = atHome && householdId ? ((await homeOf(scope, householdId))?.door ?? null) : null;
	return { building, door };
}

/** A promise as a line in a list. */
export interface PromisedLine {
	task: TaskRow;
	request: RequestRow;
	/** Of the one helped; null once it has closed. */
	name: string | null;
	building: { name: string; nameEn: string } | null;
}

/** A person's tasks in these states, by the time agreed on. */
export async function promisedTo(
	scope: Scope,
	actor: Actor,
	states: readonly TaskState[],
	now: Date
): Promise<PromisedLine[]> {
	const tasks = await tasksOf(scope, actor.personId, states);
	const helped = await peopleByIds(scope, [...new Set(tasks.map((task) => task.forPersonId))]);
	const lines: PromisedLine[] = [];
	for (const task of tasks) {
		const request = await requestById(scope, task.subjectId);
		if (!request) continue;
		const open = addressOpen(task, now);
		const { buildingId } = request;
		lines.push({
			task,
			request,
			name: open ? (helped.find(({ id }) => id === task.forPersonId)?.name ?? null) : null,
			building: open && buildingId ? ((await buildingById(scope, buildingId)) ?? null) : null
		});
	}
	return lines.sort((a, b) => a.task.during.start.getTime() - b.task.during.start.getTime());
}
