import { mayActFor } from '#lib/accounts/act-for.server.ts';
import { communityKey, sealFor, unsealFor } from '#lib/accounts/keys.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { peopleByIds, personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { recordEvent } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { buildingById } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, type Span } from '#lib/shared/time.ts';
import { isNeed, needs, type NeedKey } from '#lib/skills/needs.ts';
import { deadlineSet } from './deadline.server.ts';
import { unchangeable } from './progress.ts';
import * as query from './queries.server.ts';
import { longestNote, mostPeople, type Presence } from './requests.ts';
import { urgencyFor, windowsFor, type Wish } from './windows.ts';

/** What is asked for, after reading the form. */
export interface Asked {
	/** Made by the caller; a retry is the same request. */
	id: string;
	forPersonId: string;
	need: NeedKey;
	title: string | null;
	wish: Wish;
	minutes: number;
	presence: Presence;
	buildingId: string | null;
	peopleNeeded: number;
	wishGender: 'female' | 'male' | null;
	genderIsMust: boolean;
	wishLanguage: string | null;
	languageIsMust: boolean;
	note: string | null;
}

/**
 * A resident asks for help, a family proxy for an elder, or staff for one who called.
 * @throws AppError `invalid` with the field in `detail` where an answer cannot be, `id_in_use` where the id is taken
 */
export async function askForHelp(
	scope: Scope,
	actor: Actor,
	asked: Asked,
	now: Date,
	zone: string
): Promise<{ id: string }> {
	const person = await personToHelp(scope, actor, asked.forPersonId);
	const windows = await readAnswers(scope, asked, now, zone);
	const added = await query.addRequest(
		scope,
		{
			id: asked.id,
			forPersonId: person.id,
			askedBy: actor.personId,
			life: 'open',
			triage: 'new',
			receivedBy: isStaff(actor) ? actor.personId : null,
			createdAt: now,
			...(await columns(scope, asked, person, windows, now, zone))
		},
		windows
	);
	if (!added) throw new AppError('id_in_use');
	const subject = { kind: 'request', id: asked.id } as const;
	await recordEvent(scope, subject, 'asked', actor.personId, now);
	const news = { path: `/desk/requests/${asked.id}`, about: asked.id, params: { need: asked.need } };
	await notify(scope, await staffIds(scope), { template: 'staff_new_request', ...news }, now);
	await enqueue(scope, deadlineSet, { requestIds: [asked.id] });
	return { id: asked.id };
}

/** Changes a request that is still open. An arranged one is changed by cancelling or by telephone. */
export async function editRequest(
	scope: Scope,
	actor: Actor,
	asked: Asked,
	now: Date,
	zone: string
): Promise<void> {
	const request = await requestToChange(scope, actor, asked.id);
	const person = await personToHelp(scope, actor, request.forPersonId);
	const windows = await readAnswers(scope, asked, now, zone);
	const triage = request.triage === 'questioned' ? 'new' : request.triage;
	const change = { ...(await columns(scope, asked, person, windows, now, zone)), triage };
	if (!(await query.changeRequest(scope, asked.id, { life: ['open'] }, change))) {
		throw new AppError('not_possible_now', 'request_arranged');
	}
	await query.replaceWindows(scope, asked.id, windows);
	await recordEvent(scope, { kind: 'request', id: asked.id }, 'edited', actor.personId, now);
	await enqueue(scope, deadlineSet, { requestIds: [asked.id] });
}

/**
 * Whom somebody may ask help for: himself, those whose family proxy he is, and staff for all.
 * @throws AppError `not_found`
 */
export async function personToHelp(scope: Scope, actor: Actor, id: string): Promise<PersonRow> {
	const may = isStaff(actor) || (await mayActFor(scope, actor, id, 'ask_help'));
	const person = may ? await personById(scope, id) : undefined;
	if (!person) throw new AppError('not_found');
	return person;
}

async function readAnswers(scope: Scope, asked: Asked, now: Date, zone: string): Promise<Span[]> {
	if (!isNeed(asked.need)) throw new AppError('invalid', 'need');
	if (asked.peopleNeeded < 1 || asked.peopleNeeded > mostPeople) throw new AppError('invalid', 'people');
	if (asked.note && asked.note.length > longestNote) throw new AppError('invalid', 'note');
	if (asked.presence === 'home' && !asked.buildingId) throw new AppError('invalid', 'building');
	if (asked.buildingId && !(await buildingById(scope, asked.buildingId)))
		throw new AppError('invalid', 'building');
	const windows = windowsFor(asked.wish, dayOf(now, zone), now, asked.minutes, zone);
	if (windows.length === 0) throw new AppError('invalid', 'when');
	return windows;
}

async function columns(
	scope: Scope,
	asked: Asked,
	person: { id: string; wrappedKey: Buffer },
	windows: Span[],
	now: Date,
	zone: string
) {
	const { need, title, minutes, presence, buildingId, peopleNeeded } = asked;
	const { wishGender, genderIsMust, wishLanguage, languageIsMust, note } = asked;
	return {
		need,
		title,
		minutes,
		presence,
		buildingId: presence === 'telephone' ? null : buildingId,
		peopleNeeded,
		wishGender,
		genderIsMust: genderIsMust && wishGender !== null,
		wishLanguage,
		languageIsMust: languageIsMust && wishLanguage !== null,
		urgency: urgencyFor(asked.wish, dayOf(now, zone)),
		noteSealed: note ? sealFor(await communityKey(scope), person, note, `requests.note:${asked.id}`) : null,
		deadline: windows.at(-1)!.end,
		updatedAt: now
	};
}

/** The request as far as the actor may see it: the one helped, the proxy who asked while he is one, and staff. */
export async function requestFor(scope: Scope, actor: Actor, id: string): Promise<query.RequestRow> {
	const request = await query.requestById(scope, id);
	if (!request || !(isStaff(actor) || (await isOwn(scope, actor, request)))) throw new AppError('not_found');
	return request;
}

async function isOwn(
	scope: Scope,
	actor: Actor,
	{ forPersonId, askedBy }: query.RequestRow
): Promise<boolean> {
	if (forPersonId === actor.personId) return true;
	return askedBy === actor.personId && mayActFor(scope, actor, forPersonId, 'ask_help');
}

async function requestToChange(scope: Scope, actor: Actor, id: string): Promise<query.RequestRow> {
	const request = await requestFor(scope, actor, id);
	const stopped = unchangeable(request);
	if (stopped) throw new AppError('not_possible_now', stopped);
	return request;
}

/** The free note of a request, opened; null where there is none. */
export async function noteOf(scope: Scope, request: query.RequestRow): Promise<string | null> {
	if (!request.noteSealed) return null;
	const [person] = await peopleByIds(scope, [request.forPersonId]);
	if (!person) return null;
	return unsealFor(await communityKey(scope), person, request.noteSealed, `requests.note:${request.id}`);
}

/** Usual minutes of a need. */
export function usualMinutes(need: NeedKey): number {
	return needs[need].minutes;
}
