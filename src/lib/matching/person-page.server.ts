import { maskedPhone } from '#lib/accounts/open.server.ts';
import { purposesFor, type ConsentPurpose, type Role } from '#lib/accounts/people.ts';
import { avoidedBy } from '#lib/accounts/avoidance-queries.server.ts';
import { consentsOf } from '#lib/accounts/consent-queries.server.ts';
import { homeById } from '#lib/accounts/household-queries.server.ts';
import { listPeople } from '#lib/accounts/list-queries.server.ts';
import { peopleByIds, personById, type PersonRow } from '#lib/accounts/queries.server.ts';
import { rolesOf } from '#lib/accounts/role-queries.server.ts';
import { queryTokens } from '#lib/accounts/search.ts';
import { eventsOf } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { requestsOf, type RequestRow } from '#lib/requests/queries.server.ts';
import type { RequestState } from '#lib/requests/requests.ts';
import { requestName } from '#lib/requests/words.ts';
import { AppError } from '#lib/shared/errors.ts';
import { ageOn, dayOf } from '#lib/shared/time.ts';
import { sayWhen, type Here } from '#lib/ui/dates.ts';
import type { TimelineEvent, Tone } from '#lib/ui/ui.ts';
import { cardOf } from '#lib/volunteers/queries.server.ts';
import { cardStateName } from '#lib/volunteers/words.ts';
import type { Tagged } from './desk-list.server.ts';
import { placeName } from './desk-words.ts';

/** A person as staff see them at the desk, in the reader's words. Phone and door stay closed. */
export interface PersonPage {
	id: string;
	name: string;
	unit: boolean;
	female: boolean;
	/** Gender and age, as far as they are known. */
	about: string;
	vulnerable: boolean;
	verified: boolean;
	verifiedWords: string | null;
	phone: string | null;
	home: string | null;
	roles: Role[];
	consents: { purpose: ConsentPurpose; name: string; words: string; standing: boolean }[];
	/** Not to be brought together with these. */
	apart: { id: string; name: string }[];
	/** People found by a name, for one more of them. */
	found: { id: string; name: string; home: string | null }[];
	requests: { id: string; title: string; when: string; state: Tagged }[];
	card: string | null;
	timeline: TimelineEvent[];
}

const mostFound = 8;

/**
 * @param asked.find a name that is looked for, to keep the two apart
 * @throws AppError `not_found`
 */
export async function personPage(
	scope: Scope,
	asked: { id: string; find: string },
	here: Here
): Promise<PersonPage> {
	const person = await personById(scope, asked.id);
	if (!person) throw new AppError('not_found');
	const home = person.householdId ? await homeById(scope, person.householdId) : undefined;
	const apart = await peopleByIds(scope, await avoidedBy(scope, person.id));
	const card = await cardOf(scope, person.id);
	const roles = await rolesOf(scope, person.id);
	return {
		id: person.id,
		name: person.name,
		unit: person.kind === 'unit',
		female: person.gender === 'female',
		about: aboutWords(person, here),
		vulnerable: person.vulnerable,
		verified: person.verifiedAt !== null,
		verifiedWords: person.verifiedAt && m.desk_verified_since({ when: sayWhen(person.verifiedAt, here) }),
		phone: await maskedPhone(scope, person),
		home: home ? placeName(home) : null,
		roles,
		consents: await consentLines(scope, person.id, roles, here),
		apart: apart.map(({ id, name }) => ({ id, name })),
		found: await othersCalled(scope, asked.find, [person.id, ...apart.map(({ id }) => id)]),
		requests: (await requestsOf(scope, person.id))
			.slice(0, 20)
			.map((one) => requestLine(one, person.id, here)),
		card: card ? cardStateName(card.status) : null,
		timeline: await timelineFor(scope, person.id)
	};
}

