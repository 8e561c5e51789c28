import type { Params } from '#lib/shared/errors.ts';
import { ageOn } from '#lib/shared/time.ts';
import { metresBetween } from './distance.ts';
import { firstFree, never } from './freetime.ts';
import type { KindOccasion, StandingFacts } from './kind.ts';
import type { Context, FinalGate, Refusal, RelaxableGate, RequestFacts, VolunteerFacts } from './matching.ts';
import { occasionOf, type Occasion } from './occasion.ts';
import { heldSkill } from './papers.ts';

/** What is needed to say in words why not. */
type Why<Occasion> = (occasion: Occasion, volunteer: VolunteerFacts) => Params;

/** Who is helped and where, not when. */
interface PairOccasion extends Pick<Occasion, 'inPerson'> {
	request: Omit<RequestFacts, 'windows'>;
}

/** How much it takes of a week. */
export interface WeekOccasion {
	request: Pick<RequestFacts, 'minutes'>;
}
type WeekFields = 'minutesThisWeek' | 'weeklyMinutesMax';

/**
 * True in `passes` where the pair may be, as far as this gate goes. `looksAt` says what of a request decides that, so that
 * a plan of many asks no more often than it has to: the kind of help alone, the two people and their places, who they are, its week and length, or the moment.
 */
type Rule =
	| {
			looksAt: 'kind';
			passes: (occasion: KindOccasion, volunteer: StandingFacts) => boolean;
			params?: Why<KindOccasion>;
	  }
	| {
			looksAt: 'pair';
			/** False where nobody can fail it. */
			applies: (occasion: PairOccasion) => boolean;
			passes: (occasion: PairOccasion, volunteer: StandingFacts) => boolean;
			params?: Why<PairOccasion>;
	  }
	| {
			/** Only the one helped, those of the same household and those whom the request names can fail it. */
			looksAt: 'people';
			passes: (occasion: PairOccasion, volunteer: StandingFacts) => boolean;
			params?: Why<PairOccasion>;
	  }
	| {
			looksAt: 'week';
			passes: (occasion: WeekOccasion, volunteer: Pick<VolunteerFacts, WeekFields>) => boolean;
			params?: Why<WeekOccasion>;
	  }
	| {
			looksAt: 'moment';
			passes: (occasion: Occasion, volunteer: StandingFacts) => boolean;
			params?: Why<Occasion>;
	  };

/**
 * Who may let a pair through a closed gate. `ask`: the one helped, by agreeing to something else. `decide`:
 * staff, with a reason. `remedy`: nobody until a paper is put in order.
 */
export type Relax = 'ask' | 'decide' | 'remedy';

/** One hard condition of a pair. */
export type Gate = Rule & ({ code: RelaxableGate; relax: Relax } | { code: FinalGate; relax: 'never' });

/**
 * The hard conditions, in the order of `gateCodes`. A gate that asks for more of something lets those through
 * who have none of it, so that each person without the skill stands under that one reason. The sensitive ones
 * come last: only who could otherwise come is ever looked up in them.
 */
