import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { statesBefore } from '#lib/shared/states.ts';
import { requestFor } from './ask.server.ts';
import * as query from './queries.server.ts';
import { triageTransitions, type TriageState } from './requests.ts';

/** The first receiver takes a request on and stays responsible (grid practice 受理, norms). */
export async function acceptRequest(scope: Scope, actor: Actor, id: string, now: Date): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const request = await requestFor(scope, actor, id);
	if (request.triage === 'accepted') return;
	await move(scope, request, 'accepted', { receivedBy: request.receivedBy ?? actor.personId }, now);
	await recordEvent(scope, { kind: 'request', id }, 'accepted', actor.personId, now);
}

/** Staff ask the person something; the request waits for the answer. */
export async function askBack(
	scope: Scope,
	actor: Actor,
	asked: { id: string; question: string },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const request = await requestFor(scope, actor, asked.id);
	await move(
		scope,
		request,
		'questioned',
		{ staffWords: asked.question, receivedBy: request.receivedBy ?? actor.personId },
		now
	);
	await recordEvent(scope, { kind: 'request', id: asked.id }, 'questioned', actor.personId, now, {
		words: asked.question
	});
	await tellAsker(scope, request, 'request_question', now, { words: asked.question });
}

/** The person answers; staff see it at once and the answer stays in the timeline. */
export async function answerQuestion(
	scope: Scope,
	actor: Actor,
	given: { id: string; answer: string },
	now: Date
): Promise<void> {
	const request = await requestFor(scope, actor, given.id);
	if (request.triage !== 'questioned') throw new AppError('not_possible_now', 'no_question');
	await move(scope, request, 'new', { staffWords: null }, now);
	await recordEvent(scope, { kind: 'request', id: given.id }, 'answered', actor.personId, now, {
		words: given.answer
	});
	const news = { path: `/desk/requests/${request.id}`, about: `${request.id}:${now.getTime()}` };
	await notify(
		scope,
		await staffIds(scope),
		{ template: 'staff_new_request', params: { need: request.need }, ...news },
		now
	);
}

/** Staff refuse a request, with words that the person reads. */
export async function refuseRequest(
	scope: Scope,
	actor: Actor,
	refused: { id: string; reason: string },
	now: Date
): Promise<void> {
	if (!isStaff(actor)) throw new AppError('not_allowed');
	const request = await requestFor(scope, actor, refused.id);
	await move(scope, request, 'refused', { staffWords: refused.reason, life: 'closed' }, now);
	await recordEvent(scope, { kind: 'request', id: refused.id }, 'refused', actor.personId, now, {
		words: refused.reason
	});
	await tellAsker(scope, request, 'request_refused', now, { words: refused.reason });
}

async function move(
	scope: Scope,
	request: query.RequestRow,
	to: TriageState,
	change: Parameters<typeof query.changeRequest>[3],
	now: Date
): Promise<void> {
	const from = { life: ['open' as const], triage: statesBefore(triageTransitions, to) };
	if (!(await query.changeRequest(scope, request.id, from, { ...change, triage: to, updatedAt: now }))) {
		throw new AppError('changed_meanwhile', 'request');
	}
}

/** Tells the one helped and the one who asked. */
export async function tellAsker(
	scope: Scope,
	request: query.RequestRow,
	template:
		| 'request_question'
		| 'request_refused'
		| 'request_closed'
		| 'request_arranged'
		| 'request_reopened'
		| 'help_done',
	now: Date,
	params: Record<string, string | number> = {}
): Promise<void> {
	const news = { template, params: { need: request.need, ...params }, path: `/help/${request.id}` };
	const about = `${request.id}:${request.version}`;
	await notify(scope, new Set([request.forPersonId, request.askedBy]), { ...news, about }, now);
}
