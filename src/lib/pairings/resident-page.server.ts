import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError } from '#lib/shared/errors.ts';
import type { Here } from '#lib/ui/dates.ts';
import { languages } from '#lib/volunteers/volunteers.ts';
import { languageName } from '#lib/volunteers/words.ts';
import { choicesFor, type Choice } from './offer-pair.server.ts';
import { pairingsOf } from './pair-queries.server.ts';
import { residentsOf, type CampaignRow } from './queries.server.ts';
import { clockAt } from './visit-start.ts';
import { whyPair } from './words.ts';

/** A resident of a campaign at the desk: what is wished, and who might come. */
export interface ResidentPage {
	id: string;
	name: string;
	/** As the form shows them. */
	wishes: {
		gender: string;
		gender_must: boolean;
		language: string;
		language_must: boolean;
		interests: string;
		weekdays: string[];
		time: string;
	};
	languages: { value: string; label: string }[];
	/** The pair that stands already. */
	pairingId: string | null;
	choices: { memberId: string; name: string; why: string; points: string; full: boolean }[];
}

const mostChoices = 8;

/** @throws AppError `not_found` */
export async function residentPage(
	scope: Scope,
	campaign: CampaignRow,
	personId: string,
	{ now, zone }: Here
): Promise<ResidentPage> {
	const [row] = await residentsOf(scope, campaign.id, personId);
	const person = row && (await personById(scope, personId));
	if (!person) throw new AppError('not_found');
	const living = (await pairingsOf(scope, campaign.id)).find(
		(one) => one.residentId === personId && one.status !== 'ended'
	);
	const choices = living ? [] : await choicesFor(scope, campaign, personId, mostChoices, now, zone);
	return {
		id: personId,
		name: person.name,
		wishes: {
			gender: row.wishGender ?? '',
			gender_must: row.genderIsMust,
			language: row.wishLanguage ?? '',
			language_must: row.languageIsMust,
			interests: row.interests.join('、'),
			weekdays: row.weekdays.map(String),
			time: row.atMinute === null ? '' : clockAt(row.atMinute)
		},
		languages: languages.map((value) => ({ value, label: languageName(value) })),
		pairingId: living?.id ?? null,
		choices: choices.map(choiceLine)
	};
}

/** A member who may be chosen, in words. */
export function choiceLine({ memberId, name, parts, cost, room }: Choice) {
	return {
		memberId,
		name,
		why: whyPair(parts, 'staff', null).join(' · '),
		points: m.pairings_points({ points: cost }),
		full: room < 1
	};
}
