import type { ConsentPurpose } from '#lib/accounts/people.ts';
import type { Subject } from '#lib/audit/record.server.ts';
import type { NoticeTemplate } from '#lib/notifications/notices.ts';
import type { Params } from '#lib/shared/errors.ts';
import { hour } from '#lib/shared/time.ts';
import type { Calendar } from './calendar.ts';
import type { Helper } from './helpers.ts';
import type { CommunityPlan } from './plans.ts';
import { randomFrom, type Random } from './random.ts';
import type { BuildingRow, CommunityWorld, HomeRow, PersonRow } from './rows.ts';

/** A community in the making: its rows so far, and what those that follow need to look up. */
export interface Draft {
	seed: number;
	plan: CommunityPlan;
	calendar: Calendar;
	rows: CommunityWorld;
	id(kind: string): string;
	names: Set<string>;
	/** The secretary first. */
	staff: PersonRow[];
	/** Those with a sign-in, by name. */
	cast: Map<string, PersonRow>;
	/** Homes by id, with the building they are in. */
	homes: Map<string, { home: HomeRow; building: BuildingRow }>;
	/** Who helped whom last, by the one helped. */
	lastHelper: Map<string, string>;
	/** Volunteers with an approved card. */
	helpers: Helper[];
}

/** A source of draws for one part of one community. */
export function randomOf(draft: Draft, part: string): Random {
	return randomFrom(draft.seed, `${draft.plan.slug}/${part}`);
}

/** The building where someone lives; undefined for those who live elsewhere. */
export function buildingOf(draft: Draft, person: PersonRow): BuildingRow | undefined {
	return person.householdId ? draft.homes.get(person.householdId)?.building : undefined;
}

/** Someone with a sign-in, by name. */
export function castMember(draft: Draft, name: string): PersonRow {
	const person = draft.cast.get(name);
	if (!person) throw new Error(`no one of the cast is called ${name}`);
	return person;
}

/** Adds a line to the timeline of something. */
export function happened(
	draft: Draft,
	subject: Subject,
	kind: string,
	actorId: string | null,
	at: Date,
	params: Params = {}
): void {
	draft.rows.events.push({
		id: draft.id('event'),
		subjectKind: subject.kind,
		subjectId: subject.id,
		kind,
		params,
		actorId,
		at
	});
}

/** News for someone's inbox. */
export interface DemoNews {
	template: NoticeTemplate;
	params?: Params;
	path: string;
	about: string;
	at: Date;
}

/** Puts news into an inbox once, if it is one that can be opened; only what is new has not been read. */
export function tell(
	draft: Draft,
	personId: string,
	{ template, params = {}, path, about, at }: DemoNews
): void {
	const { notices } = draft.rows;
	const newsKey = `${template}:${about}`;
	if (![...draft.cast.values()].some(({ id }) => id === personId)) return;
	if (notices.some((one) => one.personId === personId && one.newsKey === newsKey)) return;
	notices.push({
		id: draft.id('notice'),
		personId,
		template,
		params,
		path,
		newsKey,
		createdAt: at,
		readAt: at < draft.calendar.at(-2, 0) ? new Date(at.getTime() + hour) : null
	});
}

/** Writes down a consent, once per purpose. Staff take it for those who have no phone. */
export function consentTo(draft: Draft, person: PersonRow, purpose: ConsentPurpose, at: Date): void {
	const { consents } = draft.rows;
	if (consents.some((one) => one.personId === person.id && one.purpose === purpose)) return;
	const takenBy = person.phone ? null : draft.staff[1]!.id;
	consents.push({ id: draft.id('consent'), personId: person.id, purpose, version: 1, givenAt: at, takenBy });
}