export const gates: readonly Gate[] = [
	{ code: 'consent', relax: 'never', looksAt: 'kind', passes: ({ request }) => request.consented },
	{
		code: 'card',
		relax: 'remedy',
		looksAt: 'kind',
		passes: (_, { cardStatus }) => cardStatus === 'approved'
	},
	{
		code: 'card_expired',
		relax: 'remedy',
		looksAt: 'kind',
		passes: ({ firstDay }, { cardExpiresOn }) => cardExpiresOn === null || cardExpiresOn >= firstDay,
		params: (_, { cardExpiresOn }) => ({ on: cardExpiresOn })
	},
	{
		code: 'skill',
		relax: 'decide',
		looksAt: 'kind',
		passes: (occasion, volunteer) => heldSkill(occasion, volunteer) !== null,
		params: ({ request }) => ({ skill: request.skill })
	},
	{
		code: 'skill_level',
		relax: 'decide',
		looksAt: 'kind',
		passes: (occasion, volunteer) => {
			const held = heldSkill(occasion, volunteer);
			return held === null || held.level >= occasion.request.level;
		},
		params: (occasion, volunteer) => ({
			skill: occasion.request.skill,
			held: heldSkill(occasion, volunteer)?.level ?? null,
			asked: occasion.request.level
		})
	},
	{
		code: 'skill_confirmed',
		relax: 'decide',
		looksAt: 'kind',
		passes: (occasion, volunteer) => {
			const held = heldSkill(occasion, volunteer);
			return held === null || held.confirmedAt !== null || !occasion.request.mustBeConfirmed;
		},
		params: ({ request }) => ({ skill: request.skill })
	},
	{
		code: 'time',
		relax: 'ask',
		looksAt: 'moment',
		passes: (occasion, volunteer) => firstFree(occasion, volunteer) !== never
	},
	{
		code: 'active_tasks',
		relax: 'decide',
		looksAt: 'kind',
		passes: (_, { activeTasks, activeTasksMax }) => activeTasks < activeTasksMax,
		params: (_, { activeTasks, activeTasksMax }) => ({ active: activeTasks, max: activeTasksMax })
	},
	{
		code: 'weekly_minutes',
		relax: 'decide',
		looksAt: 'week',
		passes: ({ request }, { minutesThisWeek, weeklyMinutesMax }) =>
			minutesThisWeek + request.minutes <= weeklyMinutesMax,
		params: (_, { minutesThisWeek, weeklyMinutesMax }) => ({
			minutes: minutesThisWeek,
			max: weeklyMinutesMax
		})
	},
	{
		code: 'reach',
		relax: 'decide',
		looksAt: 'pair',
		applies: ({ inPerson }) => inPerson,
		passes: ({ request, inPerson }, { place, reachMetres }) =>
			!inPerson || (metresBetween(request.place, place) ?? 0) <= reachMetres,
		params: ({ request }, { place, reachMetres }) => ({
			metres: metresBetween(request.place, place),
			reach: reachMetres
		})
	},
	{
		code: 'gender',
		relax: 'ask',
		looksAt: 'pair',
		applies: ({ request: { musts } }) => musts.gender !== null,
		passes: ({ request: { musts } }, { gender }) => musts.gender === null || musts.gender === gender,
		params: ({ request }) => ({ gender: request.musts.gender })
	},
	{
		code: 'language',
		relax: 'ask',
		looksAt: 'pair',
		applies: ({ request }) => request.musts.languages.length > 0,
		passes: ({ request }, { languages }) => request.musts.languages.every((one) => languages.includes(one)),
		params: ({ request }, { languages }) => ({
			languages: request.musts.languages.filter((one) => !languages.includes(one)).join()
		})
	},
	{
		code: 'vetted',
		relax: 'remedy',
		looksAt: 'kind',
		passes: ({ request, firstDay }, { vettedUntil }) =>
			!request.vulnerable || (vettedUntil !== null && vettedUntil >= firstDay)
	},
	{
		// 志愿服务条例 17: insurance stands before a dangerous activity does
		code: 'insured',
		relax: 'remedy',
		looksAt: 'kind',
		passes: ({ request, firstDay }, { insuredUntil }) =>
			request.risk !== 'insured' || (insuredUntil !== null && insuredUntil >= firstDay)
	},
	{
		code: 'age_unknown',
		relax: 'remedy',
		looksAt: 'kind',
		passes: ({ request }, { bornOn }) => bornOn !== null || !isForAdults(request)
	},
	{
		// 志愿服务条例 15: work fit for age …
		code: 'minor',
		relax: 'never',
		looksAt: 'kind',
		passes: ({ request, today }, { bornOn }) =>
			bornOn === null || !isForAdults(request) || ageOn(bornOn, today) >= 18
	},
	{
		// … and for health
		code: 'health',
		relax: 'never',
		looksAt: 'kind',
		passes: ({ request }, { healthLimits }) => !request.strains.some((one) => healthLimits.includes(one))
	},
	{
		code: 'own',
		relax: 'never',
		looksAt: 'people',
		passes: ({ request }, { personId }) => request.forPersonId !== personId
	},
	{
		code: 'household',
		relax: 'never',
		looksAt: 'people',
		// whoever is helped lives in the own household; that has a gate already
		passes: ({ request }, { householdId, personId }) =>
			householdId === null || householdId !== request.householdId || personId === request.forPersonId
	},
	{
		code: 'excluded',
		relax: 'never',
		looksAt: 'people',
		passes: ({ request }, { personId }) => !request.excludedPeople.includes(personId)
	},
	{
		// 志愿服务条例 25: no compulsion; who said no is not asked again
		code: 'declined',
		relax: 'never',
		looksAt: 'people',
		passes: ({ request }, { personId }) => !request.declinedBy.includes(personId)
	}
];

/** True for a gate that staff may lift, alone or with the consent of the one helped. */
export function mayBeLifted({ relax }: Gate): boolean {
	return relax === 'ask' || relax === 'decide';
}

/** The gates that stand on this occasion: all but the lifted ones that may be lifted. */
export function standingGates({ lifted }: Pick<Occasion, 'lifted'>): Gate[] {
	return gates.filter((gate) => !(lifted.has(gate.code) && mayBeLifted(gate)));
}

/** Every gate, lifted or not, that the pair does not pass, in order, with what is needed for words. */
export function refusals(occasion: Occasion, volunteer: VolunteerFacts): Refusal[] {
	return gates
		.filter((gate) => !gate.passes(occasion, volunteer))
		.map(({ code, params }) => ({ code, params: params?.(occasion, volunteer) ?? {} }));
}

/**
 * One pair looked at again, as approval and acceptance do: what stops it now, and which lifted gates it does
 * not pass. Give the agreed time as the only window.
 */
export function recheck(
	request: RequestFacts,
	volunteer: VolunteerFacts,
	context: Context
): { stops: Refusal[]; waived: Refusal[] } {
	const occasion = occasionOf(request, context);
	const standing = new Set(standingGates(occasion).map(({ code }) => code));
	const all = refusals(occasion, volunteer);
	return {
		stops: all.filter(({ code }) => standing.has(code)),
		waived: all.filter(({ code }) => !standing.has(code))
	};
}

/** Home visits, work with the vulnerable and dangerous work are not for minors. */
function isForAdults({
	vulnerable,
	presence,
	risk
}: Pick<RequestFacts, 'vulnerable' | 'presence' | 'risk'>): boolean {
	return vulnerable || presence === 'home' || risk === 'insured';
}
