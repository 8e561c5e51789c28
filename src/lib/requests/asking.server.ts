import { isStaff, type Actor } from '#lib/accounts/people.ts';
import { standingConsent } from '#lib/accounts/consent-queries.server.ts';
import { homeById, type HomeRow } from '#lib/accounts/household-queries.server.ts';
import type { PersonRow } from '#lib/accounts/queries.server.ts';
import { consentTo } from '#lib/accounts/register.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildingsOf, type BuildingRow } from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf } from '#lib/shared/time.ts';
import { isNeed, needs } from '#lib/skills/needs.ts';
import { languages } from '#lib/volunteers/volunteers.ts';
import { firstGap, needsTitle, placeOf, readAnswers, wishIn, type Answers, type AskFacts } from './asking.ts';
import {
	askForHelp,
	editRequest,
	noteOf,
	personToHelp,
	requestFor,
	usualMinutes,
	type Asked
} from './ask.server.ts';
import { openNote } from './note.server.ts';
import { unchangeable } from './progress.ts';
import { windowsOf, type RequestRow } from './queries.server.ts';
import { wishOf } from './wish.ts';

/** A request in the making: the answers so far and what they are held against. */
export interface Asking {
	answers: Answers;
	facts: AskFacts;
	/** Who is to be helped; null where nobody is signed in. */
	helped: PersonRow | null;
	home: HomeRow | null;
	buildings: BuildingRow[];
	/** Somebody else asks for the one helped. */
	forOther: boolean;
	/** That one is of the staff. */
	atDesk: boolean;
	/** The request that is changed or asked once more. */
	old: RequestRow | null;
	/** The one helped agreed that volunteers are looked for. */
	consented: boolean;
}

/**
 * Reads the answers in an address for whoever asks.
 * @throws AppError `not_found` where someone asks for a person or about a request that is not theirs to see;
 *   `not_possible_now` where a request that is to be changed is not open any more
 */
export async function readAsking(
	scope: Scope,
	actor: Actor | null,
	params: URLSearchParams,
	now: Date,
	zone: string
): Promise<Asking> {
	const given = readAnswers(params);
	const old = actor ? await oldRequest(scope, actor, given) : null;
	const helped = actor
		? await personToHelp(scope, actor, old?.forPersonId ?? given.for ?? actor.personId)
		: null;
	const forOther = helped !== null && helped.id !== actor?.personId;
	const home = (helped?.householdId && (await homeById(scope, helped.householdId))) || null;
	const buildings = await buildingsOf(scope);
	const forUnits = helped?.kind === 'unit';
	return {
		answers: readAnswers(params, forUnits),
		facts: {
			forUnits,
			homeBuilding: home?.buildingId ?? null,
			buildings: new Set(buildings.map(({ id }) => id)),
			now,
			zone
		},
		helped,
		home,
		buildings,
		forOther,
		atDesk: forOther && actor !== null && isStaff(actor),
		old,
		consented: helped !== null && (await standingConsent(scope, helped.id, 'matching')) !== undefined
	};
}

async function oldRequest(scope: Scope, actor: Actor, { edit, again }: Answers): Promise<RequestRow | null> {
	const id = edit ?? again;
	if (!id) return null;
	const request = await requestFor(scope, actor, id);
	const stopped = edit && unchangeable(request);
	if (stopped) throw new AppError('not_possible_now', stopped);
	return request;
}

/** The answers that an earlier request gave; a wish whose days have passed is asked anew. */
export async function answersOf(scope: Scope, { old, home, facts }: Asking): Promise<Partial<Answers>> {
	if (!old || !isNeed(old.need)) return {};
	const windows = (await windowsOf(scope, [old.id])).get(old.id) ?? [];
	const wish = wishOf(windows, dayOf(facts.now, facts.zone), facts.zone);
	return {
		group: needs[old.need].group,
		need: old.need,
		when: wish?.when ?? null,
		part: wish?.part ?? 'any',
		date: wish?.date ?? null,
		where: whereOf(old, home),
		building: old.presence === 'home' && old.buildingId !== home?.buildingId ? old.buildingId : null,
		people: old.peopleNeeded,
		gender: old.wishGender,
		genderMust: old.genderIsMust,
		language: languages.find((one) => one === old.wishLanguage) ?? null,
		languageMust: old.languageIsMust
	};
}

function whereOf({ presence, buildingId }: RequestRow, home: HomeRow | null): Answers['where'] {
	if (presence !== 'home') return presence;
	return buildingId === home?.buildingId ? 'home' : 'building';
}

/** Title and note of an earlier request, for the form; staff who open a note leave a trace that the person can read. */
export async function oldWords(
	scope: Scope,
	actor: Actor,
	old: RequestRow,
	now: Date
): Promise<{ title: string | null; note: string | null }> {
	const own = actor.personId === old.forPersonId;
	const opening = { requestId: old.id, reason: 'request_changed' };
	return {
		title: old.title,
		note: own ? await noteOf(scope, old) : await openNote(scope, actor, opening, now)
	};
}

/** What is typed and ticked on the last page. */
export interface Sent {
	/** Made with the form; sent twice, it is the same request. */
	id: string;
	title: string | null;
	note: string | null;
	/** Volunteers may be looked for. */
	consent: boolean;
}

/**
 * Sends what was asked, or changes the request that it is about. Consent is written down where it was ticked: one's
 * own, or by staff or a family proxy on the word of the one helped.
 * @returns the request, and whether volunteers may be looked for
 * @throws AppError `invalid` with the open question in `detail`
 */
export async function sendAsking(
	scope: Scope,
	actor: Actor,
	asking: Asking,
	sent: Sent,
	now: Date,
	zone: string
): Promise<{ id: string; agreed: boolean }> {
	const asked = askedFrom(asking, sent);
	if (asking.answers.edit) await editRequest(scope, actor, asked, now, zone);
	else await askForHelp(scope, actor, asked, now, zone);
	if (sent.consent && !asking.consented) {
		await consentTo(scope, asked.forPersonId, ['matching'], asking.forOther ? actor.personId : null, now);
	}
	return { id: asked.id, agreed: asking.consented || sent.consent };
}

function askedFrom({ answers, facts, helped, old }: Asking, { id, title, note }: Sent): Asked {
	const gap = firstGap(answers, facts);
	const { need, people, gender, genderMust, language, languageMust } = answers;
	const wish = wishIn(answers);
	const place = placeOf(answers, facts.homeBuilding);
	if (gap || !need || !wish || !place || !helped) throw new AppError('invalid', gap?.step ?? 'form');
	if (needsTitle(need) && !title) throw new AppError('invalid', 'title');
	return {
		id: answers.edit ?? id,
		title,
		note,
		...place,
		forPersonId: helped.id,
		need,
		wish,
		minutes: old?.need === need ? old.minutes : usualMinutes(need),
		peopleNeeded: people ?? 1,
		wishGender: gender,
		genderIsMust: genderMust,
		wishLanguage: language,
		languageIsMust: languageMust
	};
}
