import { standingConsent } from '#lib/accounts/consent-queries.server.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { windowsOf, type RequestRow } from '#lib/requests/queries.server.ts';
import type { RequestState, TriageState } from '#lib/requests/requests.ts';
import { placeWords, requestName } from '#lib/requests/words.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { NeedKey } from '#lib/skills/needs.ts';
import { needName } from '#lib/skills/words.ts';
import { sayMinutes, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Language } from '#lib/volunteers/volunteers.ts';
import { languageName } from '#lib/volunteers/words.ts';
import { marksOf, type Tagged } from './desk-list.server.ts';
import { deskRow, type DeskRow } from './desk-queries.server.ts';
import { fullWindows, personLine, placeName, soonTag } from './desk-words.ts';

/** A request as staff see it above its shortlist, in the reader's words. */
export interface RequestHead {
	id: string;
	/** Rises with each change: staff approve what they saw. */
	version: number;
	life: RequestState;
	triage: TriageState;
	title: string;
	/** The kind of help, where the title is the asker's own. */
	need: string | null;
	soon: Tagged;
	when: string;
	where: string;
	minutes: string;
	peopleNeeded: number;
	urgency: RequestRow['urgency'];
	person: { id: string; name: string; line: string; verified: boolean; unit: boolean };
	consented: boolean;
	/** When, and by whom where it was not the one helped. */
	asked: string;
	receivedBy: string | null;
	wishes: string[];
	marks: Tagged[];
	hasNote: boolean;
	/** What staff asked or said last. */
	staffWords: string | null;
}

/** @throws AppError `not_found` */
export async function requestHead(scope: Scope, id: string, here: Here): Promise<RequestHead> {
	const row = await deskRow(scope, id);
	if (!row) throw new AppError('not_found');
	const { request } = row;
	const windows = (await windowsOf(scope, [id])).get(id) ?? [];
	const names = await namesOf(scope, request);
	const unit = row.kind === 'unit';
	return {
		id,
		version: request.version,
		life: request.life,
		triage: request.triage,
		title: requestName(request),
		need: request.title ? needName(request.need as NeedKey) : null,
		soon: soonTag(request, windows, here),
		when: fullWindows(windows, here),
		where: placeWords(request.presence, placeName(row)),
		minutes: sayMinutes(request.minutes),
		peopleNeeded: request.peopleNeeded,
		urgency: request.urgency,
		person: {
			id: request.forPersonId,
			name: row.name,
			line: personLine(row, here),
			verified: row.verified,
			unit
		},
		consented: unit || (await standingConsent(scope, request.forPersonId, 'matching')) !== undefined,
		asked: askedWords(row, names, here),
		receivedBy: names.get(request.receivedBy ?? '') ?? null,
		wishes: wishesOf(request),
		marks: marksOf(row),
		hasNote: request.noteSealed !== null,
		staffWords: request.staffWords
	};
}

async function namesOf(scope: Scope, { askedBy, receivedBy }: RequestRow): Promise<Map<string, string>> {
	const found = await peopleByIds(scope, [askedBy, ...(receivedBy ? [receivedBy] : [])]);
	return new Map(found.map(({ id, name }) => [id, name]));
}

function askedWords({ request }: DeskRow, names: ReadonlyMap<string, string>, here: Here): string {
	const at = m.desk_asked_at({ when: sayWhen(request.createdAt, here) });
	if (request.askedBy === request.forPersonId) return at;
	return `${at} · ${m.desk_asked_by({ name: names.get(request.askedBy) ?? '' })}`;
}

function wishesOf(request: RequestRow): string[] {
	const { wishGender, genderIsMust, wishLanguage, languageIsMust } = request;
	const gender = wishGender && (wishGender === 'female' ? m.desk_wish_female() : m.desk_wish_male());
	const language = wishLanguage && m.desk_wish_language({ language: languageName(wishLanguage as Language) });
	const said = (wish: string | null, must: boolean) => (wish && must ? m.desk_must({ wish }) : wish);
	return [said(gender, genderIsMust), said(language, languageIsMust)].filter((one) => one !== null);
}
