import { consentingAmong } from '#lib/accounts/consent-queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { placeName } from '#lib/matching/desk-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { ageOn, day, dayOf } from '#lib/shared/time.ts';
import { skillName } from '#lib/skills/words.ts';
import { isSkill } from './choose-address.ts';
import type { Here } from '#lib/ui/dates.ts';
import { willingToLend } from '#lib/volunteers/lend.server.ts';
import type { MemberFilter, ResidentFilter } from './choose-address.ts';
import { askedSince, memberLines, residentLines, skillsOfAll } from './choose-queries.server.ts';
import { livingByMember } from './pair-queries.server.ts';
import { memberIdsOf, residentsOf, type CampaignRow } from './queries.server.ts';
import { isCompany } from './usual-skills.ts';

/** Most rows of a list from which people are chosen. */
const mostRows = 1_500;

/** A volunteer who could be a member. */
export interface MemberChoice {
	id: string;
	name: string;
	partyMember: boolean;
	branch: string | null;
	home: string | null;
	vetted: boolean;
	/** May be asked for neighbouring communities too. */
	willing: boolean;
	pairs: number;
	chosen: boolean;
}

/** Volunteers with an approved card that the filter lets through, those chosen already among them. */
export async function memberChoices(
	scope: Scope,
	campaign: CampaignRow,
	filter: MemberFilter,
	{ now, zone }: Here
): Promise<{ members: MemberChoice[]; branches: string[]; skills: { value: string; label: string }[] }> {
	const today = dayOf(now, zone);
	const lines = await memberLines(scope);
	const skills = await skillsOfAll(scope, today);
	const pairs = await livingByMember(scope);
	const chosen = new Set(await memberIdsOf(scope, campaign.id));
	const willing = await willingToLend(
		scope,
		lines.map(({ personId }) => personId)
	);
	const isVetted = (until: string | null) => until !== null && until >= today;
	const fits = (one: (typeof lines)[number]) =>
		(one.expiresOn === null || one.expiresOn >= today) &&
		(filter.who !== 'party' || one.partyMember) &&
		(!filter.vetted || isVetted(one.vettedUntil)) &&
		(!filter.branch || one.partyBranch === filter.branch) &&
		(!filter.team || one.teams.includes(filter.team)) &&
		(!filter.skill || Boolean(skills.get(one.personId)?.has(filter.skill)));
	const known = new Set([...skills.values()].flatMap((one) => [...one]));
	return {
		members: lines
			.filter((one) => chosen.has(one.personId) || fits(one))
			.slice(0, mostRows)
			.map((one) => ({
				id: one.personId,
				name: one.name,
				partyMember: one.partyMember,
				branch: one.partyBranch,
				home: placeName(one),
				vetted: isVetted(one.vettedUntil),
				willing: willing.has(one.personId),
				pairs: pairs.get(one.personId) ?? 0,
				chosen: chosen.has(one.personId)
			})),
		branches: [...new Set(lines.flatMap(({ partyBranch }) => partyBranch ?? []))].sort(),
		skills: [...known].filter(isSkill).map((value) => ({ value, label: skillName(value) }))
	};
}

/** A resident who could be given a companion. */
export interface ResidentChoice {
	id: string;
	name: string;
	about: string;
	home: string | null;
	/** Why this one: lives alone, needs protection, asked for company. */
	signs: string[];
	consented: boolean;
	chosen: boolean;
}

const year = 365 * day;

/** Verified residents that the filter lets through, those in the greatest need first. */
export async function residentChoices(
	scope: Scope,
	campaign: CampaignRow,
	filter: ResidentFilter,
	{ now, zone }: Here
): Promise<ResidentChoice[]> {
	const today = dayOf(now, zone);
	const lines = await residentLines(scope);
	const asked = new Set(
		(await askedSince(scope, new Date(now.getTime() - year)))
			.filter(({ need }) => isCompany(need))
			.map(({ personId }) => personId)
	);
	const chosen = new Set((await residentsOf(scope, campaign.id)).map(({ personId }) => personId));
	const ageOf = (bornOn: string | null) => (bornOn ? ageOn(bornOn, today) : null);
	const found = lines
		.map((one) => ({ ...one, age: ageOf(one.bornOn), asked: asked.has(one.personId) }))
		.filter(
			(one) =>
				chosen.has(one.personId) ||
				((!filter.alone || one.alone) &&
					(!filter.vulnerable || one.vulnerable) &&
					(!filter.asked || one.asked) &&
					(filter.age === null || (one.age ?? 0) >= filter.age))
		)
		.sort((a, b) => needOf(b) - needOf(a) || (b.age ?? 0) - (a.age ?? 0))
		.slice(0, mostRows);
	const consenting = await consentingAmong(
		scope,
		found.map(({ personId }) => personId),
		'matching'
	);
	return found.map((one) => ({
		id: one.personId,
		name: one.name,
		about: [genderWords(one.gender), one.age !== null && m.desk_age({ age: one.age })]
			.filter(Boolean)
			.join(' · '),
		home: placeName(one),
		signs: [
			...(one.alone ? [m.pairings_sign_alone()] : []),
			...(one.vulnerable ? [m.pairings_sign_vulnerable()] : []),
			...(one.asked ? [m.pairings_sign_asked()] : [])
		],
		consented: consenting.has(one.personId),
		chosen: chosen.has(one.personId)
	}));
}

function needOf({
	alone,
	vulnerable,
	asked
}: {
	alone: boolean;
	vulnerable: boolean;
	asked: boolean;
}): number {
	return Number(vulnerable) * 2 + Number(alone) + Number(asked);
}

function genderWords(gender: 'female' | 'male' | null): string | null {
	return gender && (gender === 'female' ? m.desk_gender_female() : m.desk_gender_male());
}
