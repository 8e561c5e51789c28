import { metresBetween } from '#lib/matching/distance.ts';
import type { GateCode, Refusal } from '#lib/matching/matching.ts';
import type { Params } from '#lib/shared/errors.ts';
import { ageOn } from '#lib/shared/time.ts';
import type { MemberFacts, ResidentFacts, Setting } from './facts.ts';
import { meetingTimes } from './hours.ts';

/** One hard condition of a standing pair. Its words are those of the same gate of a request. */
export interface Gate {
	code: GateCode;
	/** True where something can be done about it: asked for, decided or put in order. */
	relaxable: boolean;
	passes: (resident: ResidentFacts, member: MemberFacts, setting: Setting) => boolean;
	/** What is needed to say in words why not. */
	params?: (resident: ResidentFacts, member: MemberFacts) => Params;
}

/** The hard conditions, the cheap ones first. */
export const gates: readonly Gate[] = [
	{ code: 'consent', relaxable: true, passes: ({ consented }) => consented },
	{
		code: 'card',
		relaxable: true,
		passes: (_, { cardStatus }) => cardStatus === 'approved' || cardStatus === 'guest'
	},
	{
		code: 'card_expired',
		relaxable: true,
		passes: (_, { cardExpiresOn }, { firstDay }) => cardExpiresOn === null || cardExpiresOn >= firstDay,
		params: (_, { cardExpiresOn }) => ({ on: cardExpiresOn })
	},
	{
		code: 'vetted',
		relaxable: true,
		passes: ({ vulnerable }, { vettedUntil }, { firstDay }) =>
			!vulnerable || (vettedUntil !== null && vettedUntil >= firstDay)
	},
	{ code: 'age_unknown', relaxable: true, passes: (_, { bornOn }) => bornOn !== null },
	{
		// 志愿服务条例 15: going to people's homes is for adults
		code: 'minor',
		relaxable: false,
		passes: (_, { bornOn }, { firstDay }) => bornOn === null || ageOn(bornOn, firstDay) >= 18
	},
	{ code: 'own', relaxable: false, passes: (resident, member) => resident.personId !== member.personId },
	{
		code: 'household',
		relaxable: false,
		passes: (resident, member) =>
			resident.householdId === null ||
			resident.householdId !== member.householdId ||
			resident.personId === member.personId
	},
	{ code: 'excluded', relaxable: false, passes: ({ excluded }, { personId }) => !excluded.has(personId) },
	{
		// 志愿服务条例 25: no compulsion, for neither of the two
		code: 'declined',
		relaxable: false,
		passes: ({ declined }, { personId }) => !declined.has(personId)
	},
	{
		code: 'gender',
		relaxable: true,
		passes: ({ wishes }, { gender }) =>
			!wishes.genderIsMust || wishes.gender === null || wishes.gender === gender,
		params: ({ wishes }) => ({ gender: wishes.gender })
	},
	{
		code: 'language',
		relaxable: true,
		passes: ({ wishes }, { languages }) =>
			!wishes.languageIsMust || wishes.language === null || languages.includes(wishes.language),
		params: ({ wishes }) => ({ languages: wishes.language })
	},
	{
		code: 'reach',
		relaxable: true,
		passes: ({ place }, member) => (metresBetween(place, member.place) ?? 0) <= member.reachMetres,
		params: ({ place }, member) => ({
			metres: metresBetween(place, member.place),
			reach: member.reachMetres
		})
	},
	{
		code: 'time',
		relaxable: true,
		passes: ({ suits }, { availability }, { minutes }) =>
			meetingTimes(suits, availability, minutes).length > 0
	}
];

/** True where two may be brought together. */
export function mayPair(resident: ResidentFacts, member: MemberFacts, setting: Setting): boolean {
	return gates.every((gate) => gate.passes(resident, member, setting));
}

/** Every gate that the two do not pass, in order, with what is needed for words. */
export function refusals(resident: ResidentFacts, member: MemberFacts, setting: Setting): Refusal[] {
	return gates
		.filter((gate) => !gate.passes(resident, member, setting))
		.map(({ code, params }) => ({ code, params: params?.(resident, member) ?? {} }));
}