function aboutWords({ gender, bornOn }: PersonRow, { now, zone }: Here): string {
	const words = gender && (gender === 'female' ? m.desk_gender_female() : m.desk_gender_male());
	const age = bornOn && m.desk_age({ age: ageOn(bornOn, dayOf(now, zone)) });
	return [words, age].filter(Boolean).join(' · ');
}

const purposeNames: Record<ConsentPurpose, () => string> = {
	matching: m.desk_consent_matching,
	sensitive: m.desk_consent_sensitive,
	honour: m.desk_consent_honour,
	neighbours: m.desk_consent_neighbours
};

async function consentLines(
	scope: Scope,
	personId: string,
	roles: readonly Role[],
	here: Here
): Promise<PersonPage['consents']> {
	const given = (await consentsOf(scope, personId)).filter(({ withdrawnAt }) => withdrawnAt === null);
	const takers = await peopleByIds(
		scope,
		given.flatMap(({ takenBy }) => takenBy ?? [])
	);
	return purposesFor(roles).map((purpose) => {
		const one = given.find((consent) => consent.purpose === purpose);
		const name = takers.find(({ id }) => id === one?.takenBy)?.name;
		const when = one && sayWhen(one.givenAt, here);
		const words = !when
			? m.desk_consent_not()
			: name
				? m.desk_consent_given_by({ when, name })
				: m.desk_consent_given({ when });
		return { purpose, name: purposeNames[purpose](), words, standing: one !== undefined };
	});
}

async function othersCalled(scope: Scope, name: string, except: string[]): Promise<PersonPage['found']> {
	const tokens = queryTokens(name);
	if (tokens.length === 0) return [];
	const rows = await listPeople(scope, {
		tokens,
		show: 'all',
		limit: mostFound + except.length,
		offset: 0
	});
	return rows
		.filter(({ id }) => !except.includes(id))
		.slice(0, mostFound)
		.map((row) => ({ id: row.id, name: row.name, home: placeName(row) }));
}

const lifeNames: Record<RequestState, [() => string, Tone]> = {
	open: [m.desk_life_open, 'amber'],
	filled: [m.desk_life_filled, 'blue'],
	done: [m.desk_life_done, 'green'],
	cancelled: [m.desk_life_cancelled, 'grey'],
	closed: [m.desk_life_closed, 'grey']
};

function requestLine(request: RequestRow, personId: string, here: Here): PersonPage['requests'][number] {
	const isForOther = request.forPersonId !== personId;
	const [words, tone] = lifeNames[request.life];
	return {
		id: request.id,
		title: requestName(request),
		when: [sayWhen(request.createdAt, here), isForOther && m.desk_for_other()].filter(Boolean).join(' · '),
		state: { words: words(), tone }
	};
}

const eventNames: Record<string, () => string> = {
	registered: m.desk_event_registered,
	verified: m.desk_event_verified,
	corrected: m.desk_event_corrected,
	staff_granted: m.desk_event_staff_granted,
	staff_ended: m.desk_event_staff_ended,
	kept_apart: m.desk_event_kept_apart,
	kept_apart_ended: m.desk_event_kept_apart_ended,
	consent_taken: m.desk_event_consent_taken,
	consent_taken_back: m.desk_event_consent_taken_back,
	proxy_asked: m.desk_event_proxy_asked,
	proxy_accepted: m.desk_event_proxy_accepted,
	proxy_declined: m.desk_event_proxy_declined,
	proxy_changed: m.desk_event_proxy_changed,
	proxy_ended: m.desk_event_proxy_ended
};

async function timelineFor(scope: Scope, personId: string): Promise<TimelineEvent[]> {
	const happened = await eventsOf(scope, 'person', personId);
	const actors = await peopleByIds(scope, [...new Set(happened.flatMap(({ actorId }) => actorId ?? []))]);
	return happened
		.flatMap(({ id, kind, at, actorId }) => {
			const text = eventNames[kind]?.();
			return text ? [{ id, text, at, actor: actors.find((one) => one.id === actorId)?.name }] : [];
		})
		.reverse();
}
