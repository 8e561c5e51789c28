import type { RequestFacts } from '#lib/matching/matching.ts';
import type { Presence, Urgency } from '#lib/requests/requests.ts';
import type { Span } from '#lib/shared/time.ts';
import { needs, type NeedKey } from '#lib/skills/needs.ts';
import { buildingOf, consentTo, happened, tell, type Draft } from './draft.ts';
import type { PersonRow, RequestRow } from './rows.ts';

/** A request with what belongs to it, on its way through the world. */
export interface Help {
	request: RequestRow;
	person: PersonRow;
	windows: Span[];
	declinedBy: string[];
}

/** What is asked for. */
export interface Asking {
	person: PersonRow;
	/** The person, unless said. */
	askedBy?: PersonRow;
	need: NeedKey;
	title: string | null;
	note: string | null;
	/** That of the need unless said; where the need leaves the choice, at home. */
	presence?: Presence;
	/** The person's own building unless said. */
	buildingId?: string;
	urgency: Urgency;
	/** The usual ones of the need unless said. */
	minutes?: number;
	people?: number;
	windows: Span[];
	gender?: { wish: 'female' | 'male'; must: boolean };
	language?: { wish: string; must: boolean };
	/** Consent for matching is given along with it, as the app asks for it. */
	consents?: boolean;
	at: Date;
}

/** Someone asks for help. */
export function ask(draft: Draft, asking: Asking): Help {
	const { person, askedBy = person, need, title, note, urgency, windows, gender, language, at } = asking;
	const usual = needs[need];
	const presence = asking.presence ?? (usual.presence === 'either' ? 'home' : usual.presence);
	const request: RequestRow = {
		id: draft.id('request'),
		forPersonId: person.id,
		askedBy: askedBy.id,
		need,
		title,
		presence,
		buildingId:
			presence === 'telephone' ? null : (asking.buildingId ?? buildingOf(draft, person)?.id ?? null),
		urgency,
		minutes: asking.minutes ?? usual.minutes,
		peopleNeeded: asking.people ?? usual.people,
		wishGender: gender?.wish ?? null,
		genderIsMust: gender?.must ?? false,
		wishLanguage: language?.wish ?? null,
		languageIsMust: language?.must ?? false,
		note,
		life: 'open',
		triage: 'new',
		receivedBy: draft.staff.includes(askedBy) ? askedBy.id : null,
		staffWords: null,
		reopenedAt: null,
		deadline: windows.at(-1)!.end,
		createdAt: at,
		updatedAt: at,
		version: 1,
		importId: null
	};
	draft.rows.requests.push(request);
	draft.rows.requestWindows.push(...windows.map((during) => ({ requestId: request.id, during })));
	happened(draft, { kind: 'request', id: request.id }, 'asked', askedBy.id, at);
	if ((asking.consents ?? true) && person.kind !== 'unit') consentTo(draft, person, 'matching', at);
	return { request, person, windows, declinedBy: [] };
}

type Triage = Pick<RequestRow, 'triage' | 'staffWords' | 'life'>;

/** Changes a request as staff or the course of things do. */
export function change(help: Help, at: Date, change: Partial<RequestRow>): void {
	Object.assign(help.request, change, { updatedAt: at, version: (help.request.version ?? 1) + 1 });
}

/** Staff take it on, ask back, or refuse it with words; the first receiver stays responsible. */
export function triage(
	draft: Draft,
	help: Help,
	staff: PersonRow,
	at: Date,
	to: 'accepted' | 'questioned' | 'refused',
	words?: string
): void {
	const moved: Triage = { triage: to, staffWords: words ?? null, life: to === 'refused' ? 'closed' : 'open' };
	change(help, at, { ...moved, receivedBy: help.request.receivedBy ?? staff.id });
	happened(draft, { kind: 'request', id: help.request.id }, to, staff.id, at, words ? { words } : {});
	if (to !== 'accepted') {
		tellAsker(draft, help, to === 'questioned' ? 'request_question' : 'request_refused', at, {
			words: words ?? ''
		});
	}
}

/** Taken back by who asked, or closed by staff with words. */
export function end(draft: Draft, help: Help, actor: PersonRow, at: Date, words?: string): void {
	const { id, forPersonId, askedBy } = help.request;
	const life = [forPersonId, askedBy].includes(actor.id) ? 'cancelled' : 'closed';
	change(help, at, { life, staffWords: words ?? null });
	happened(draft, { kind: 'request', id }, life, actor.id, at, { words: words ?? null });
	if (life === 'closed') tellAsker(draft, help, 'request_closed', at, words ? { words } : {});
}

type AskerNews =
	| 'request_question'
	| 'request_refused'
	| 'request_closed'
	| 'request_arranged'
	| 'request_reopened'
	| 'help_done';

/** Tells the one helped and the one who asked. */
export function tellAsker(
	draft: Draft,
	{ request: { id, need, version, forPersonId, askedBy } }: Help,
	template: AskerNews,
	at: Date,
	params: Record<string, string> = {}
): void {
	for (const personId of new Set([forPersonId, askedBy])) {
		tell(draft, personId, {
			template,
			params: { need, ...params },
			path: `/help/${id}`,
			about: `${id}:${version}`,
			at
		});
	}
}

/** The request as the rules of matching look at it. */
export function requestFacts(draft: Draft, { request, person, windows, declinedBy }: Help): RequestFacts {
	const need = request.need as NeedKey;
	const { skill, level, confirmed, vulnerable, risk } = needs[need];
	const { avoidances, consents, buildings } = draft.rows;
	const wish = {
		gender: request.wishGender ?? null,
		languages: request.wishLanguage ? [request.wishLanguage] : []
	};
	const none = { gender: null, languages: [] };
	return {
		id: request.id,
		forPersonId: person.id,
		householdId: person.householdId ?? null,
		skill,
		level,
		mustBeConfirmed: confirmed,
		presence: request.presence,
		vulnerable: vulnerable || (person.vulnerable ?? false),
		risk,
		strains: [],
		minutes: request.minutes,
		place: buildings.find(({ id }) => id === request.buildingId) ?? null,
		windows,
		peopleNeeded: request.peopleNeeded,
		urgency: request.urgency,
		musts: {
			gender: request.genderIsMust ? wish.gender : none.gender,
			languages: request.languageIsMust ? wish.languages : none.languages
		},
		wishes: {
			gender: request.genderIsMust ? none.gender : wish.gender,
			languages: request.languageIsMust ? none.languages : wish.languages,
			interests: []
		},
		consented:
			person.kind === 'unit' ||
			consents.some((one) => one.personId === person.id && one.purpose === 'matching'),
		helped: { bornOn: person.bornOn ?? null, gender: person.gender ?? null },
		excludedPeople: avoidances
			.filter(({ personId, avoidedId }) => personId === person.id || avoidedId === person.id)
			.map(({ personId, avoidedId }) => (personId === person.id ? avoidedId : personId)),
		declinedBy,
		deadline: request.deadline
	};
}
